"""Where the paragraphs of a text end, so that each has a number that stays for as long as the text does.

A blank line ends a paragraph. Otherwise every line is one, unless the text was broken into lines of even width, as
from a page of print: then a paragraph ends with a line that ends a sentence and leaves room.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

# Of print; a line of more characters was broken by nobody.
WIDEST_LINE = 120
FEWEST_LINES = 8
_SENTENCE_END = re.compile(r"[.!?…:;]['\"’”»)\]]*\Z")


def ends(text: str) -> list[int]:
    """Give the end of every paragraph, in code points; the last is that of the text.

    Line ends and blank lines belong to the paragraph before them, at the very beginning to the first one.

    Args:
        text: Any, with line ends of any kind.
    """
    lines = text.splitlines(keepends=True)
    said = [line.strip() for line in lines]
    width = _width(said)
    found, place, has_words = [], 0, False
    for line, words, after in zip(lines, said, [*said[1:], ""], strict=False):
        place += len(line)
        has_words = has_words or bool(words)
        # With no words so far there is nothing to end, and with none to come this is not yet the end.
        if has_words and after and (not words or not width or _is_last(words, width)):
            found.append(place)
    return [*found, len(text)] if text else []


def _is_last(line: str, width: int) -> bool:
    return len(line) < 0.8 * width and bool(_SENTENCE_END.search(line))


def _width(lines: Sequence[str]) -> int:
    """Find how wide the lines are that a text was broken into; 0 where it was not."""
    broken = [line for line, after in pairwise(lines) if line and after]
    if len(broken) < FEWEST_LINES:
        return 0
    width = sorted(map(len, broken))[int(0.9 * len(broken))]
    even = sum(len(line) > 0.7 * width for line in broken)
    running = sum(not _SENTENCE_END.search(line) for line in broken)
    is_broken = width <= WIDEST_LINE and 2 * min(even, running) > len(broken)
    return width if is_broken else 0
