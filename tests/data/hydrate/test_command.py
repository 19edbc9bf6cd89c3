"""The whole command: what it asks for, what it leaves behind, what it says, and what is left when it is killed."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner

from data.full_text import is_current
from data.hydrate import progress, running
from data.hydrate.__main__ import command
from data.hydrate.connecting import CheckedSockets
from data.hydrate.pages import kept
from data.hydrate.running import Asked, run
from tests.data.hydrate.collection import write_collection
from tests.data.hydrate.conftest import LIMITS, looked_up
from tests.data.hydrate.loopback import answer, slowly
from tests.data.hydrate.written import article, pdf

ROOT = Path(__file__).parents[3]
PLAIN = "text/plain"
INSIDE = "inside.example leads to 10.0.0.7, which is no address of the public web"
SOURCES = [
    ("article", "http://one.example/article"),
    ("forbidden", "http://two.example/private"),
    ("gone", "http://one.example/gone"),
    ("held", "http://one.example/held", "The collection's own text."),
    ("inside", "http://inside.example/"),
    ("no-address", "not an address"),
    ("report", "http://three.example/report.pdf"),
    ("without-address", None),
]


@pytest.fixture
def data(tmp_path):
    return write_collection(tmp_path / "tables", SOURCES)


@pytest.fixture
def indexed(monkeypatch):
    """Stands in for the index of the search: for which folder and which texts it was written."""
    made = []
    monkeypatch.setattr(running, "write_index", lambda folder, texts, is_shown: made.append((folder, texts)))
    return made


@pytest.fixture
def store(tmp_path):
    return tmp_path / "texts" / "talks"


@pytest.fixture
def hydrate(server, sockets, data, store, indexed, workshop, monkeypatch):
    """Run with our server's names in place of the world's."""
    server.pages |= {
        "/article": answer(article()),
        "/report.pdf": answer(pdf("A report"), content_type="application/pdf"),
        "two.example/robots.txt": answer("User-agent: *\nDisallow: /private", content_type=PLAIN),
    }

    monkeypatch.setattr(running, "Workshop", lambda *_: nullcontext(workshop))

    def hydrate(**given):
        found = CheckedSockets(LIMITS, resolver=looked_up, sockets=sockets)
        return run(replace(Asked(data, store, delay=0.0, limits=LIMITS, sockets=found), **given))

    return hydrate


def texts_in(store):
    rows = pyarrow.parquet.read_table(store / "texts.parquet").to_pylist()
    return {row["source_id"]: row["text"] for row in rows}


def pages_asked(server):
    return sorted(path for path in server.paths() if path != "/robots.txt")


def test_a_run_fetches_what_is_cited_and_says_what_came_of_it(server, data, store, hydrate, indexed, capsys):
    assert hydrate() == 0
    assert {name: text[:10] for name, text in texts_in(store).items()} == {
        "article": "Talks held",
        "report": "A report",
    }
    assert pages_asked(server) == ["/article", "/gone", "/report.pdf"]
    assert indexed == [(data, store / "texts.parquet")]
    assert capsys.readouterr().out.splitlines() == [
        "6 sources without a text, of which 6 are asked for now.",
        "2 of 6 sources gave a text.",
        "1 refused by robots.txt, as forbidden: the robots.txt of two.example asks programs not to fetch this page.",
        f"2 refused because of the address, as inside: {INSIDE}.",
        "1 not found or not given by the host, as gone: one.example answered 404.",
        f"2 fetched texts lie in {store}. Start the app again to read them.",
    ]


def test_the_next_run_asks_for_nothing_that_is_there_or_failed_lately(server, store, hydrate):
    hydrate()
    before = server.paths()
    texts = texts_in(store)
    assert hydrate() == 0
    assert server.paths() == before
    assert texts_in(store) == texts


def test_again_asks_for_everything_and_a_failure_keeps_the_text(server, store, hydrate):
    hydrate()
    texts = texts_in(store)
    server.pages["/article"] = answer("", "404 Not Found")
    hydrate(is_again=True)
    assert pages_asked(server) == sorted(["/article", "/gone", "/report.pdf"] * 2)
    assert texts_in(store) == texts
    page = kept(store / "pages", "article")
    assert page
    assert page.failed == "one.example answered 404"


def test_only_and_limit_choose_sources(server, store, hydrate):
    hydrate(only=["report", "gone"])
    assert pages_asked(server) == ["/gone", "/report.pdf"]
    hydrate(limit=1)
    assert pages_asked(server) == ["/article", "/gone", "/report.pdf"]
    hydrate(limit=0, is_again=True)
    assert pages_asked(server) == ["/article", "/gone", "/report.pdf"]
    assert set(texts_in(store)) == {"article", "report"}


def test_a_held_text_is_asked_for_by_name_alone_and_kept_to_be_compared(server, store, hydrate):
    server.pages["/held"] = answer("A newer text of it.", content_type=PLAIN)
    hydrate()
    assert "/held" not in pages_asked(server)
    hydrate(only=["held"])
    assert "/held" in pages_asked(server)
    page = kept(store / "pages", "held")
    assert page
    assert page.text == "A newer text of it."
    assert "held" not in texts_in(store)


def test_a_fault_on_our_side_is_not_taken_for_one_of_the_page(hydrate, store, monkeypatch):
    monkeypatch.setattr("data.hydrate.visits.keep", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hydrate()


def test_what_a_host_sends_cannot_write_to_the_terminal(server, hydrate, capsys):
    server.pages["/article"] = answer("x", content_type="image/\x1b[2Jpng")
    hydrate()
    assert "\x1b" not in capsys.readouterr().out


def test_away_from_a_terminal_a_line_is_said_now_and_then(hydrate, capsys, monkeypatch):
    hydrate(only=["article"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "SECONDS_BETWEEN_LINES", 0.0)
    hydrate(only=["article", "report"], is_again=True)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(re.fullmatch(r"[12] of 2 sources; the last was at (one|three)\.example", line) for line in lines)


def test_at_a_terminal_a_bar_counts_sources_and_names_hosts(hydrate, capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    hydrate(only=["article", "report"])
    bar = capsys.readouterr().err
    assert "2/2" in bar
    assert re.search(r"(one|three)\.example", bar)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--data", "{tmp}/nowhere"], "no collection.parquet there"),
        (["--only", "article", "--only", "no-such"], "no-such: not in sources.csv"),
        (["--texts", "{tmp}/tables/sources.parquet"], "nothing could be done"),
        (["--contact", "a\nb"], "--contact"),
        (["--contact", "é"], "--contact"),
        (["--delay", "-1"], "--delay"),
        (["--limit", "-1"], "--limit"),
    ],
)
def test_where_nothing_can_be_done_a_sentence_says_why(tmp_path, data, options, sentence):
    given = ["--data", str(data), "--texts", str(tmp_path / "texts")]
    told = CliRunner().invoke(command, [*given, *(option.format(tmp=tmp_path) for option in options)])
    assert told.exit_code in (1, 2)
    assert sentence in re.sub(r"\s+", " ", told.stderr)
    assert isinstance(told.exception, SystemExit)


def test_private_addresses_are_refused_unless_the_option_says_otherwise(server, tmp_path, indexed):
    server.pages["/page"] = answer("Talks were held.", content_type=PLAIN)
    data = write_collection(tmp_path / "tables", [("one", f"http://127.0.0.1:{server.port}/page")])
    options = ["--data", str(data), "--texts", str(tmp_path / "texts"), "--delay", "0", "--contact", "me@paper.example"]
    told = CliRunner().invoke(command, options)
    assert told.exit_code == 0
    assert "no address of the public web" in told.stdout
    assert server.requests == []
    told = CliRunner().invoke(command, [*options, "--allow-private", "--again"])
    assert told.exit_code == 0
    assert texts_in(tmp_path / "texts" / "talks") == {"one": "Talks were held."}
    assert "contact: me@paper.example" in server.requests[0].agent


@contextmanager
def begun(server, tmp_path, given=60):
    """The command in a process of its own, asking our server for 60 pages; killed at the end of the block.

    Only so many are `given`; the others are held back, so that the run cannot be over before the block is.
    """
    for number in range(60):
        text = f"Text number {number}. " + "Talks were held. " * 5000
        page = answer(text, content_type=PLAIN) if number < given else slowly(b"", pause=30, times=1)
        server.pages[f"/{number}"] = page
    names = ("127.0.0.1", "localhost")
    sources = [(f"s{number}", f"http://{names[number % 2]}:{server.port}/{number}") for number in range(60)]
    data = tmp_path / "tables"
    if not data.exists():
        write_collection(data, sources)
    arguments = ["--data", str(data), "--texts", str(tmp_path / "texts"), "--delay", "0", "--allow-private"]
    command = [sys.executable, "-m", "data.hydrate", *arguments]
    out, err = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, stdout=out, stderr=err) as running:
        yield running
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)


def wait_for(pages, count):
    until = time.monotonic() + 30
    while len(list(pages.glob("*.json"))) < count:
        assert time.monotonic() < until, "the command fetched nothing"
        time.sleep(0.005)


def whole(pages):
    """Every page that is kept has its whole text."""
    found = [kept(pages, file.stem) for file in pages.glob("*.json")]
    assert all(page and page.text and page.text.startswith(f"Text number {page.source_id[1:]}.") for page in found)
    return len(found)


def test_killed_at_any_moment_it_leaves_whole_pages_and_goes_on_from_there(server, tmp_path):
    store = tmp_path / "texts" / "talks"
    pages = store / "pages"
    with begun(server, tmp_path, given=40):
        wait_for(pages, random.randint(1, 40))
    assert 0 < whole(pages) < 60
    assert not (store / "texts.parquet").exists()
    asked = len(pages_asked(server))
    there = whole(pages)
    with begun(server, tmp_path) as running:
        assert running.wait(60) == 0
    assert whole(pages) == 60
    assert len(pages_asked(server)) - asked == 60 - there
    assert len(texts_in(store)) == 60
    assert [path.name for path in store.rglob(".*-new")] == []
    assert is_current(tmp_path / "tables", store / "texts.parquet")


@pytest.fixture
def _interruptible():
    """A shell has what it starts in the background ignore Ctrl-C, and so would the command that a test starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_writes_what_was_fetched_and_says_how_to_go_on(server, tmp_path):
    store = tmp_path / "texts" / "talks"
    with begun(server, tmp_path, given=30) as running:
        wait_for(store / "pages", 10)
        began = time.monotonic()
        os.killpg(running.pid, signal.SIGINT)
        told, _ = running.communicate(timeout=30)
    assert time.monotonic() - began < 5
    assert running.returncode == 130
    assert "Traceback" not in told
    assert told.splitlines()[-1] == "Interrupted. What was fetched is kept; the same command goes on from here."
    # A page that was under way may be kept a moment later; the next run adds it.
    assert is_current(tmp_path / "tables", store / "texts.parquet")
    assert 10 <= len(texts_in(store)) <= whole(store / "pages") <= 30
