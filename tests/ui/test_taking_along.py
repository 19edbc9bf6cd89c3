"""Where nothing can be saved, what was confirmed can be taken along as rows."""

import csv
import io
import json
import zipfile

from data.description_files import read_collection
from data.quotes import context
from tests.data.small import RECORDS
from ui import record_columns, taking_along
from ui.confirming import Confirmed

CELLS = {
    "actor_id": "GEO",
    "speaker": "Not named",
    "date": "2020-04-15",
    "date_precision": "day",
    "event_id": "",
    "issue_id": "nk-votes-valid",
    "stance": "oppose",
    "kind": "statement",
    "summary": 'It said "no", and\nno again.',
    "doubt": "",
}
SOURCE = {
    "source_id": "",
    "kind": "news",
    "publisher": "Gazette",
    "publisher_country": "",
    "title": "No",
    "url": "https://example.org/no",
    "published": "2020-04-15",
    "language": "en",
}
EVIDENCE = {"attribution": "press", "locator": ""}


def unpacked(**more):
    one = {"cells": CELLS, "evidence": EVIDENCE, "span": (2, 8), "held_id": None}
    two = {"cells": CELLS, "evidence": EVIDENCE, "span": (0, 1), "held_id": "2020-04-15-geo-nk-votes-valid"}
    given = {"source": SOURCE, "text": "🌍 no, no.", "statements": (one, two), "reviewed_by": "R. Eader", "review": {}}
    with zipfile.ZipFile(io.BytesIO(taking_along.archive(Confirmed(**given | more), context))) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def table(files, name):
    return [*csv.DictReader(io.StringIO(files[f"{name}.csv"], newline=""))]


def test_the_rows_are_those_of_the_records():
    files = unpacked()
    assert table(files, "statements") == [{**CELLS, "statement_id": "NEW-1"}]
    assert table(files, "sources") == [{**SOURCE, "source_id": "NEW-source"}]
    assert [(row["statement_id"], row["exact"], row["prefix"]) for row in table(files, "evidence")] == [
        ("NEW-1", "no, no", ""),
        ("2020-04-15-geo-nk-votes-valid", "🌍", ""),
    ]
    assert files["texts/NEW-source.txt"] == "🌍 no, no."
    assert json.loads(files["review.json"])["reviewed_by"] == "R. Eader"


def test_a_text_that_may_not_be_published_leaves_no_words_behind():
    files = unpacked(text=None)
    assert [row["exact"] for row in table(files, "evidence")] == ["", ""]
    assert not any(name.startswith("texts/") for name in files)
    assert not any("no, no" in content for content in files.values())


def test_a_source_that_is_held_keeps_its_id():
    files = unpacked(source={"source_id": "gazette-no"})
    assert {row["source_id"] for row in table(files, "evidence")} == {"gazette-no"}
    assert table(files, "sources") == []


def test_the_columns_are_those_of_the_descriptions():
    described = read_collection(RECORDS).tables
    assert list(record_columns.STATEMENTS) == described["statements"].columns
    assert list(record_columns.SOURCES) == described["sources"].columns
    assert list(record_columns.EVIDENCE) == described["evidence"].columns
