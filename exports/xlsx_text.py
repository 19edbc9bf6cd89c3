"""Text as the XML of a cell: nothing in it is markup, and nothing is lost on the way through a parser.

What XML has no place for is written by Excel's own escape, `_x0001_`, which Excel and the common readers undo; text
that looks like such an escape gets one itself.
"""

import pyarrow as pa
import pyarrow.compute as pc

# Most UTF-16 units of a cell.
LONGEST = 32_767
CONTROLS = [code for code in range(0x20) if chr(code) not in "\t\n"]
_CONTROL = r"[\x00-\x08\x0b-\x1f]"
_WITHOUT_PLACE = r"[\x{fffe}\x{ffff}]"
_SPECIAL = rf"[&<>]|{_CONTROL}|{_WITHOUT_PLACE}|_x|^\s|\s$"


def is_plain(texts: pa.Array) -> bool:
    """Tell whether all of these texts can stand in XML as they are, and are found again by a parser."""
    return not pc.any(pc.match_substring_regex(texts, _SPECIAL)).as_py()


def is_misfit(texts: pa.Array) -> pa.Array:
    """Tell of each text whether a cell cannot hold it: too long, or of a character that XML forbids."""
    beyond_two_bytes = pc.count_substring_regex(texts, r"[\x{10000}-\x{10ffff}]")
    is_long = pc.greater(pc.add(pc.utf8_length(texts), beyond_two_bytes), LONGEST)
    return pc.or_(is_long, pc.match_substring_regex(texts, _WITHOUT_PLACE))


def escaped(texts: pa.Array) -> pa.Array:
    """Write texts so that a parser of XML, and then Excel, gives them back."""
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        texts = pc.replace_substring(texts, letter, entity)
    texts = pc.replace_substring_regex(texts, r"_x([0-9a-fA-F]{4})", r"_x005F_x\1")
    if pc.any(pc.match_substring_regex(texts, _CONTROL)).as_py():
        for code in CONTROLS:
            texts = pc.replace_substring(texts, chr(code), f"_x{code:04X}_")
    return texts
