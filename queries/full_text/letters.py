"""Which letter does a character stand for in a search, and which characters belong to a word at all?

Capitals, diacritics and the forms of one letter (ligatures, full width) are taken as the plain letter; so are letters
that Unicode does not take apart, as the Azerbaijani ə or the Polish ł. Marks that spell a word rather than adorn a
letter, as Indic vowels do, stay.
"""

import unicodedata
from collections.abc import Iterable

# Letters without a decomposition, as they are usually written where a keyboard has none of them.
PLAIN = (
    {"ə": "a", "ǝ": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n"}
    | {"ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ĸ": "k"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
_plain = str.maketrans(PLAIN)
# Chinese characters, with the signs for repetition and nought.
_HAN = {0x3005, 0x3007, *range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)}
_HAN_PLANES = range(0x20000, 0x40000)
# Nobody sees soft hyphen, joiners and selectors.
_UNSEEN = {0x00AD, 0x034F, 0x200C, 0x200D, 0x2060, 0xFEFF}
_UNSEEN |= {*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
# Letters for ayn, hamza and soft signs, which few type.
_MODIFIERS = {0x0374, *range(0x02B9, 0x02C0)}
# There is no mark behind it but for selectors.
_LAST_MARK = 0x1E94A


def is_han(code: int) -> bool:
    """Whether a code point is a Chinese character, which is a word by itself."""
    return code in _HAN or code in _HAN_PLANES


def is_spelling(character: str) -> bool:
    """Whether a mark is part of the spelling: a vowel sign, the voicing of a syllable."""
    if unicodedata.category(character) not in ("Mn", "Mc") or ord(character) in _UNSEEN:
        return False
    # Above 199 stand diacritics, from 10 to 36 the points of Hebrew and Arabic, at 1 strokes through a letter.
    order = unicodedata.combining(character)
    return order == 0 or 6 <= order <= 9 or 84 <= order <= 132


def is_dropped(character: str) -> bool:
    """Whether a character counts for nothing within a word: a diacritic, a vowel point, a joiner."""
    if ord(character) in _UNSEEN or ord(character) in _MODIFIERS:
        return True
    return unicodedata.category(character)[0] == "M" and not is_spelling(character)


class _Folding(dict[int, str]):
    """What `str.translate` puts in the place of each code point; worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if is_dropped(character):
        return ""
    if is_han(ord(character)):
        return f" {character} "
    if not (character.isalnum() or is_spelling(character)):
        return " "
    # Marks go first: one of Greek has a capital form that is a letter.
    bare = "".join(each for each in unicodedata.normalize("NFKD", character) if not is_dropped(each))
    plain = unicodedata.normalize("NFKD", bare.casefold()).translate(_plain)
    kept = (each for each in plain if not is_dropped(each) and (each.isalnum() or is_spelling(each)))
    return "".join(kept) or character


def _class(codes: Iterable[int]) -> str:
    """Write code points as the inside of a character class."""
    held = set(codes)
    firsts = sorted(code for code in held if code - 1 not in held)
    lasts = sorted(code for code in held if code + 1 not in held)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(firsts, lasts, strict=True))


_marks = {code for code in range(0x300, _LAST_MARK + 1) if unicodedata.category(chr(code))[0] == "M"}
_spelling = {code for code in _marks if is_spelling(chr(code))}
FOLDED = _Folding()
# Inside of character classes: Chinese characters; marks that spell; what is dropped; of it, what is not a mark.
HAN = f"{_class(_HAN)}{chr(_HAN_PLANES[0])}-{chr(_HAN_PLANES[-1])}"
SPELLING = _class(_spelling)
DROPPED = _class((_marks - _spelling) | _UNSEEN | _MODIFIERS)
MODIFIERS = _class(_MODIFIERS)
