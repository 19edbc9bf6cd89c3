"""The records of the project: what anybody may rely on."""

import datetime
from collections import Counter
from pathlib import Path

import pyarrow.parquet
import pytest

from data.build import build_tables
from data.checked import check_records
from data.dictionary_page import markdown
from data.parquet_files import differences

ROOT = Path(__file__).parents[2]
FOUNDING = "azernews-2020-04-15-geo"


@pytest.fixture(scope="module")
def checked():
    return check_records(ROOT / "data" / "records", ROOT / "data" / "texts")


@pytest.fixture(scope="module")
def built(checked):
    return build_tables(checked)


@pytest.fixture(scope="module")
def rows(built):
    return {name: table.to_pylist() for name, table in built.items()}


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("statements", 1400),
        ("evidence", 1590),
        ("sources", 1030),
        ("events", 120),
        ("actors", 275),
        ("memberships", 1040),
        ("coverage", 175),
        ("issues", 12),
    ],
)
def test_the_collection_is_as_large_as_it_was(checked, rows, table, least):
    assert len(rows[table]) >= least
    assert checked.collection.tables[table].min_rows == least


def test_the_committed_files_are_what_the_records_give(checked, built):
    assert differences(built, ROOT / "data" / "parquet") == []
    assert (ROOT / "docs" / "data.md").read_text("utf-8") == markdown(checked.collection, built["fields"])


TYPES = {
    "actors": {"exists_from": "date32[day]", "exists_until": "date32[day]"},
    "memberships": {"is_full": "bool", "member_from": "date32[day]", "member_until": "date32[day]"},
    "events": {"start_date": "date32[day]", "end_date": "date32[day]", "latitude": "double", "longitude": "double"},
    "sources": {"published": "date32[day]", "counts_on": "date32[day]"},
    "statements": {"date": "date32[day]", "counts_on": "date32[day]", "count_sources": "int32"},
    "evidence": {"start": "int32", "end": "int32"},
    "coverage": {"searched_on": "date32[day]"},
    "corrections": {"date": "date32[day]"},
    "fields": {"position": "int32"},
    "tables": {"rows": "int64"},
    "collection": {"first_date": "date32[day]", "last_date": "date32[day]"},
}
LISTS = {("actors", "aliases"), ("statements", "organisations")}


def test_every_column_has_the_type_that_the_queries_expect(built):
    for name in built:
        schema = pyarrow.parquet.read_schema(ROOT / "data" / "parquet" / f"{name}.parquet")
        for field in schema:
            if (name, field.name) in LISTS:
                assert str(field.type.value_type) == "string"
            else:
                assert str(field.type) == TYPES.get(name, {}).get(field.name, "string"), (name, field.name)


def test_every_passage_is_found_where_it_is_said_to_be(rows):
    texts = {row["source_id"]: row["text"] for row in rows["sources"]}
    passages = [row for row in rows["evidence"] if row["exact"]]
    assert all(texts[row["source_id"]][row["start"] : row["end"]] == row["exact"] for row in passages)
    assert sum(row["source_id"] == FOUNDING for row in passages) == 41


def test_every_position_in_the_founding_article_is_marked(rows):
    stance = {row["statement_id"]: (row["actor_id"], row["issue_id"], row["stance"]) for row in rows["statements"]}
    marked = [
        (*stance[row["statement_id"]], row["attribution"]) for row in rows["evidence"] if row["source_id"] == FOUNDING
    ]
    states = ["AUS", "CAN", "DEU", "EST", "FRA", "GBR", "LVA", "NOR", "PAK", "TUR", "UKR"]
    organisations = ["EU", "GUAM", "NATO", "OIC", "OSCE", "TURKPA", "V4"]
    listed = [
        (actor, issue, stance, "listed")
        for actor in states + organisations
        for issue, stance in (("az-territorial-integrity", "support"), ("nk-votes-valid", "oppose"))
    ]
    georgia = [
        ("GEO", "az-territorial-integrity", "support", "press"),
        ("GEO", "nk-self-determination", "oppose", "press"),
        # the report and the quotation of 15 April, and the statement of the first round that is recalled
        *[("GEO", "nk-votes-valid", "oppose", "press")] * 3,
    ]
    assert Counter(marked) == Counter(listed + georgia)


def test_the_founding_text_is_held_as_it_was_published(rows):
    (text,) = [row["text"] for row in rows["sources"] if row["text"]]
    assert text.startswith(" date 2020-04-15 By Akbar Mammadov\n\nThe Georgian Foreign Ministry has said said")
    assert len(text.encode()) == 2038
    assert text.endswith("from the occupied territories of Azerbaijan.\n\n")


def test_every_statement_has_evidence_in_a_known_source(rows):
    statements = {row["statement_id"] for row in rows["statements"]}
    assert {row["statement_id"] for row in rows["evidence"]} == statements
    assert {row["source_id"] for row in rows["evidence"]} <= {row["source_id"] for row in rows["sources"]}


def test_every_statement_counts_from_the_last_day_of_its_period(rows):
    for row in rows["statements"]:
        following = row["counts_on"] + datetime.timedelta(days=1)
        if row["date_precision"] == "day":
            assert row["counts_on"] == row["date"]
        elif row["date_precision"] == "month":
            assert (row["date"].day, following.day) == (1, 1)
            assert (row["counts_on"].year, row["counts_on"].month) == (row["date"].year, row["date"].month)
        else:
            assert (row["date"].month, row["date"].day) == (1, 1)
            assert row["counts_on"] == datetime.date(row["date"].year, 12, 31)


def test_every_statement_knows_the_organisations_of_its_actor(rows):
    for row in rows["statements"]:
        belonged = {
            spell["organisation_id"]
            for spell in rows["memberships"]
            if spell["actor_id"] == row["actor_id"]
            and spell["role"] in ("member", "elected member")
            and spell["member_from"]
            and spell["member_from"] <= row["counts_on"] <= (spell["member_until"] or datetime.date.max)
        }
        assert row["organisations"] == sorted(belonged)


def test_every_statement_knows_how_well_it_is_evidenced(rows):
    for row in rows["statements"]:
        evidence = [each for each in rows["evidence"] if each["statement_id"] == row["statement_id"]]
        found = {each["attribution"] for each in evidence}
        assert row["attribution"] == next(each for each in ("direct", "press", "listed") if each in found)
        assert row["count_sources"] == len({each["source_id"] for each in evidence})


def test_every_map_code_belongs_to_one_actor_of_that_name(rows):
    assert all(row["actor_id"] == row["iso3"] for row in rows["actors"] if row["iso3"])
    assert {row["actor_id"]: row["name"] for row in rows["actors"]}["NAM"] == "Namibia"
    assert "NAM-ORG" in {row["actor_id"] for row in rows["actors"]}


def test_every_organisation_that_has_members_is_one(rows):
    kinds = {row["actor_id"]: row["kind"] for row in rows["actors"]}
    assert {kinds[row["organisation_id"]] for row in rows["memberships"]} <= {"organisation", "body"}


def test_every_issue_is_explained_for_readers_and_not_for_collectors(rows):
    assert not [row for row in rows["issues"] if "README" in (row["note"] or "")]
    assert {row["issue_id"] for row in rows["issues"]} == {row["issue_id"] for row in rows["statements"]}


def test_every_additional_row_of_the_founding_article_says_what_is_uncertain(rows):
    added = [
        row
        for row in rows["statements"]
        if "AzerNews listed" in row["summary"] and row["issue_id"] == "az-territorial-integrity"
    ]
    assert len(added) == 7
    assert all(row["doubt"] and row["date_precision"] == "month" for row in added)
