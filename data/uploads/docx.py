"""What does a Word document say? Its text as it would be printed: insertions in, deletions and hidden words out.

Only the parts that hold the text are opened. Whatever they refer to elsewhere, in the file or outside of it, is not.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from data.hydrate.failures import Failed
from data.uploads.limits import UploadLimits

# Both the usual namespace and that of "strict" documents.
WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
TITLE = "{http://purl.org/dc/elements/1.1/}title"
TEXT_PART = re.compile(r"word/(document\d*|endnotes|footnotes)\.xml")
# Deleted, moved elsewhere, instructions of fields, and the second drawing of what is there already.
LEFT_OUT = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback"))
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
# What zipfile raises where an archive is broken.
BROKEN = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, ValueError, struct.error, zlib.error)
OFF = frozenset(("0", "false", "off"))


@dataclass
class _Writing:
    """Paragraphs as they come; one inside another, as in a text box, comes after it."""

    done: list[str] = field(default_factory=list)
    # A paragraph whose end was deleted goes on in the next one.
    carried: str = ""


def text_of(content: bytes, limits: UploadLimits) -> tuple[str, str]:
    """Read the paragraphs of a document, its tables cell by cell, then its notes.

    Args:
        content: The file, a ZIP that holds what `TEXT_PART` names.
        limits: What it may unpack to.

    Returns:
        The text, paragraphs parted by an empty line, and the title that the document declares.

    Raises:
        Failed: it is damaged, or unpacks to too much.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive, len(content), limits)
            there = sorted(set(archive.namelist()))
            roots = [_parsed(archive.read(name)) for name in there if TEXT_PART.fullmatch(name)]
            title = _title(archive) if "docProps/core.xml" in there else ""
    except (*BROKEN, etree.XMLSyntaxError) as error:
        raise Failed("unreadable", "the document is damaged") from error
    return "\n\n".join(line for root in roots for line in _paragraphs(root)), title


def _check(archive: ZipFile, size: int, limits: UploadLimits) -> None:
    """Refuse what unpacks to too much. zipfile gives no more bytes of a part than are declared for it."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    most = min(limits.unpacked, max(limits.ratio * size, limits.harmless))
    if len(parts) > limits.parts or unpacked > most:
        raise Failed("size", f"it unpacks to {unpacked:,} bytes in {len(parts):,} parts, far more than a text needs")
    if any(part.flag_bits & 1 or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise Failed("unreadable", "it is encrypted or packed as no Word document is")
    # The types first: a renamed project of macros is still declared there.
    said = archive.read("[Content_Types].xml") + " ".join(archive.namelist()).encode()
    if re.search(rb"macroEnabled|vbaProject", said):
        raise Failed("type", "it is a Word document with macros", "save it as DOCX, which holds none")


def _parsed(part: bytes) -> etree._Element:
    """Parse a part; entities stay unresolved, and Word never declares any."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(part, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Failed("unreadable", "the document declares XML entities, which Word never does")
    return root


def _title(archive: ZipFile) -> str:
    return (_parsed(archive.read("docProps/core.xml")).findtext(TITLE) or "").strip()


def _paragraphs(root: etree._Element) -> list[str]:
    writing = _Writing()
    _walk(root, writing)
    return [line for line in (*writing.done, writing.carried) if line.strip()]


def _walk(element: etree._Element, writing: _Writing) -> None:
    for child in element.iterchildren(etree.Element):
        name = _name(child)
        if name in LEFT_OUT or (name == "tr" and _has(child, "trPr", "del")):
            continue
        if name == "p" and child.tag.startswith(WORD):
            _write(child, writing)
        else:
            _walk(child, writing)


def _write(paragraph: etree._Element, writing: _Writing) -> None:
    inner = _Writing()
    words = writing.carried + "".join(_words(paragraph, inner))
    if _has(paragraph, "pPr", "rPr", "del"):
        writing.carried = words
    else:
        writing.done.append(words)
        writing.carried = ""
    writing.done += [*inner.done, *filter(None, [inner.carried])]


def _words(element: etree._Element, inner: _Writing) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        name = _name(child)
        if name in LEFT_OUT or (name == "r" and _has(child, "rPr", "vanish")):
            continue
        if not child.tag.startswith(WORD):
            # Drawings: what is written in them stands in paragraphs of its own.
            _walk(child, inner)
        elif name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "p":
            _write(child, inner)
        elif not name.endswith("Pr"):
            yield from _words(child, inner)


def _name(element: etree._Element) -> str:
    """The name without its namespace; many times faster than etree.QName."""
    return str(element.tag).rpartition("}")[2]


def _has(element: etree._Element, *path: str) -> bool:
    """Tell whether a property is set: it may be there and switched off."""
    for name in path:
        found = next((child for child in element.iterchildren(etree.Element) if _name(child) == name), None)
        if found is None:
            return False
        element = found
    return not any(value in OFF for name, value in element.items() if etree.QName(name).localname == "val")
