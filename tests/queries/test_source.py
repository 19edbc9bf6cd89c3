"""A source says what is known of it, no more exactly than that, and where its text was fetched from."""

from datetime import date, datetime

from queries import answer
from tests.queries.filled import fill
from tests.queries.made import said, tables


def sources(*rows):
    made = tables([said("FRA", "2020-04-15")])
    made["sources"] = [made["sources"][0] | row for row in rows]
    return made


def source_in(connection):
    (row,) = answer(connection, "source_by_id", {"source_id": "source-a"}).to_pylist()
    return row


def test_a_source_known_by_its_year_counts_from_the_last_day_of_it(scratch):
    fill(scratch, sources({"published": None, "counts_on": date(1975, 12, 31), "date_precision": "year"}))
    assert (source_in(scratch)["published"], source_in(scratch)["date_precision"]) == (date(1975, 12, 31), "year")
    (row,) = answer(scratch, "evidence_of_statements", {"statement_ids": ["s00"]}).to_pylist()
    assert (row["published"], row["date_precision"]) == (date(1975, 12, 31), "year")


def test_a_source_names_whose_document_it_is_and_the_country_of_its_publisher(scratch):
    fill(scratch, sources({"actor_id": "FRA", "speaker": "A. Speaker", "publisher_country": "GBR"}))
    found = source_in(scratch)
    assert (found["actor_id"], found["actor_name"], found["speaker"]) == ("FRA", "Name F", "A. Speaker")
    assert found["publisher_country"] == "Name G"


def test_evidence_says_where_the_text_of_its_source_comes_from(scratch):
    fill(scratch, sources({"text": "abc", "origin_id": "source-b"}))
    (row,) = answer(scratch, "evidence_of_statements", {"statement_ids": ["s00"]}).to_pylist()
    assert row["origin_id"] == "source-b"


def test_only_a_text_that_was_fetched_says_from_where(scratch):
    fetched = {"source_id": "source-a", "fetched_from": "https://example.org", "fetched_at": datetime(2026, 11, 3)}
    fill(scratch, {"fetched_texts": [fetched | {"licence": "Free."}]})
    asked = [answer(scratch, "fetched_text_of_source", {"source_id": each}) for each in ("source-a", "source-b")]
    assert asked[0].to_pylist() == [{name: fetched.get(name, "Free.") for name in asked[0].column_names}]
    assert asked[1].num_rows == 0
