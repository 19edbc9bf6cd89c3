"""The whole command: what it says of quotes, what it writes, and what is left when it is stopped."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from typer.testing import CliRunner

from data.hydrate.pages import Page, file_of, keep
from data.reanchor import writing
from data.reanchor.__main__ import command
from data.reanchor.redline import redline
from tests.data.conftest import run_build
from tests.data.small import make_collection, replace_in, set_cell

ROOT = Path(__file__).parents[2]
GAZETTE = (
    "Ruritania’s cabinet met on Monday, and its spokesman read out a statement to the press.\r\n\r\n"
    "“We have never recognised the vote that was held beyond the river,” he said, “and we never shall.”\r\n\r\n"
    "Nobody asked him a question about the border on that day, and the minister left for Strelsau.\n"
)
HERALD = "The Herald has learned from three people in the room that nothing at all was decided about the border.\n"
VOTE = "never recognised the vote that was held beyond the river"
SILENCE = "Nobody asked him a question about the border"
LEARNED = "three people in the room that nothing at all was decided"


@pytest.fixture
def home(tmp_path):
    """A collection that has been built, with two quotes of the Gazette and one of the Herald."""
    made = make_collection(tmp_path / "data")
    (made / "texts" / "gazette-2001.txt").write_bytes(GAZETTE.encode())
    (made / "texts" / "herald-2001.txt").write_bytes(HERALD.encode())
    quotes = [(2, LEARNED, "from ", ""), (3, SILENCE, "", ""), (4, VOTE, "We have ", ",”")]
    for row, *cells in quotes:
        for column, cell in zip(("exact", "prefix", "suffix"), cells, strict=True):
            set_cell(made, "evidence", row, column, cell)
    assert run_build(made) == 0
    return made


@pytest.fixture
def newer(tmp_path):
    folder = tmp_path / "newer"
    folder.mkdir()
    return folder


def run(home, texts, *options):
    return CliRunner().invoke(command, ["--data", str(home), "--texts", str(texts), *options])


def put(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}-2001.txt").write_bytes(text.encode())


def files(home):
    return {path: path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def rows(home):
    return pa.parquet.read_table(home / "parquet" / "evidence.parquet").to_pylist()


def test_texts_that_did_not_change_are_verified(home, newer):
    put(newer, gazette=GAZETTE, herald=HERALD)
    done = run(home, newer)
    assert done.exit_code == 0
    assert done.output == "3 quotes of 2 sources: 3 verified, 0 re-anchored, 0 broken, 0 ambiguous.\n"


def test_a_moved_quote_is_re_anchored_written_and_built(home, newer):
    put(newer, gazette=f"Updated at noon. {GAZETTE.replace('We have', 'They have')}", herald=HERALD)
    before = {row["exact"]: row["start"] for row in rows(home)}
    done = run(home, newer, "--write")
    assert done.exit_code == 0
    assert "evidence.csv:4: re-anchored" in done.output
    assert "texts/gazette-2001.txt: replaced by the newer text" in done.output
    assert run_build(home, "--replace") == 0  # The version before was never published.
    assert {row["exact"]: row["start"] - before[row["exact"]] for row in rows(home) if row["exact"]} == {
        VOTE: 19,
        SILENCE: 19,
        LEARNED: 0,
    }
    # The words before it had changed, and the quote is single without them; the other's still fit.
    prefixes = {row["exact"]: (row["prefix"], row["suffix"]) for row in rows(home)}
    assert (prefixes[VOTE], prefixes[LEARNED]) == ((None, None), ("from ", None))


def test_a_broken_quote_is_told_with_its_rows_and_a_redline_and_nothing_of_its_source_is_written(home, newer):
    put(newer, gazette=GAZETTE.replace("beyond the river", "beyond the hills"), herald=f"By A. Writer. {HERALD}")
    before = files(home)
    done = run(home, newer, "--write", "--report", str(newer / "report.txt"))
    assert done.exit_code == 1
    assert "evidence.csv:4: broken: exact" in done.output
    assert "the vote that was held beyond the [-river-]{+hills+}" in done.output
    assert "1 verified, 1 re-anchored, 1 broken, 0 ambiguous." in done.output
    changed = {path.name for path, content in files(home).items() if before[path] != content}
    assert changed == {"herald-2001.txt"}
    assert (newer / "report.txt").read_text("utf-8") == done.output
    assert run_build(home, "--replace") == 0  # The version before was never published.


def test_without_leave_to_write_nothing_is_written(home, newer):
    put(newer, gazette=f"Updated. {GAZETTE}")
    before = files(home)
    assert run(home, newer).exit_code == 0
    assert files(home) == before


def test_what_was_not_compared_is_said(home, newer):
    put(newer, gazette=GAZETTE)
    done = run(home, newer)
    assert done.exit_code == 0
    assert "1 quote not checked: no newer text of 1 source." in done.output


def test_where_nothing_could_be_compared_that_is_no_success(home, newer):
    done = run(home, newer)
    assert done.exit_code == 1
    assert "3 quotes not checked: no newer text of 2 sources." in done.output


def test_rows_of_other_quotes_keep_every_byte(home, newer):
    put(newer, gazette=GAZETTE.replace("We have", "They have"))
    sheet = home / "records" / "evidence.csv"
    before = sheet.read_bytes().splitlines()
    assert run(home, newer, "--write").exit_code == 0
    after = sheet.read_bytes().splitlines()
    assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [4]


def test_a_prefix_is_found_where_the_words_stand_twice_now(home, newer):
    put(newer, gazette=GAZETTE.replace("We have", "They have") + f"\nIn other news, an envoy {VOTE}, too.\n")
    assert run(home, newer, "--write").exit_code == 0
    assert run_build(home, "--replace") == 0  # The version before was never published.
    row = next(row for row in rows(home) if row["exact"] == VOTE)
    assert (row["prefix"], row["suffix"]) == ("have ", ",”")


def test_a_run_that_is_stopped_while_it_writes_is_finished_by_the_next(home, newer, monkeypatch):
    put(newer, gazette=f"Updated. {GAZETTE}", herald=f"Updated. {HERALD}")
    moved: list[Path] = []

    def replace_one(self, target):
        if moved:
            raise KeyboardInterrupt
        moved.append(self.rename(target))

    with monkeypatch.context() as context:
        context.setattr(Path, "replace", replace_one)
        run(home, newer, "--write")
    assert moved
    done = run(home, newer)
    assert done.exit_code == 0
    assert "An earlier run was stopped" in done.output
    assert "3 verified, 0 re-anchored" in done.output
    assert not [*home.glob(".saving*")]
    assert run_build(home, "--replace") == 0  # The version before was never published.


def test_what_a_run_leaves_that_was_stopped_before_all_was_ready_is_not_used(home, newer):
    put(newer, gazette=f"Updated. {GAZETTE}")
    left = home / ".saving-new" / "put" / "texts"
    left.mkdir(parents=True)
    (left / "gazette-2001.txt").write_text("half of it")
    assert run(home, newer, "--write").exit_code == 0
    assert (home / "texts" / "gazette-2001.txt").read_bytes() == f"Updated. {GAZETTE}".encode()
    assert not [*home.glob(".saving*")]


def test_texts_that_were_fetched_are_compared(home, newer):
    keep_page(newer, "gazette-2001", f"Fetched. {GAZETTE}")
    keep_page(newer, "herald-2001", None)
    table = {"source_id": ["herald-2001", "another"], "text": [f"Fetched. {HERALD}", "Not asked for."]}
    pa.parquet.write_table(pa.table(table), newer / "texts.parquet")
    done = run(home, newer)
    assert done.exit_code == 0
    assert "3 quotes of 2 sources: 0 verified, 3 re-anchored" in done.output


def keep_page(store, source, text):
    page = Page(source, "https://example.org/", "2026-11-24T00:00:00+00:00", text=text)
    (store / "pages").mkdir(exist_ok=True)
    keep(store / "pages", page)
    assert json.loads(file_of(store / "pages", source).read_text("utf-8")) == asdict(page)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda home, newer: newer.rmdir(), "newer: is no folder; name one that holds newer texts"),
        (
            lambda home, newer: (newer / "gazette-2001.txt").write_bytes(b"\xff"),
            "gazette-2001.txt:1: byte 0xff is not UTF-8; save the file as UTF-8",
        ),
        (
            lambda home, newer: (newer / "texts.parquet").write_bytes(b"no parquet"),
            "texts.parquet: cannot be read; delete it or run `python -m data.hydrate`",
        ),
        (
            lambda home, newer: set_cell(home, "evidence", 4, "exact", "we always shall"),
            'evidence.csv:4: exact "we always shall" is not in the text; copy the words letter by letter',
        ),
        (
            lambda home, newer: (home / "texts" / "herald-2001.txt").unlink(),
            f'evidence.csv:2: exact "{LEARNED}" cannot be checked without its text; add texts/herald-2001.txt',
        ),
        (
            lambda home, newer: replace_in(home / "records" / "evidence.csv", b"suffix", b"behind"),
            "evidence.csv:1: header is",
        ),
    ],
)
def test_faults_are_told_in_a_sentence_and_nothing_is_written(home, newer, harm, told):
    harm(home, newer)
    before = files(home)
    done = run(home, newer, "--write")
    assert done.exit_code == 1
    assert told in done.output
    assert "Traceback" not in done.output
    assert files(home) == before


def test_a_hostile_text_cannot_command_the_terminal(home, newer):
    put(newer, gazette=GAZETTE.replace("the vote", "the \x1b[2J\u202evote"))
    done = run(home, newer)
    assert done.exit_code == 1
    assert "\\u001b[2J\\u202e" in done.output
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("They said no.", "They said yes.", "They said [-no-]{+yes+}."),
        ("They said no.", "", "[-They said no.-]"),
        ("no", "no", "no"),
        ("said “no”", 'said "no"', 'said [-“-]{+"+}no[-”-]{+"+}'),
        ("one two", "one\n\ntwo", "one[- -]{+\\u000a\\u000a+}two"),
    ],
)
def test_redlines(old, new, expected):
    assert redline(old, new) == expected


def test_a_redline_of_very_long_passages_is_whole_against_whole():
    assert redline("a " * 600, "b " * 600) == f"[-{'a ' * 600}-]{{+{'b ' * 600}+}}"


def test_the_module_is_a_command():
    done = subprocess.run([sys.executable, "-m", "data.reanchor", "--help"], capture_output=True, cwd=ROOT, check=True)
    assert b"Check every quote against a newer text of its source" in done.stdout


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(home, newer, monkeypatch):
    put(newer, gazette=f"Updated. {GAZETTE}")
    sheet = home / "records" / "evidence.csv"

    def others_write(*given):
        sheet.write_bytes(sheet.read_bytes().replace(b",press,", b",direct,", 1))
        return {"gazette-2001"}

    monkeypatch.setattr(writing, "settled_sources", others_write)
    done = run(home, newer, "--write")
    assert done.exit_code == 1
    assert "evidence.csv: was changed meanwhile, or a text; run it again" in done.output
    assert b",direct," in sheet.read_bytes()
    assert (home / "texts" / "gazette-2001.txt").read_bytes() == GAZETTE.encode()
