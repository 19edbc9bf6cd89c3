"""Files as people upload them, written by hand: Word documents with what Word puts into them, PDFs with many lines."""

import io
import zipfile

from tests.data.hydrate.written import pdf

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def said(*texts):
    """Paragraphs of one run each."""
    return "".join(paragraph(run(text)) for text in texts)


def part(body, root="document", before=""):
    return f'{before}<w:{root} xmlns:w="{WORD}">{body}</w:{root}>'


def types(main=MAIN):
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def docx(body, title="", main=MAIN, before="", **parts):
    """A Word document; further parts by name, with `__` for a slash and `_` for a dot."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    files = {"[Content_Types].xml": types(main), "word/document.xml": part(body, before=before)} | named
    return packed(files | ({"docProps/core.xml": CORE.format(title)} if title else {}))


def packed(files):
    """An archive of files by name, the same bytes at every call: several workers name the tests that it is in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(2020, 4, 15, 0, 0, 0))
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def printed(*pages):
    """A PDF of pages, each with lines of print."""
    return pdf(*(") Tj 0 -14 Td (".join(lines) for lines in pages))
