"""What is a file, by its bytes? Its name and what a host says of it do not count."""

import re
from io import BytesIO
from typing import Literal
from zipfile import ZipFile

from data.hydrate.failures import Failed
from data.uploads.docx import BROKEN, TEXT_PART

Kind = Literal["docx", "pdf", "words"]

# Documents that begin in plain letters and look like text.
WRITTEN = ((b"{\\rtf", "an RTF document"), (b"%!PS", "a PostScript file"))
# What no text holds; "MZ" alone could begin one.
BINARY = re.compile(b"[\0-\x08\x0e-\x1a]")
# The first bytes of what is no text, and what it is in words.
BEGINNINGS = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"RIFF", "a picture or a recording (WebP, WAV or AVI)"),
    (b"ID3", "a recording (MP3)"),
    (b"OggS", "a recording (Ogg)"),
    (b"\x1aE\xdf\xa3", "a recording (WebM or Matroska)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"BZh", "a packed file (bzip2)"),
    (b"\xfd7zXZ", "a packed file (xz)"),
    (b"7z\xbc\xaf", "a packed archive (7z)"),
    (b"Rar!", "a packed archive (RAR)"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"PAR1", "a table (Parquet)"),
)
PICTURES = re.compile("a picture|a recording")
READ_OUT = "run text recognition or write down what is said, then paste the text"
UNPACK = "unpack it and take the document in it"

# Old Office files and encrypted new ones are both in a container of this kind; the names in it are UTF-16.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IN_OLE = (
    ("EncryptedPackage", "an Office file that is encrypted", "save it without a password, or paste the text"),
    ("WordDocument", "a Word document of the old kind (DOC)", ""),
    ("Workbook", "a workbook (XLS)", ""),
    ("PowerPoint Document", "a presentation (PPT)", ""),
)
# What lies in a ZIP file tells what it is; the first that fits.
IN_ZIP = (
    (re.compile(r"xl/.*"), "a workbook (XLSX)"),
    (re.compile(r"ppt/.*"), "a presentation (PPTX)"),
    (re.compile(r"META-INF/container\.xml"), "an e-book (EPUB)"),
    (re.compile(r"content\.xml"), "an OpenDocument file (ODT or its kin)"),
    (re.compile(r"Index/.*\.iwa|Index\.zip"), "a Pages, Numbers or Keynote file"),
)


def kind(content: bytes) -> Kind:
    """Tell what a file is; `words` is text of any kind, HTML too, if it can be decoded.

    Raises:
        Failed: it is something that is not read.
    """
    if content.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _in_zip(content)
    if content.startswith(OLE):
        raise _in_ole(content)
    for beginning, words in WRITTEN:
        if content.startswith(beginning):
            raise _not_read(words)
    if BINARY.search(content[:512]):
        _check(content)
    return "words"


def _check(content: bytes) -> None:
    """Refuse what is no text; what cannot be told here shows when it is decoded."""
    if content[4:8] == b"ftyp":
        raise _not_read("a picture or a recording (HEIC, MP4 or their kin)", READ_OUT)
    for beginning, words in BEGINNINGS:
        if content.startswith(beginning):
            raise _not_read(words, READ_OUT if PICTURES.match(words) else UNPACK if "packed" in words else "")


def _in_ole(content: bytes) -> Failed:
    for name, words, remedy in IN_OLE:
        if name.encode("utf-16-le") in content:
            return _not_read(words, remedy)
    return _not_read("an Office file or mail of the old kind")


def _in_zip(content: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except BROKEN as error:
        raise Failed("unreadable", "it is damaged") from error
    if any(map(TEXT_PART.fullmatch, names)):
        return "docx"
    for pattern, words in IN_ZIP:
        if any(map(pattern.fullmatch, names)):
            raise _not_read(words)
    raise _not_read("a packed archive (ZIP)", UNPACK)


def _not_read(words: str, remedy: str = "") -> Failed:
    return Failed("type", f"it is {words}", remedy)
