"""What the build works out of the records."""

import datetime
import hashlib

import pyarrow.parquet
import pytest

from tests.data.conftest import run_build
from tests.data.small import TEXT, set_cell


def rows(home, table):
    return pyarrow.parquet.read_table(home / "parquet" / f"{table}.parquet").to_pylist()


def day(text):
    return datetime.date.fromisoformat(text)


def test_statements_count_from_the_last_day_of_their_period(home):
    assert [row["counts_on"] for row in rows(home, "statements")] == [
        day("1993-12-31"),
        day("2001-02-03"),
        day("2004-02-29"),
    ]


def test_partial_membership_dates_never_claim_too_much(home):
    spells = [(row["is_full"], row["member_from"], row["member_until"]) for row in rows(home, "memberships")]
    assert spells == [
        (True, day("1992-03-31"), day("1994-01-01")),
        (False, day("1995-01-01"), day("2000-05-05")),
        (True, day("2000-05-05"), None),
    ]


@pytest.mark.parametrize(
    ("joined", "left", "expected"),
    [
        ("2001-02-03", "", ["LEAGUE"]),  # on the first day
        ("2001-02-04", "", []),  # a day too late
        ("2001", "", []),  # perhaps, so not claimed
        ("2001-01", "", ["LEAGUE"]),
        ("2001-02", "", []),
        ("2000", "2001-02-03", ["LEAGUE"]),  # on the last day
        ("2000", "2001-02-02", []),
        ("2000", "2001", []),
        ("2000", "2001-02", []),
        ("", "", []),  # joined on an unknown day
    ],
)
def test_statements_know_the_organisations_of_their_actor_on_that_day(home, joined, left, expected):
    path = home / "records" / "memberships.csv"
    path.write_text(f"actor_id,organisation_id,role,joined,left,note\nRUR,LEAGUE,member,{joined},{left},\n", "utf-8")
    assert run_build(home) == 0
    assert rows(home, "statements")[1]["organisations"] == expected


@pytest.mark.parametrize(("role", "expected"), [("elected member", ["LEAGUE"]), ("observer", []), ("co-chair", [])])
def test_only_full_members_speak_through_an_organisation(home, role, expected):
    set_cell(home, "memberships", 4, "role", role)
    assert run_build(home) == 0
    assert rows(home, "statements")[1]["organisations"] == expected


def test_passages_are_counted_in_code_points_of_the_untouched_text(home):
    text = rows(home, "sources")[0]["text"]
    assert text == TEXT
    found = [row for row in rows(home, "evidence") if row["exact"]]
    assert [(row["start"], row["end"]) for row in found] == [(2, 19), (TEXT.index("so did"), TEXT.index(".\n"))]
    assert all(text[row["start"] : row["end"]] == row["exact"] for row in found)


def test_a_text_carries_the_checksum_of_its_file(home):
    held, not_held = rows(home, "sources")
    assert held["text_sha256"] == hashlib.sha256((home / "texts" / "gazette-2001.txt").read_bytes()).hexdigest()
    assert (not_held["text"], not_held["text_sha256"]) == (None, None)


def test_a_source_is_the_document_of_the_only_actor_whose_statements_rest_on_it_directly(home):
    set_cell(home, "evidence", 3, "attribution", "direct")
    assert run_build(home) == 0
    gazette, herald = rows(home, "sources")
    assert (gazette["actor_id"], gazette["speaker"]) == ("RUR", "Ministry")
    assert (herald["actor_id"], herald["speaker"]) == (None, None)


def test_a_source_counts_on_its_day_and_an_undated_one_on_none(home):
    gazette, herald = rows(home, "sources")
    assert (gazette["counts_on"], gazette["date_precision"]) == (day("2001-02-05"), "day")
    assert (herald["counts_on"], herald["date_precision"]) == (None, None)


def test_evidence_without_a_passage_has_no_place(home):
    assert {(row["start"], row["end"]) for row in rows(home, "evidence") if not row["exact"]} == {(None, None)}


def test_empty_cells_are_null_and_lists_are_lists(home):
    league = rows(home, "actors")[0]
    assert league["aliases"] == ["League", "L3"]
    assert (league["iso3"], league["dissolved"]) == (None, None)
    for name in ("actors", "events", "coverage", "statements", "evidence"):
        assert not [row for row in rows(home, name) if "" in row.values()]


def test_the_collection_tells_its_first_and_last_day(home):
    (collection,) = rows(home, "collection")
    assert (collection["first_date"], collection["last_date"]) == (day("1993-12-31"), day("2004-02-29"))


def test_the_dictionary_describes_every_column_in_order(home):
    described = [(row["table"], row["position"], row["field"]) for row in rows(home, "fields")]
    tables = [row["table"] for row in rows(home, "tables")]
    assert described == [
        (name, position, column)
        for name in tables
        for position, column in enumerate(pyarrow.parquet.read_schema(home / "parquet" / f"{name}.parquet").names, 1)
    ]
    assert all(row["description"] and row["type"] for row in rows(home, "fields"))
