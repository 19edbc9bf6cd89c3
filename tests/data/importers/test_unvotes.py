"""What the data of unvotes become: roll calls as issues, events and sources, and the votes on them."""

import time
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.full_text import is_current
from data.importers import roll_calls, unvotes
from data.importers.__main__ import Format, bring, run
from data.importers.report import ImportRefused, Report
from data.importers.unvotes import files
from tests.data.importers import rolls
from tests.data.importers.writer import WRITER
from tests.data.killed import writing

ROOT = Path(__file__).parents[3]


def read(folder):
    """Rows by table, and the report as it is told."""
    report = Report()
    return {name: table.to_pylist() for name, table in unvotes.read(folder, report).items()}, report


@pytest.fixture(scope="module")
def brought(tmp_path_factory):
    return read(rolls.write_unvotes(tmp_path_factory.mktemp("unvotes")))


def by_id(rows, column):
    return {row[column]: row for row in rows}


def problems(report):
    return [str(problem) for problem in report.problems]


def test_each_roll_call_is_an_issue_an_event_and_a_source(brought):
    tables, _ = brought
    calls = ["unga-3", "unga-4", "unga-5", "unga-6"]
    assert [row["issue_id"] for row in tables["issues"]] == calls
    assert [(row["event_id"], row["source_id"], row["roll_call_of"]) for row in tables["events"]] == [
        (call, call, "UN") for call in calls
    ]
    assert [row["source_id"] for row in tables["sources"]] == calls


def test_titles_name_paper_and_day_and_no_two_are_alike(brought):
    titles = [row["title"] for row in brought[0]["issues"]]
    assert titles == [
        "FOG: TO ADOPT FOG, AND REEFS (R/44/205, December 1989), roll call 3",
        "FOG: TO ADOPT FOG, AND REEFS (R/44/205, December 1989), roll call 4",
        "Lighthouses of the world (R/62/9, 4 March 2008)",
        "Lighthouses of the world and reefs (30 October 2006)",
    ]


def test_a_vote_is_a_statement_with_its_evidence(brought):
    tables, _ = brought
    vote = by_id(tables["statements"], "statement_id")["unga-5-fra"]
    assert vote == {
        "statement_id": "unga-5-fra",
        "actor_id": "FRA",
        "speaker": "Delegation to the UN General Assembly",
        "date": date(2008, 3, 4),
        "date_precision": "day",
        "counts_on": date(2008, 3, 4),
        "event_id": "unga-5",
        "issue_id": "unga-5",
        "stance": "support",
        "kind": "vote",
        "summary": "France voted in favour: Lighthouses of the world (R/62/9, 4 March 2008)",
        "organisations": vote["organisations"],
        "attribution": "listed",
        "count_sources": 1,
    }
    assert {"EU", "NATO", "UN"} <= set(vote["organisations"])
    assert by_id(tables["evidence"], "statement_id")["unga-5-fra"] == {
        "statement_id": "unga-5-fra",
        "source_id": "unga-5",
        "attribution": "listed",
        "locator": "R/62/9; rcid 5; code FRA",
    }
    assert [row["statement_id"] for row in tables["evidence"]] == [row["statement_id"] for row in tables["statements"]]


def test_up_to_session_57_a_day_from_1_to_7_is_no_day(brought):
    tables, report = brought
    vote = by_id(tables["statements"], "statement_id")["unga-3-fra"]
    assert (vote["date"], vote["date_precision"], vote["counts_on"]) == (
        date(1989, 12, 1),
        "month",
        date(1989, 12, 31),
    )
    source, event = (by_id(tables[name], "source_id")["unga-3"] for name in ("sources", "events"))
    assert (source["published"], source["counts_on"]) == (None, date(1989, 12, 31))
    assert (event["start_date"], event["end_date"]) == (date(1989, 12, 31), None)
    assert by_id(tables["sources"], "source_id")["unga-5"]["published"] == date(2008, 3, 4)
    assert report.counted == {"roll calls up to session 57 of which only the month is known": 2}


