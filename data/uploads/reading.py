"""What does a file say, once it is known what it is? Runs in a process of `data.hydrate.workshop`.

The process lives for one file, so each kind loads only what reads it: that halves what a person waits for.
"""

import re
import unicodedata
from typing import NamedTuple

from data.hydrate import licence
from data.hydrate.charsets import charset_within
from data.hydrate.failures import Failed
from data.uploads import docx
from data.uploads.cleaning import cleaned, paragraphs
from data.uploads.encodings import codec, decoded
from data.uploads.kinds import kind
from data.uploads.limits import UploadLimits
from data.uploads.print_lines import joined

# How HTML begins, as browsers tell it; anything else in angle brackets is XML of some kind.
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>[^<]*(?:<![^>]*>[^<]*)*)?<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|"
    r"title|b|body|br|p|meta|article|main|section)[\s>/]|\s*<!--",
    re.IGNORECASE,
)
XML = re.compile(r"\s*<(?:\?xml|svg|rss|feed)\b")
MAIL = re.compile(r"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,60}MIME-Version:", re.IGNORECASE)
RECOGNISE = "run text recognition over it, or paste the text"


class Found(NamedTuple):
    """A text and what its document declares; all of it as texts, empty where nothing is declared."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""
    licence: str = ""


def found(content: bytes, charset: str | None, limits: UploadLimits) -> Found:
    """Read a file of any kind that is read.

    Args:
        content: The file.
        charset: As a host declared it, if it did.
        limits: What is taken of it.

    Raises:
        Failed: there is no text, or none that can be read, or too much of it.
    """
    sort = kind(content)
    if sort == "pdf":
        read = _of_pdf(content, limits)
    elif sort == "docx":
        text, title = docx.text_of(content, limits)
        read = Found(cleaned(text), title)
    else:
        read = _of_words(content, charset)
    if not read.text:
        raise Failed("unreadable", "there is no text in it that could be read")
    if len(read.text) > limits.characters:
        raise Failed("size", f"its text is longer than {limits.characters:,} characters")
    return read


def _of_pdf(content: bytes, limits: UploadLimits) -> Found:
    from data.hydrate import pdf

    reader = pdf.opened(content, limits)
    pages = pdf.pages(reader)
    text = cleaned(joined(pages))
    if not text:
        raise Failed("unreadable", "the PDF has no text, only pictures", RECOGNISE)
    if 20 * sum(map(_is_unknown, "".join(pages))) > len(text):
        raise Failed("unreadable", "the PDF does not say which letters it draws", RECOGNISE)
    title, language = pdf.title_and_language(reader)
    return Found(text, title, language=language)


def _is_unknown(sign: str) -> bool:
    """Tell whether a sign stands for a letter that the font of a PDF does not name."""
    return (
        sign == "\N{REPLACEMENT CHARACTER}"
        or unicodedata.category(sign) == "Co"
        or (sign < " " and sign not in "\n\r\t")
    )


def _of_words(content: bytes, charset: str | None) -> Found:
    within = charset or charset_within(content)
    try:
        text = decoded(content, within)
    except Failed:
        # A page may be damaged where nobody reads it; what is read of it may not.
        name = codec(within)
        if name is None or not HTML.match(text := content.decode(name, "replace")):
            raise
        return _whole(_of_page(text))
    if HTML.match(text):
        return _of_page(text)
    if XML.match(text):
        raise Failed("type", "it is XML, but no web page")
    if MAIL.match(text):
        raise Failed("type", "it is a saved mail or web archive (MIME)", "save it as HTML or PDF, or paste the text")
    return Found(cleaned(text))


def _of_page(page: str) -> Found:
    from trafilatura import extract

    from data.uploads.declared import declared

    # A statement that is overlooked costs more than a line too many: a person looks at what is read.
    text = paragraphs(extract(page, include_comments=False, favor_recall=True) or "")
    if not text:
        raise Failed("unreadable", "the page has no text, perhaps only pictures or a script")
    return Found(text, *declared(page), licence=licence.note(licence.declared(page)))


def _whole(read: Found) -> Found:
    if "\N{REPLACEMENT CHARACTER}" in read.text:
        raise Failed("unreadable", "its text is not in the encoding that it declares")
    return read
