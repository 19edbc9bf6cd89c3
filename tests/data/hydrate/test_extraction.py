"""From bytes to text: what is read, and what is said where nothing can be."""

import shutil
import signal
import subprocess
import sys
import time
from multiprocessing import Pipe
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.hydrate.extraction import MEDIA_TYPES, decoded, extracted
from data.hydrate.failures import Failed
from data.hydrate.limits import Limits
from data.hydrate.workshop import ROOT, Workshop
from tests.data.hydrate import bombs
from tests.data.hydrate.written import PARAGRAPHS, article, pdf

LIMITS = Limits(pdf_pages=3, characters=2_000)
HTML, PDF, PLAIN = "text/html", "application/pdf", "text/plain"


def read(content, media_type, charset=None):
    return extracted(content, media_type, charset, LIMITS)


def told(reading):
    """The text, or the sentence that says why there is none; anything else is raised."""
    try:
        return reading()
    except Failed as failure:
        return str(failure)


def why_not(content, media_type):
    with pytest.raises(Failed) as failure:
        read(content, media_type)
    return failure.value


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1257">', "<meta http-equiv=content-type content='text/html; charset=Windows-1257'>"],
)
def test_the_charset_that_a_page_names_in_its_head_counts(head):
    """Also where a byte fits it not: a guess would then read the Lithuanian letters as Icelandic ones."""
    said = "Šiandien Vilniuje vyko derybos dėl ateities."
    content = article([f"x {said}"] * 3, head=head).encode("windows-1257").replace(b"<p>x", b"<p>\xa1")
    assert said in read(content, HTML).text
    assert said not in decoded(content, None)
    # What the host says in the header counts for more than the page.
    assert said in read(article([said] * 3, head=head).encode(), HTML, "utf-8").text


@given(st.text())
def test_text_in_utf_8_comes_back_as_it_was(text):
    assert decoded(text.encode(), None) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "windows-1251", "hex", "no-such", "utf-7", "\0"]))
def test_any_bytes_are_some_text(content, charset):
    assert isinstance(decoded(content, charset), str)


def test_a_text_has_one_kind_of_line_end_and_nothing_that_cannot_be_stored():
    assert read(b" \r\nOne\r\nTwo\rThree\0\n", PLAIN).text == "One\nTwo\nThree"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", PLAIN),
        (b" \n\0", PLAIN),
        (b"", HTML),
        (b"<html><body><script>draw()</script></body></html>", HTML),
        (b"<", HTML),
        (pdf("", ""), PDF),
    ],
)
def test_where_there_is_no_text_that_is_said(content, media_type):
    failure = why_not(content, media_type)
    assert failure.reason == "unreadable"
    assert "no text" in str(failure)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.4", b"<html></html>", pdf("Text")[:200], pdf("Text").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")],
)
def test_a_damaged_pdf_gives_a_sentence(content):
    assert str(why_not(content, PDF)) in (
        "the PDF is damaged",
        "there is no text in it that could be read, perhaps only pictures or a script",
    )


def test_an_encrypted_pdf_is_said_to_be_encrypted():
    trailer = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
        + b"00" * 32
        + b"> /U <"
        + b"00" * 32
        + b"> /P -4 >> /ID [<00> <00>] "
    )
    assert str(why_not(pdf("Secret").replace(b"/Root 1 0 R", trailer + b"/Root 1 0 R"), PDF)) == "the PDF is encrypted"


def test_what_is_too_long_is_refused_whole_and_not_cut():
    assert read(pdf("One", "Two", "Three"), PDF).text == "One\n\nTwo\n\nThree"
    assert str(why_not(pdf("One", "Two", "Three", "Four"), PDF)) == "the PDF has 4 pages, more than 3"
    assert len(read(b"x" * 2_000, PLAIN).text) == 2_000
    assert str(why_not(b"x" * 2_001, PLAIN)) == "its text is longer than 2,000 characters"


@settings(max_examples=30)
@given(st.binary(max_size=400), st.sampled_from(MEDIA_TYPES), st.data())
def test_broken_input_gives_a_text_or_a_sentence(noise, media_type, data):
    whole = pdf("Text of a page") if media_type == PDF else article().encode()
    place = data.draw(st.integers(0, len(whole)))
    content = whole[:place] + noise + whole[place + len(noise) :]
    assert told(lambda: read(content, media_type).text)


def test_deeply_nested_pages_do_not_break_their_reader(workshop):
    nested = "<div>" * 20_000 + PARAGRAPHS[0] + "</div>" * 20_000
    assert told(lambda: workshop.read(nested.encode(), HTML, None)["text"])
    assert workshop.read(b"After it.", PLAIN, None)["text"] == "After it."


@pytest.mark.parametrize(
    ("bomb", "sentence"),
    [
        (bombs.sleep, "reading it took more than 1.5 seconds"),
        (bombs.die, "its reader crashed on it"),
        (bombs.fill_the_memory, "reading it takes too much memory"),
        (bombs.recurse, "it is nested too deeply"),
    ],
)
def test_a_page_that_breaks_its_reader_gets_a_sentence_and_the_next_one_is_read(bomb, sentence):
    with Workshop(Limits(extraction=1.5, memory=3_000_000_000), bomb) as workshop:
        assert workshop.read(b"Before it.", PLAIN, None)["text"] == "Before it."
        began = time.monotonic()
        with pytest.raises(Failed) as failure:
            workshop.read(bombs.BOMB, PLAIN, None)
        assert str(failure.value) == sentence
        assert time.monotonic() - began < 5
        assert workshop.read(b"After it.", PLAIN, None)["text"] == "After it."


def test_the_process_runs_no_main_module_and_is_told_no_key(tmp_path, monkeypatch):
    """Streamlit puts the page that it runs into the place of the main module."""
    page = tmp_path / "page.py"
    page.write_text("from pathlib import Path\nPath(__file__).with_name('ran').touch()\n")
    main = ModuleType("__main__")
    main.__file__ = str(page)
    monkeypatch.setitem(sys.modules, "__main__", main)
    monkeypatch.setenv("SECRET_KEY", "word")
    with Workshop(Limits(), bombs.tell_the_environment) as workshop:
        names, modules = workshop.read(b"").values()
    assert [file.name for file in tmp_path.iterdir()] == ["page.py"]
    assert "PYTHONPATH" in names
    assert "SECRET_KEY" not in names
    assert "streamlit" not in modules.split()


def test_a_fault_that_nobody_thought_of_is_named():
    with Workshop(Limits(), bombs.fail) as workshop, pytest.raises(Failed, match=r"^it cannot be read \(KeyError\)$"):
        workshop.read(b"")


def test_a_process_that_does_not_start_gives_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with Workshop(Limits(), bombs.sleep) as workshop, pytest.raises(Failed, match="could not be started"):
        workshop.read(b"")


def test_a_process_that_nobody_waits_for_ends_by_itself():
    """As when the server is killed while a page is being read."""
    here, there = Pipe()
    with there:
        process = subprocess.Popen(
            [sys.executable, "-m", "data.hydrate.bench", str(there.fileno())], cwd=ROOT, pass_fds=[there.fileno()]
        )
    here.send((bombs.sleep, Limits(extraction=0.01)))
    here.recv_bytes()
    here.send_bytes(b"[]")
    here.send_bytes(bombs.BOMB)
    here.close()
    assert process.wait(20) == -signal.SIGALRM
