"""Texts that a reader had fetched lie over the sources, and change nothing that the collection holds itself."""

from datetime import datetime
from pathlib import Path

import platformdirs
import pyarrow as pa
import pyarrow.parquet
import pytest

import queries
from queries import fetched
from tests.queries.filled import schemas

AT = datetime(2026, 11, 24, 12, 30)


def row(source_id, text="Talks were held.", **given):
    made = {"text": text, "text_sha256": "00", "origin_id": source_id, "fetched_from": "http://one.example/final"}
    return {"source_id": source_id, **made, "fetched_at": AT, "licence": "a note", "media_type": "text/html"} | given


def write(file, rows, schema=fetched.SCHEMA):
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows, schema), file)
    return file


@pytest.fixture
def folder(tmp_path):
    """A collection of three sources, of which one has a text."""
    rows = [{"source_id": name} for name in ("a", "b")] + [
        {"source_id": "held", "text": "Own.", "text_sha256": "11", "origin_id": "held"}
    ]
    (tmp_path / "tables").mkdir()
    for name, schema in schemas().items():
        write(tmp_path / "tables" / f"{name}.parquet", rows if name == "sources" else [], schema)
    return tmp_path / "tables"


def texts_of(connection):
    return dict(connection.sql("select source_id, text from sources order by source_id").fetchall())


def test_without_a_file_the_table_is_there_and_empty(folder, tmp_path):
    for texts in (None, tmp_path / "nowhere" / "texts.parquet"):
        connection = queries.connect(folder, texts=texts)
        assert texts_of(connection) == {"a": None, "b": None, "held": "Own."}
        table = connection.table("fetched_texts")
        assert table.fetchall() == []
        assert table.columns == [name for name in fetched.SCHEMA.names if name != "text"]


def test_a_fetched_text_lies_over_its_source(folder, tmp_path):
    connection = queries.connect(folder, texts=write(tmp_path / "texts.parquet", [row("a", origin_id="held")]))
    given = connection.sql("select text, text_sha256, origin_id from sources where source_id = 'a'").fetchall()
    assert given == [("Talks were held.", "00", "held")]
    assert texts_of(connection) == {"a": "Talks were held.", "b": None, "held": "Own."}
    assert connection.table("fetched_texts").fetchall() == [
        ("a", "00", "held", "http://one.example/final", AT, "a note", "text/html")
    ]


def test_what_the_collection_holds_itself_or_does_not_know_is_left_out(folder, tmp_path):
    connection = queries.connect(folder, texts=write(tmp_path / "texts.parquet", [row("held"), row("unknown")]))
    assert texts_of(connection) == {"a": None, "b": None, "held": "Own."}
    assert connection.sql("select origin_id from sources where source_id = 'held'").fetchall() == [("held",)]
    assert connection.table("fetched_texts").fetchall() == []


def test_the_columns_of_sources_stay_what_they_were(folder, tmp_path):
    plain = queries.connect(folder).table("sources")
    laid_over = queries.connect(folder, texts=write(tmp_path / "texts.parquet", [row("a")])).table("sources")
    assert (laid_over.columns, laid_over.types) == (plain.columns, plain.types)


def test_questions_see_the_fetched_text(folder, tmp_path):
    connection = queries.connect(folder, texts=write(tmp_path / "texts.parquet", [row("a")]))
    has_text = {
        found["source_id"]: found["has_text"] for found in queries.answer(connection, "sources", {}).to_pylist()
    }
    assert has_text == {"a": True, "b": False, "held": True}


@pytest.mark.parametrize("content", [b"", b"no parquet", b"PAR1PAR1"])
def test_a_file_that_is_damaged_says_what_to_do(folder, tmp_path, content):
    (tmp_path / "texts.parquet").write_bytes(content)
    with pytest.raises(ValueError, match=r"data\.hydrate"):
        queries.connect(folder, texts=tmp_path / "texts.parquet")


def test_a_file_with_other_columns_says_what_to_do(folder, tmp_path):
    file = write(tmp_path / "texts.parquet", [{"source_id": "a"}], pa.schema([("source_id", pa.string())]))
    with pytest.raises(ValueError, match="other columns"):
        queries.connect(folder, texts=file)


def test_the_store_lies_where_the_environment_says_or_with_the_users_data(monkeypatch, tmp_path):
    monkeypatch.setenv("DEMARCHE_TEXTS", str(tmp_path))
    assert fetched.texts_file("one-collection") == tmp_path / "one-collection" / "texts.parquet"
    monkeypatch.delenv("DEMARCHE_TEXTS")
    users = platformdirs.user_data_path("demarche")
    assert fetched.store("one-collection").is_relative_to(users.parent)
    assert not fetched.store("one-collection").is_relative_to(Path(queries.__file__).parents[1])


@pytest.mark.parametrize("collection_id", ["", ".", "..", "../other", "a/b", "/tmp", "a\\b", ".hidden", "a\0", "a\n"])
def test_no_collection_leads_out_of_the_store(collection_id):
    with pytest.raises(ValueError, match="cannot name a folder"):
        fetched.store(collection_id)
