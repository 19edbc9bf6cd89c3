"""What is cited of an older version leads to that version, and says when it was built."""

import json
import shutil
from datetime import date

import pyarrow.parquet as pq
import pytest

import queries
from exports import asked_of
from exports.citations import of_collection, of_event, of_statement, of_view
from queries.object_store.sums import sha256_of

NAME, OLD, NEW = "kept-once", "aaaaaaaaaaaa", "bbbbbbbbbbbb"
HOME, TODAY = "https://app.example/", date(2026, 11, 24)
STATEMENT, EVENT = "2020-04-15-geo-nk-votes-valid", "kelbajar-1993-04-03"


def rewrite(file, **columns):
    rows = pq.read_table(file).to_pylist()
    schema = pq.read_schema(file)
    pq.write_table(pq.read_table(file).from_pylist([row | columns for row in rows], schema), file)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """The first collection twice: as it is now, and as it was once, when every summary said something else."""
    data = tmp_path_factory.mktemp("data")
    newest, older = data / "parquet", data / "versions" / NAME / "tables"
    for folder, version in ((newest, NEW), (older, OLD)):
        folder.mkdir(parents=True)
        for file in queries.PARQUET.glob("*.parquet"):
            shutil.copy(file, folder)
        rewrite(folder / "collection.parquet", collection_id=NAME, data_version=version)
    rewrite(older / "statements.parquet", summary="It was told otherwise.")
    # A version keeps its files under what they hold.
    tables = {file.stem: file.rename(older / f"{sha256_of(file)}.parquet").stem for file in [*older.glob("*.parquet")]}
    line = json.dumps({"version": OLD, "built_on": "2025-01-31", "tables": tables})
    (older.parent / "versions.jsonl").write_text(f"{line}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: newest})
        yield {"newest": queries.edition(NAME, None), "older": queries.edition(NAME, OLD)}


def test_a_statement_is_cited_as_the_version_has_it(editions):
    older, newest = (of_statement(editions[which], STATEMENT, HOME, TODAY) for which in ("older", "newest"))
    assert (older.title, older.version) == ("[It was told otherwise]", OLD)
    assert (newest.title != older.title, newest.version) == (True, NEW)
    assert older.url.endswith(f"&data={OLD}")
    assert newest.url.endswith(f"&data={NEW}")


def test_data_came_out_when_their_version_was_built_or_nobody_knows_when(editions):
    assert of_collection(editions["older"], NAME, HOME, TODAY).issued.iso == "2025-01-31"
    assert of_event(editions["older"], EVENT, HOME, TODAY).issued.iso == "2025-01-31"
    assert of_collection(editions["newest"], NAME, HOME, TODAY).issued.iso == ""


def test_a_view_of_an_older_version_leads_back_to_it(editions):
    made = of_view(asked_of("statements", {"data": [OLD]}), HOME, TODAY)
    assert (made.version, made.issued.iso) == (OLD, "2025-01-31")
    assert f"data={OLD}" in made.url
    assert all(f"data={OLD}" in copy.url for copy in made.copies)
