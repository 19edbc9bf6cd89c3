"""What a file is, is told by its bytes; what is not read is named, with what to do."""

import gzip
import io
import wave
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.hydrate.failures import Failed
from data.uploads.kinds import BEGINNINGS, kind
from tests.data.hydrate.written import PARAGRAPHS, article, pdf
from tests.data.uploads.conftest import read, told, why_not
from tests.data.uploads.written import MAIN, docx, packed, part, said

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
UNPACK = "unpack it and take the document in it"
READ_OUT = "run text recognition or write down what is said, then paste the text"


def recording():
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(64))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"it is a picture (PNG); {READ_OUT}"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", f"it is a picture (JPEG); {READ_OUT}"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", f"it is a picture or a recording (HEIC, MP4 or their kin); {READ_OUT}"),
        (recording(), f"it is a picture or a recording (WebP, WAV or AVI); {READ_OUT}"),
        (b"{\\rtf1\\ansi Talks were held.}", "it is an RTF document"),
        (b"%!PS-Adobe-3.0\n(Talks) show", "it is a PostScript file"),
        (b"MZ\x90\0\x03\0", "it is a program"),
        (b"\x7fELF\x02\x01\x01\0", "it is a program"),
        (gzip.compress(b"Talks", mtime=0), f"it is a packed file (gzip); {UNPACK}"),
        (OLE, "it is an Office file or mail of the old kind"),
        (OLE + "WordDocument".encode("utf-16-le"), "it is a Word document of the old kind (DOC)"),
        (OLE + "Workbook".encode("utf-16-le"), "it is a workbook (XLS)"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "it is an Office file that is encrypted; save it without a password, or paste the text",
        ),
        (packed({"notes.txt": "Talks"}), f"it is a packed archive (ZIP); {UNPACK}"),
        (packed({"a.zip": packed({"b.docx": docx(said("Talks"))})}), f"it is a packed archive (ZIP); {UNPACK}"),
        (packed({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "it is a workbook (XLSX)"),
        (packed({"ppt/presentation.xml": ""}), "it is a presentation (PPTX)"),
        (packed({"mimetype": "", "content.xml": ""}), "it is an OpenDocument file (ODT or its kin)"),
        (packed({"META-INF/container.xml": ""}), "it is an e-book (EPUB)"),
        (packed({"notes.txt": "Talks"})[:40], "it is damaged"),
        (b'<?xml version="1.0"?><rss><item>Talks</item></rss>', "it is XML, but no web page"),
        (b"<svg xmlns='x'><text>Talks</text></svg>", "it is XML, but no web page"),
        (
            b"From: <Saved by Blink>\r\nSubject: Talks\r\n were held\r\nMIME-Version: 1.0\r\n\r\nTalks",
            "it is a saved mail or web archive (MIME); save it as HTML or PDF, or paste the text",
        ),
        (bytes(range(256)) * 4, "it is neither text nor a document of a kind that is known here"),
    ],
)
def test_what_is_not_read_is_named(content, sentence):
    assert why_not(content) == sentence


@pytest.mark.parametrize(
    "content",
    [
        docx(said("Talks"), main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        packed({"[Content_Types].xml": "<Types>vnd.ms-office.vbaProject</Types>", "word/document.xml": part("")}),
        docx(said("Talks"), word__vbaProject_bin=b"\xd0\xcf"),
    ],
)
def test_macros_are_refused_whatever_the_file_is_called(content):
    assert why_not(content) == "it is a Word document with macros; save it as DOCX, which holds none"
    assert read(docx(said("Talks"), main=MAIN)).text == "Talks"


@pytest.mark.parametrize("beginning", [beginning for beginning, _ in BEGINNINGS if beginning.strip(b"\0").isalnum()])
def test_a_text_may_begin_as_other_files_do(beginning):
    words = beginning.replace(b"\0", b" ") + b" are the first letters of this text."
    assert kind(words) == "words"
    assert read(words).text == words.decode().strip()


@pytest.mark.parametrize(
    "page",
    [
        article(),
        "\n <!-- saved from a page -->\n" + article(),
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n' + article().removeprefix("<!doctype html>"),
        article().removeprefix("<!doctype html>"),
        article().encode("utf-16"),
        article().encode("utf-16-le"),
    ],
)
def test_a_web_page_is_known_by_its_beginning(page):
    text = read(page if isinstance(page, bytes) else page.encode()).text
    assert text == "\n\n".join(["Talks held", *PARAGRAPHS])


def test_angle_brackets_alone_make_no_web_page():
    text = "<anna@paper.example> wrote: is 3 < 4, and <html> a word?"
    assert read(text.encode()).text == text


def test_a_pdf_may_have_a_line_before_it():
    assert read(b"\n" + pdf("Talks were held.")).text == "Talks were held."


@settings(max_examples=40)
@given(st.binary(max_size=60), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", OLE[:8], b"<html>", b"\xff\xfe"]))
def test_any_bytes_are_a_text_or_a_sentence(noise, beginning):
    assert told(beginning + noise)


def test_the_names_in_an_archive_lead_nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("../../outside.txt", "Talks")
        archive.writestr("/etc/outside.txt", "Talks")
        archive.writestr("word/document.xml", "<w:document xmlns:w='w'/>")
    with pytest.raises(Failed):
        read((tmp_path / "a.docx").read_bytes())
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]
