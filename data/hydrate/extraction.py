"""What is the text of a fetched page, and under which licence?

Input is whatever a host sent. What cannot be read gives one sentence; time and memory are bounded from outside, by
`workshop`.
"""

import codecs
from contextlib import suppress
from typing import NamedTuple

from trafilatura import extract
from trafilatura.utils import detect_encoding

from data.hydrate.charsets import AS_MEANT, charset_within
from data.hydrate.failures import Failed
from data.hydrate.licence import declared, note
from data.hydrate.limits import Limits
from data.hydrate.pdf import opened, pages

HTML = ("text/html", "application/xhtml+xml")
PDF = "application/pdf"
PLAIN = "text/plain"
MEDIA_TYPES = (*HTML, PDF, PLAIN)

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Extracted(NamedTuple):
    """A text, and the note on its licence."""

    text: str
    licence: str


def extracted(content: bytes, media_type: str, charset: str | None, limits: Limits) -> Extracted:
    """Read the text of a page.

    Args:
        content: What was sent, unpacked.
        media_type: One of `MEDIA_TYPES`.
        charset: As the host declared it, if it did.
        limits: Pages and characters to take at most.

    Raises:
        Failed: there is none, or it is too long.
    """
    values: list[str] = []
    if media_type == PDF:
        found = "\n\n".join(pages(opened(content, limits)))
    elif media_type == PLAIN:
        found = decoded(content, charset)
    else:
        page = decoded(content, charset or charset_within(content))
        found, values = extract(page, include_comments=False) or "", declared(page)
    text = _cleaned(found)
    if not text:
        raise Failed("unreadable", "there is no text in it that could be read, perhaps only pictures or a script")
    if len(text) > limits.characters:
        raise Failed("size", f"its text is longer than {limits.characters:,} characters")
    return Extracted(text, note(values))


def decoded(content: bytes, charset: str | None) -> str:
    """Turn bytes into text.

    Args:
        content: What was sent.
        charset: As it was declared, if it was; a mark at the start of the bytes counts for more.

    Returns:
        The text; what fits into no charset stands there as U+FFFD.
    """
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return content.decode(name, "replace")
    said = [AS_MEANT.get(charset.lower(), charset)] if charset else []
    for name in (*said, "utf-8"):
        # LookupError: there is no such charset.
        with suppress(LookupError, ValueError):
            return content.decode(name)
    for name in (*said, *detect_encoding(content)):
        with suppress(LookupError, ValueError):
            return content.decode(name, "replace")
    return content.decode("utf-8", "replace")


def _cleaned(text: str) -> str:
    """Keep what every store can hold: lines end in one way, without NUL and halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
