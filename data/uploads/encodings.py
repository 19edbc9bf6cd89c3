"""Which text do bytes stand for? One that is certain, or none: a wrong letter in a quotation is worse than a refusal.

A mark at the start counts first, then UTF-16 by its zeros, then what is declared, then UTF-8. What is left was written
one byte a letter, and is read where only one of the old encodings gives words that a language can have.
"""

import codecs
import re
import unicodedata
from contextlib import suppress
from itertools import pairwise

from data.hydrate.charsets import AS_MEANT
from data.hydrate.failures import Failed
from data.uploads.alphabets import LETTERS, WRITTEN_IN

# The longer one first: UTF-32 begins as UTF-16 does.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Python knows further ones that stand for no text of anybody's, such as unicode_escape.
DECLARED = re.compile(
    r"utf-(8|16|16-le|16-be|32)|cp(125\d|866|874|932|949|950)|iso8859-\d+|koi8-[ru]|tis-620|mac-\w+"
    r"|gb\w+|hz|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+"
)
# The same bytes are letters in the Windows encoding, and controls in the standard's, which nobody writes.
MEANT = AS_MEANT | dict.fromkeys(("iso-8859-9", "latin5"), "cp1254") | {"gb2312": "gb18030", "gbk": "gb18030"}
CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_TOKEN = re.compile(r"[^\s<>=\"]+")
# What stands around words and between their parts, beside ASCII.
_AROUND = " “”„‘’‚–—…«»‹›•€£§©®™°²·¡¿№ºª،؛؟"
_EDGES = _AROUND + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~0123456789"
_BETWEEN = frozenset(_AROUND) - frozenset("¡¿©®™ºª")


def decoded(content: bytes, declared: str | None = None) -> str:
    """Turn bytes into the text that they stand for.

    Args:
        content: The whole of a text.
        declared: Its encoding as it or its host declares it, if one does.

    Raises:
        Failed: it is not text, or cannot be decoded without loss and doubt.
    """
    text = _certain(content, declared)
    if text is None and 0 not in content:
        text = _only(content)
    if text is None or "\0" in text or 100 * len(CONTROL.findall(text)) > len(text):
        raise Failed("type", "it is neither text nor a document of a kind that is known here")
    return text


def codec(declared: str | None) -> str | None:
    """Name the codec that is meant by a declaration, if there is one."""
    if not declared:
        return None
    with suppress(LookupError, ValueError):
        name = codecs.lookup(MEANT.get(declared.strip().lower(), declared.strip())).name
        return name if DECLARED.fullmatch(name) else None
    return None


def _certain(content: bytes, declared: str | None) -> str | None:
    for mark, name in MARKS:
        if content.startswith(mark):
            return _strictly(content, name) or ""
    wide = _wide(content)
    names = [wide] if wide else [name for name in (codec(declared), "utf-8") if name]
    return next((text for name in names if (text := _strictly(content, name)) is not None), None)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: its blanks and line ends have a zero, which no other text has."""
    high, low = content[1::2].count(0), content[::2].count(0)
    if not high + low or len(content) % 2:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _strictly(content: bytes, name: str) -> str | None:
    with suppress(ValueError):
        return content.decode(name)
    return None


def _only(content: bytes) -> str:
    """Read a text in the one old encoding in which it has words."""
    readings = {name: text for name in WRITTEN_IN if (text := _strictly(content, name)) is not None}
    fitting = {text for name, text in readings.items() if _has_words(text, name)}
    if len(fitting) == 1:
        return fitting.pop()
    found = "more than one encoding fits it" if fitting else "no encoding fits it"
    raise Failed("unreadable", f"{found}, and it declares none", "save it as UTF-8, or paste the text")


def _has_words(text: str, name: str) -> bool:
    words = [word.strip(_EDGES) for word in set(_TOKEN.findall(text)) if not word.isascii()]
    # A few may be names of elsewhere.
    allowed = len(words) // 20
    return any(sum(_is_odd(word, language) for word in words) <= allowed for language in WRITTEN_IN[name])


def _is_odd(word: str, language: str) -> bool:
    """Tell whether a language has no such word: a foreign letter, two scripts, capitals that follow small letters."""
    beyond = [sign for sign in word if not sign.isascii() and sign not in _BETWEEN]
    if any(sign.lower()[0] not in LETTERS[language] for sign in beyond):
        return True
    pairs = [(a, b) for a, b in pairwise(word) if a.isalpha() and b.isalpha() and not (a + b).isascii()]
    is_latin = unicodedata.name(LETTERS[language][0]).startswith("LATIN")
    return any((not is_latin and a.isascii() != b.isascii()) or (a.islower() and b.isupper()) for a, b in pairs)