def test_the_event_tells_result_topics_and_importance(brought):
    event = by_id(brought[0]["events"], "event_id")["unga-3"]
    assert event["summary"] == (
        "Roll call of the UN General Assembly, December 1989: 1 in favour, 1 against, 2 abstained. "
        "Topics in the data set: Economic development; Human rights. "
        "The data set marks it as an important vote. The data set does not give its day."
    )


def test_the_text_is_what_the_data_set_says_letter_by_letter(brought):
    assert by_id(brought[0]["sources"], "source_id")["unga-3"]["text"] == "TO ADOPT\tFOG, AND REEFS."


@pytest.mark.parametrize(
    ("statement_id", "actor_id", "named"),
    [
        ("unga-3-rus", "RUS", "Soviet Union"),
        ("unga-3-yar", "YEM", "Yemen Arab Republic"),
        ("unga-3-csk", "CSK", "Czechoslovakia"),
        ("unga-4-yug", "YUG", "Yugoslavia"),
        ("unga-5-yug", "SRB", "Serbia"),
    ],
)
def test_a_vote_is_filed_under_the_holder_of_the_seat_and_names_the_state_as_it_was(
    brought, statement_id, actor_id, named
):
    vote = by_id(brought[0]["statements"], "statement_id")[statement_id]
    assert (vote["actor_id"], vote["summary"].startswith(f"{named} ")) == (actor_id, True)
    assert ("UN" in vote["organisations"]) is True


def test_votes_under_another_code_are_told(brought):
    assert "YAR under YEM, cast by Yemen Arab Republic: 1" in brought[1].noted["votes filed under another code"]
    assert brought[1].noted["votes of a state by its name of the time"] == ["RUS under RUS, cast by Soviet Union: 1"]


