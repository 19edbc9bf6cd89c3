"""From the door: a file or an address in, a text or one sentence out; each file has a process of its own."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from data.hydrate.failures import IN_WORDS
from data.uploads import Read, Refused, of_address, of_file, texts
from data.uploads.refusals import REMEDIES
from tests.data.hydrate.loopback import answer, redirect
from tests.data.hydrate.written import PARAGRAPHS, article, pdf
from tests.data.uploads.written import docx, said

TEXT = "\n\n".join(["Talks held", *PARAGRAPHS])
IN_BROWSER = "or open it in your browser and paste its text"


def refusal(read, *given):
    with pytest.raises(Refused) as refused:
        read(*given)
    return str(refused.value)


def test_a_file_is_read_for_what_it_is():
    assert of_file("talks.pdf", docx(said("Talks were held."), title="Talks")) == Read("Talks were held.", "Talks")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "“passwd”"),
        ("C:\\Users\\anna\\talks.pdf", "“talks.pdf”"),
        ("talks\n\u202efdp.exe", "“talks\ufffd\ufffdfdp.exe”"),
        ("x" * 500, "“" + "x" * 80 + "…”"),
        ("", "“the file”"),
        ("folder/", "“the file”"),
        ("<b>**talks**</b>", "“b>”"),
    ],
)
def test_a_name_is_never_more_than_a_name(name, shown):
    sentence = refusal(of_file, name, b"")
    assert sentence == f"{shown} was not read: it is empty; choose the file again, or paste the text."


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(texts, "READERS", None)
    assert refusal(of_file, "talks.pdf", bytes(20_000_001)) == (
        "“talks.pdf” was not read: it has 20,000,001 bytes, and 20,000,000 are read at most; "
        "paste the part that you need."
    )


def test_what_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(texts, "LIMITS", replace(texts.LIMITS, extraction=0.01))
    slow = article(["Talks were held."] * 20_000).encode()
    assert refusal(of_file, "a.html", slow) == (
        "“a.html” was not read: reading it took more than 0.01 seconds; save it anew as PDF or DOCX, or paste the text."
    )


def test_one_file_is_read_at_a_time_and_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(texts, "LIMITS", replace(texts.LIMITS, turn=0.05))
    busy = "“talks.txt” was not read: other texts are being read at the moment; try again in a moment."
    with texts.READERS:
        assert refusal(of_file, "talks.txt", b"Talks") == busy
    # Whatever came of one, the next has its turn.
    assert "(PNG)" in refusal(of_file, "talks.txt", b"\x89PNG\r\n\x1a\n\0")
    assert of_file("talks.txt", b"Talks").text == "Talks"


def test_several_at_once_each_get_their_own_text():
    got = {}
    readers = [
        Thread(target=lambda number=number: got.update({number: of_file("a", f"Text {number}".encode()).text}))
        for number in range(2)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert got == {number: f"Text {number}" for number in range(2)}


def test_an_address_gives_its_text_and_what_the_page_declares(server):
    head = (
        '<meta property="article:published_time" content="2020-04-15T08:00:00Z"><meta property="og:site_name" '
        'content="The Paper"><meta property="og:title" content="Talks">'
    )
    server.pages |= {"/old": redirect("http://two.example/new"), "/new": answer(article(head=head))}
    read = of_address(" http://one.example/old#part ")
    assert read.text == TEXT
    assert (read.title, read.published, read.publisher) == ("Talks", date(2020, 4, 15), "The Paper")
    assert (read.url, read.language) == ("http://two.example/new", "")
    assert "declares no licence" in read.licence


def test_what_a_host_sends_is_read_for_what_it_is(server):
    server.pages["/talks.php"] = answer(pdf("Talks were held."), content_type="text/html; charset=utf-8")
    assert of_address("http://one.example/talks.php").text == "Talks were held."


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1/", "leads to 127.0.0.1, which is no address of the public web"),
        ("localhost:8501", "no address of the public web"),
        ("http://10.0.0.7/", "no address of the public web"),
        ("http://[::1]/", "no address of the public web"),
        ("http://169.254.169.254/latest/meta-data/", "no address of the public web"),
        ("inside.example/page", "no address of the public web"),
        ("http://2130706433/", "is not a plain IP address"),
        ("file:///etc/passwd", "is neither http nor https"),
        ("file:/etc/passwd", "is neither http nor https"),
        ("javascript:alert(1)", "is neither http nor https"),
        ("http://anna:word@one.example/", "names a user or hides its host"),
        ("", "is not the name of a host"),
        ("two words", "is not the name of a host"),
        ("http://one.example:x/", "cannot be read as an address of the web"),
    ],
)
def test_what_is_no_address_of_the_public_web_is_refused(server, monkeypatch, address, why):
    if address.startswith("localhost"):
        monkeypatch.setattr("tests.data.hydrate.conftest.PUBLIC", "127.0.0.1")
    sentence = refusal(of_address, address)
    assert why in sentence
    assert sentence.endswith(f"; check the address, {IN_BROWSER}.")
    assert server.requests == []


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ({"/page": redirect("http://10.0.0.7/")}, "no address of the public web; check the address"),
        ({"/page": redirect("/page")}, f"redirects more than 5 times; {IN_BROWSER.removeprefix('or ')}"),
        ({}, "one.example answered 404; check the address"),
        ({"/page": answer("", "503 Unavailable")}, "one.example answered 503; try again later"),
        ({"/page": answer("x", content_length="20000001")}, "would send more than 20,000,000 bytes; paste the part"),
        (
            {"/robots.txt": answer("User-agent: *\nDisallow: /page", content_type="text/plain")},
            "asks programs not to fetch this page; open it in your browser and paste its text",
        ),
        (
            {"/robots.txt": answer("User-agent: *\nCrawl-delay: 60", content_type="text/plain")},
            "asks for a pause of more than 5 seconds between requests; open it in your browser",
        ),
    ],
)
def test_what_could_not_be_had_is_told_with_what_to_do(server, pages, why):
    server.pages |= pages
    assert why in refusal(of_address, "http://one.example/page")


def test_a_page_that_only_a_script_fills_is_told(server):
    server.pages["/page"] = answer("<html><body><div id='app'></div><script>draw()</script></body></html>")
    assert "the page has no text, perhaps only pictures or a script" in refusal(of_address, "http://one.example/page")


def test_the_page_lets_through_what_is_read_and_little_more():
    settings = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text())
    largest = settings["server"]["maxUploadSize"] * 1024 * 1024
    assert texts.LIMITS.size <= largest < 1.1 * texts.LIMITS.size


def test_every_reason_has_a_remedy():
    assert set(REMEDIES) == set(IN_WORDS)
