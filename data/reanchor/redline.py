"""What changed in a passage? A redline of words, as [-old-]{+new+}."""

import re
from difflib import SequenceMatcher

# Beyond so many words a redline is read by nobody, and costs the square of them.
LONGEST = 1_000


def redline(old: str, new: str) -> str:
    """Mark what a passage lost and what it has instead.

    Args:
        old: The passage as it was quoted.
        new: What stands in its place; empty where it is gone.

    Returns:
        The passage with [-words it lost-] and {+words it has instead+}, on one line; what cannot be printed is
        spelt out.
    """
    before, after = _parts(old), _parts(new)
    if max(len(before), len(after)) > LONGEST:
        return _marked(old, new)
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return "".join(
        visible("".join(before[i:i_end]))
        if kind == "equal"
        else _marked("".join(before[i:i_end]), "".join(after[j:j_end]))
        for kind, i, i_end, j, j_end in changes
    )


def visible(text: str) -> str:
    """Show a text on one line: line ends, directions and whatever else a terminal would obey are spelt out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _marked(old: str, new: str) -> str:
    return (f"[-{visible(old)}-]" if old else "") + (f"{{+{visible(new)}+}}" if new else "")


def _parts(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