def test_spells_of_a_seat_are_there_once_and_those_of_nobody_else(brought):
    rows = brought[0]["memberships"]
    keys = [(row["actor_id"], row["organisation_id"], row["joined"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert {row["actor_id"] for row in rows} <= {"CSK", "FRA", "ISL", "RUS", "SRB", "YEM", "YUG"}
    assert ("RUS", "UN", "1945-10-24") in keys


def changed(place, **cells):
    rows = rolls.statements()
    rows[place] |= cells
    return rows


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (changed(2, stance="yes"), "statements.parquet:3: has a stance that is none of"),
        (changed(2, stance=None), "statements.parquet:3: has a stance that is none of"),
        (changed(0, source_id="unga-77"), "statements.parquet:1: names a source_id that sources.parquet does not have"),
        (changed(0, actor_id="fr"), "statements.parquet:1: has no actor_id of three letters"),
        (changed(8, kind="speech"), "statements.parquet:9: has a kind that is not vote"),
        (changed(8, date=date(2006, 10, 29)), "statements.parquet:9: has another date than its source"),
        (changed(8, date=None), "statements.parquet:9: has another date than its source"),
        (changed(0, actor_id="QQQ"), "R/44/205; rcid 3; code QQQ: 1 votes of the code QQQ"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_left_out(tmp_path, rows, told):
    tables, report = read(rolls.write_unvotes(tmp_path, rows=rows))
    assert len(tables["statements"]) == len(rows) - 1
    (problem,) = problems(report)
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        (changed(2, stance="yes"), {"unga-3"}),
        (changed(0, actor_id="QQQ"), {"unga-3"}),
        (changed(0, source_id="unga-77"), set()),
        # It may be of any roll call of its day, or of any at all.
        (changed(0, source_id=None), {"unga-3", "unga-4"}),
        (changed(0, source_id=None, date=None), {"unga-3", "unga-4", "unga-5", "unga-6"}),
    ],
)
def test_a_roll_call_that_lost_a_row_is_not_complete_and_says_so(tmp_path, rows, lacking):
    tables, _ = read(rolls.write_unvotes(tmp_path, rows=rows))
    assert {row["event_id"] for row in tables["events"] if row["roll_call_of"] is None} == lacking
    told = "could not be read: 1; who is missing here may have voted."
    assert {row["event_id"] for row in tables["events"] if told in row["summary"]} == lacking
    assert {row["issue_id"] for row in tables["issues"] if told in (row["note"] or "")} == lacking


def test_a_vote_that_is_there_twice_is_told_at_both_rows(tmp_path):
    tables, report = read(rolls.write_unvotes(tmp_path, rows=[*rolls.statements(), rolls.statements()[0]]))
    assert [problem.split(": ")[0] for problem in problems(report)] == ["statements.parquet:1", "statements.parquet:10"]
    assert "unga-3-fra" not in by_id(tables["statements"], "statement_id")


def test_a_resolution_that_no_title_can_hold_is_told(tmp_path):
    long = [(*row[:4], "R" * 201, *row[5:]) if row[1] == 6 else row for row in rolls.SOURCES]
    _, report = read(rolls.write_unvotes(tmp_path, sources=long))
    assert problems(report)[0] == "sources.parquet:4: has a resolution of more than 200 characters; correct it"


@pytest.mark.parametrize("error", [duckdb.OutOfMemoryException("out\x1b of memory"), pa.ArrowInvalid("no")])
def test_what_breaks_on_the_way_is_told_in_a_sentence(tmp_path, monkeypatch, capsys, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(roll_calls, "tables", fail)
    with pytest.raises(SystemExit) as ended:
        run(Format.UNVOTES, rolls.write_unvotes(tmp_path / "data"), "rolls", tmp_path / "collections")
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "data: could not be worked through (" in said
    assert said.endswith("Nothing was written.\n")
    assert "\x1b" not in said
    assert not (tmp_path / "collections" / "rolls").exists()


def test_the_tables_are_made_in_bounded_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(roll_calls, "MEMORY", "1KB")
    with pytest.raises(duckdb.OutOfMemoryException):
        read(rolls.write_unvotes(tmp_path))


def test_votes_of_a_roll_call_that_cannot_be_read_are_told_too(tmp_path):
    sources = [row if row[1] != 6 else ("unga-6", 7, *row[2:]) for row in rolls.SOURCES]
    tables, report = read(rolls.write_unvotes(tmp_path, sources=sources))
    assert [problem.split(": ")[0] for problem in problems(report)] == ["sources.parquet:4", "statements.parquet:9"]
    assert len(tables["issues"]) == 3


def test_very_many_faults_of_a_kind_are_counted_and_the_first_named(tmp_path):
    rows = [row | {"source_id": f"unga-{number + 100}"} for number, row in enumerate(rolls.statements() * 20)]
    _, report = read(rolls.write_unvotes(tmp_path, rows=[*rolls.statements(), *rows]))
    assert (len(report.problems), report.bad) == (51, 180)
    assert "statements.parquet: 130 more rows, the last of them 189" in problems(report)[-1]


def test_each_vote_of_an_unknown_code_is_counted(tmp_path):
    rows = [row | {"actor_id": "QQQ"} if row["actor_id"] == "FRA" else row for row in rolls.statements()]
    tables, report = read(rolls.write_unvotes(tmp_path, rows=rows))
    assert (len(report.problems), report.bad) == (1, len(rows) - len(tables["statements"])) == (1, 3)


def test_a_roll_call_without_any_vote_is_told(tmp_path):
    _, report = read(rolls.write_unvotes(tmp_path, rows=rolls.statements()[:-1]))
    assert problems(report) == ["unga-6: a roll call without any vote; add its votes, or take it out"]


def test_very_many_roll_calls_without_any_vote_are_counted_and_the_first_named(tmp_path):
    more = [(f"unga-{number}", number, *rolls.SOURCES[2][2:]) for number in range(100, 160)]
    _, report = read(rolls.write_unvotes(tmp_path, [*rolls.SOURCES, *more]))
    assert (len(report.problems), report.bad) == (51, 60)
    assert problems(report)[-1].startswith("unga-159: 10 more roll calls up to this one")


def test_the_order_of_rows_makes_no_difference(tmp_path, brought):
    shuffled = rolls.write_unvotes(tmp_path, rolls.SOURCES[::-1], rolls.TOPICS[::-1], rolls.statements()[::-1])
    assert read(shuffled)[0] == brought[0]


def truncated(file):
    file.write_bytes(file.read_bytes()[:-40])


def lacking(file):
    pq.write_table(pq.read_table(file).drop(["source_id"]), file)


def mistyped(file):
    table = pq.read_table(file)
    place = table.column_names.index("source_id")
    pq.write_table(table.set_column(place, "source_id", pa.array([b"\xff\xfe"] * table.num_rows, pa.binary())), file)


def bomb(file):
    """A small file that unpacks to 3 GB: one text of 1 MB in each of 3,000 rows."""
    count = 3_000
    text = pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array(["x" * 1_000_000]))
    first = pq.read_table(file).slice(0, 1)
    columns = {name: text if name == "text" else first[name].take(pa.array([0] * count)) for name in first.column_names}
    pq.write_table(pa.table(columns), file, compression="zstd")


@pytest.mark.parametrize("name", ["sources", "source_topics", "statements"])
@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (truncated, "is no Parquet file"),
        (lacking, "has no column source_id"),
        (lambda file: file.write_bytes(b""), "is no Parquet file"),
        (lambda file: file.unlink(), "no such file"),
    ],
)
def test_a_damaged_file_is_refused_by_name(tmp_path, name, harm, told):
    folder = rolls.write_unvotes(tmp_path)
    harm(folder / f"{name}.parquet")
    with pytest.raises(ImportRefused, match=rf"{name}\.parquet: {told}"):
        read(folder)


