"""What was changed or taken away after publication has its line in corrections.csv, or the build says where none is."""

import csv
from datetime import date, timedelta
from functools import cache

import pytest

from data.checked import check_records
from data.description_files import read_collection
from data.explained import unexplained
from data.problems import RecordsError
from data.reading import read_sheet
from tests.data.conftest import run_build
from tests.data.small import RECORDS, add_line, replace_in, set_cell

TODAY = date.today()


@cache
def collection():
    return read_collection(RECORDS)


def faults(home):
    sheets = {name: read_sheet(home / "records" / table.path, table)[0] for name, table in collection().tables.items()}
    (kept,) = (home / "versions").iterdir() if (home / "versions").exists() else [home / "versions" / "nothing"]
    return [*map(str, RecordsError(unexplained(collection(), sheets, kept)).problems)]


def correct(home, table, id, day=TODAY):
    """Append a line to corrections.csv."""
    with (home / "records" / "corrections.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow([day, table, id, "one for another", "a slip", ""])


def remove(home, table, row):
    path = home / "records" / f"{table}.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[row - 1]
    path.write_bytes(b"".join(lines))


def test_a_changed_row_is_named_with_what_differs_and_what_to_do(published):
    set_cell(published, "statements", 3, "speaker", "Embassy")
    set_cell(published, "statements", 3, "doubt", "One report only.")
    (fault,) = faults(published)
    assert fault.startswith('statements.csv:3: "2001-02-03-rur-border" was changed (speaker, doubt) since version ')
    assert fault.endswith(f"add a line to corrections.csv that says what and why, dated {TODAY} or later")
    correct(published, "statements", "2001-02-03-rur-border")
    assert faults(published) == []


def test_a_removed_row_is_named_by_its_id(published):
    remove(published, "memberships", 3)
    (fault,) = faults(published)
    assert fault.startswith('memberships.csv: "RUR|LEAGUE|1995-01-01" was removed since version ')
    correct(published, "memberships", "RUR|LEAGUE|1995-01-01")
    assert faults(published) == []


@pytest.mark.parametrize(
    ("table", "row", "column", "id"),
    [
        ("coverage", 2, "note", "summit-2001||LEAGUE|2026-11-24"),
        ("evidence", 3, "locator", "2001-02-03-rur-border|gazette-2001|Ruritania said no"),
        ("evidence", 2, "locator", "1993-rur-border|herald-2001|"),
    ],
)
def test_the_parts_of_a_longer_key_are_separated(published, table, row, column, id):
    set_cell(published, table, row, column, "page 2")
    assert [fault.split(" was ")[0] for fault in faults(published)] == [f'{table}.csv:{row}: "{id}"']
    correct(published, table, id)
    assert faults(published) == []


def test_an_older_correction_explains_no_newer_change(published):
    set_cell(published, "statements", 3, "speaker", "Embassy")
    correct(published, "statements", "2001-02-03-rur-border", TODAY - timedelta(1))
    assert len(faults(published)) == 1


def test_a_correction_of_another_table_or_row_explains_nothing(published):
    set_cell(published, "statements", 3, "speaker", "Embassy")
    correct(published, "sources", "gazette-2001")
    correct(published, "statements", "1993-rur-border")
    assert [fault.split(":")[0] for fault in faults(published)] == ["statements.csv"]


def test_all_faults_are_told_at_once(published):
    set_cell(published, "statements", 2, "stance", "undecided")
    set_cell(published, "statements", 4, "speaker", "Embassy")
    remove(published, "memberships", 3)
    add_line(published, "events", "too,few")
    with pytest.raises(RecordsError) as told:
        check_records(published / "records", published / "texts", published / "versions")
    # The row that has too few cells is new, and the one with a wrong stance is also unexplained.
    assert [str(problem).split(" ")[0] for problem in told.value.problems] == [
        "events.csv:3:",
        "memberships.csv:",
        "statements.csv:2:",
        "statements.csv:2:",
        "statements.csv:4:",
    ]


def test_a_row_with_too_few_cells_is_told_once(published):
    replace_in(published / "records" / "events.csv", b",gazette-2001", b"")
    assert faults(published) == []


def test_a_new_row_needs_no_correction(published):
    add_line(published, "coverage", "summit-2001,border,LEAGUE,2026-11-25,own pages,no,")
    assert faults(published) == []


def test_what_a_program_writes_otherwise_is_no_change(published):
    records = published / "records"
    for path in records.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = [*csv.reader(file)]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
    set_cell(published, "events", 2, "latitude", "50.50")
    set_cell(published, "evidence", 3, "prefix", "🌍\u00a0")
    assert faults(published) == []


def test_what_the_build_works_out_and_texts_that_are_held_need_no_correction(published):
    # The place of a quotation, and the hash of its text, change.
    replace_in(published / "texts" / "gazette-2001.txt", b"Later", b"Some time later")
    assert faults(published) == []


def test_a_correction_names_a_row_that_is_or_was(published):
    correct(published, "statements", "2001-02-03-rur-boarder")
    (fault,) = faults(published)
    assert fault.startswith('corrections.csv:2: id "2001-02-03-rur-boarder" is no row of statements.csv, now or before')


def test_the_correction_of_a_removed_row_stays_right_for_ever(published):
    remove(published, "memberships", 3)
    correct(published, "memberships", "RUR|LEAGUE|1995-01-01")
    assert run_build(published) == 0
    set_cell(published, "corrections", 2, "why", "It was never an observer.")
    assert run_build(published) == 0
    assert faults(published) == []


def test_what_was_never_kept_needs_no_correction(home):
    set_cell(home, "statements", 3, "speaker", "Embassy")
    remove(home, "memberships", 3)
    assert faults(home) == []


def test_versions_that_cannot_be_read_are_a_fault_and_not_a_crash(published):
    (kept,) = (published / "versions").iterdir()
    replace_in(kept / "versions.jsonl", b"{", b"<<<<<<< HEAD\n{")
    (fault,) = faults(published)
    assert fault.startswith(f"versions/{kept.name}: what was kept cannot be read")
    assert "versions.jsonl:1" in fault