def test_a_file_of_too_many_rows_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_ROWS", 8)
    with pytest.raises(ImportRefused, match=r"statements\.parquet: has 9 rows where 8 is the most"):
        read(rolls.write_unvotes(tmp_path))


def test_a_file_that_unpacks_to_more_than_fits_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MEMORY", "100MB")
    folder = rolls.write_unvotes(tmp_path)
    bomb(folder / "sources.parquet")
    assert (folder / "sources.parquet").stat().st_size < 100_000
    with pytest.raises(ImportRefused, match=r"sources\.parquet: cannot be read"):
        read(folder)


def test_text_that_is_none_is_told_and_not_kept(tmp_path):
    folder = rolls.write_unvotes(tmp_path)
    mistyped(folder / "statements.parquet")
    tables, report = read(folder)
    assert (tables["statements"], len(report.problems)) == ([], len(rolls.VOTES))


def test_bad_input_leaves_the_collection_as_it_was(tmp_path, capsys):
    folder, target = rolls.write_unvotes(tmp_path / "data"), tmp_path / "collections" / "rolls"
    assert bring(unvotes, folder, target, False) == 0
    before = {file: file.read_bytes() for file in target.rglob("*") if file.is_file()}
    rolls.write_unvotes(folder, rows=changed(2, stance="yes"))
    assert bring(unvotes, folder, target, False) == 1
    truncated(folder / "sources.parquet")
    with pytest.raises(ImportRefused):
        bring(unvotes, folder, target, False)
    assert {file: file.read_bytes() for file in target.rglob("*") if file.is_file()} == before
    assert "statements.parquet:3" in capsys.readouterr().err


def test_killed_at_any_moment_it_leaves_the_old_or_the_new_version(tmp_path):
    folders = [
        rolls.write_unvotes(tmp_path / str(number), rows=rolls.statements()[: 8 + number]) for number in range(2)
    ]
    target, seen = tmp_path / "collections" / "rolls", set()
    for wait in (0.0, 0.04):
        with writing(WRITER, ["unvotes", *folders], target):
            time.sleep(wait)
        found = {name: pq.read_table(target / f"{name}.parquet") for name in ("statements", "evidence", "tables")}
        told = {row["table"]: row["rows"] for row in found["tables"].to_pylist()}
        assert found["statements"].num_rows == found["evidence"].num_rows == told["statements"]
        assert is_current(target)
        seen.add(told["statements"])
    assert seen <= {8, 9}
