"""A data package holds what it says, and programs of others read it."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import duckdb
import frictionless
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from exports import RowsDiffer, package
from exports.package import chosen, rows
from exports.package.keys import KEYS
from queries import fetched
from tests.exports.package.taken import MADE, VIEWS, WHOLE, about, asked, pieces, taken

EVERY = pytest.mark.parametrize("view", [WHOLE, *VIEWS], ids=str)
SOME = pytest.mark.parametrize("view", [WHOLE, VIEWS[1], VIEWS[4]], ids=str)
IN_VIEW = pytest.mark.parametrize("view", VIEWS, ids=str)
DOI = "https://doi.org/10.7910/DVN/0TJX8Y"
TABLES = {name: pq.read_table(queries.PARQUET / f"{name}.parquet") for name in KEYS}


def parquet(view, name):
    return pq.read_table(io.BytesIO(taken(view)[f"data/{name}.parquet"]))


def laid_out(view, folder):
    for name, content in taken(view).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return folder


@EVERY
def test_frictionless_finds_no_fault(view, tmp_path):
    file = tmp_path / "package.zip"
    file.write_bytes(b"".join(pieces(view)))
    report = frictionless.Package(str(file)).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "note"])
    assert len(report.tasks) == 2 * len(KEYS)


def test_frictionless_would_find_a_fault(tmp_path):
    folder = laid_out(VIEWS[0], tmp_path)
    told = json.loads((folder / "datapackage.json").read_bytes())
    for resource in told["resources"]:
        resource.pop("hash"), resource.pop("bytes")
    (folder / "datapackage.json").write_text(json.dumps(told))
    file = folder / "data" / "evidence.csv"
    file.write_text(file.read_text().replace("azernews-2020-04-15-geo", "azernews-2020-04-16-geo"))
    (only,) = [task for task in frictionless.Package(str(folder / "datapackage.json")).validate().tasks if task.errors]
    assert (only.name, only.errors[0].type) == ("evidence", "foreign-key")


@EVERY
def test_sizes_and_sums_are_those_of_the_files(view):
    files = taken(view)
    told = json.loads(files["manifest.json"])["files"]
    assert {each["name"] for each in told} == files.keys() - {"manifest.json"}
    for each in told:
        content = files[each["name"]]
        assert each["bytes"] == len(content)
        assert each["sha256"] == hashlib.sha256(content).hexdigest()
    for resource in json.loads(files["datapackage.json"])["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_whole_collection_is_every_row_of_every_table():
    for name, table in TABLES.items():
        assert parquet(WHOLE, name).equals(table)


@IN_VIEW
def test_a_view_is_its_statements_and_all_that_they_lead_to(view):
    wanted = {name for table in asked(view).tables() for name in table["statement_id"].to_pylist()}
    statements = [row for row in TABLES["statements"].to_pylist() if row["statement_id"] in wanted]
    evidence = [row for row in TABLES["evidence"].to_pylist() if row["statement_id"] in wanted]
    cited = {row["source_id"] for row in [*evidence, *TABLES["events"].to_pylist()]}
    assert parquet(view, "statements").to_pylist() == statements
    assert parquet(view, "evidence").to_pylist() == evidence
    assert parquet(view, "sources").to_pylist() == [
        row for row in TABLES["sources"].to_pylist() if row["source_id"] in cited
    ]
    for name in KEYS.keys() - {"statements", "evidence", "sources"}:
        assert parquet(view, name).equals(TABLES[name])


@SOME
def test_duckdb_reads_the_same_rows_from_both_forms(view, tmp_path):
    folder = laid_out(view, tmp_path) / "data"
    with duckdb.connect() as connection:
        for name in KEYS:
            kept = connection.read_parquet(str(folder / f"{name}.parquet"))
            types = {column: str(kind).replace("[]", "") for column, kind in zip(kept.columns, kept.types, strict=True)}
            read = connection.read_csv(
                str(folder / f"{name}.csv"), header=True, delimiter=",", quotechar='"', escapechar='"', dtype=types
            )
            assert known(read.fetchall()) == known(kept.fetchall()), name


def known(rows):
    """Rows with lists as CSV has them; it does not tell an empty text from none."""
    cells = [["|".join(cell) if isinstance(cell, list) else cell for cell in row] for row in rows]
    return [[None if cell == "" else cell for cell in row] for row in cells]


@SOME
def test_pandas_reads_the_same_rows_from_both_forms(view):
    for name in KEYS:
        kept = parquet(view, name)
        read = pd.read_csv(io.BytesIO(taken(view)[f"data/{name}.csv"]), dtype=str, keep_default_na=False)
        assert read.columns.to_list() == kept.column_names
        for column in kept.column_names:
            cells = kept[column].to_pylist()
            assert read[column].to_list() == [text(cell) for cell in cells], (name, column)


def text(cell):
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case list():
            return "|".join(cell)
        case float():
            return f"{cell:.17g}" if float(f"{cell:.15g}") != cell else f"{cell:.15g}"
        case _:
            return str(cell)


def test_texts_that_a_reader_fetched_are_not_handed_on(tmp_path, monkeypatch):
    text = {"source_id": "azernews-2020-04-16", "text": "Fetched by a reader.", "text_sha256": "0", "origin_id": ""}
    (without,) = [row["source_id"] for row in TABLES["sources"].to_pylist() if not row["text"]][:1]
    pq.write_table(pa.Table.from_pylist([text | {"source_id": without}], fetched.SCHEMA), tmp_path / "texts.parquet")
    with queries.connect(queries.PARQUET, tmp_path / "texts.parquet") as laid_over:
        monkeypatch.setattr(queries, "opened", lambda _: laid_over)
        assert queries.run("index_version") != queries.answer(queries.connect(), "index_version", {})
        for view in (WHOLE, (("source", without),)):
            packed = zipfile.ZipFile(io.BytesIO(b"".join(pieces(view))))
            assert not any(b"Fetched by a reader" in packed.read(name) for name in packed.namelist())


@EVERY
def test_readme_and_licence_say_what_it_is(view):
    files, told = taken(view), about(view)
    readme = files["README.md"].decode()
    for part in (told.collection, told.data_version, told.citation, told.licence, told.url, "no quotations"):
        assert part in readme
    for name in KEYS:
        assert f"| `{name}` | {parquet(view, name).num_rows:,} |" in readme
    assert ("The whole collection." in readme) == (view == WHOLE)
    assert all(f"- {name}: {value}" in readme for name, value in told.filters) or view == WHOLE
    licence = files["LICENSE.txt"].decode()
    assert told.licence_url in licence
    assert "the work of their publishers" in licence


@EVERY
def test_the_descriptor_says_what_it_is(view):
    said, told = json.loads(taken(view)["datapackage.json"]), about(view)
    assert said["$schema"].endswith("/2.0/datapackage.json")
    assert (said["name"], said["version"], said["homepage"]) == (told.collection_id, told.data_version, told.url)
    assert said["created"] == "2026-11-24T09:30:00Z"
    assert said["licenses"] == [{"title": told.licence, "path": told.licence_url}]
    assert {"title": "UN General Debate Corpus (Jankin, Baturo, Dasandi), CC0", "path": DOI} in said["sources"]
    for resource in said["resources"]:
        assert ("schema" in resource) == (resource["format"] == "csv")
    manifest = json.loads(taken(view)["manifest.json"])
    assert {each["name"]: each["rows"] for each in manifest["tables"]} == {
        name: parquet(view, name).num_rows for name in KEYS
    }
    assert manifest.items() >= told.as_dict().items()


def test_every_view_has_an_id_of_its_own():
    ids = [json.loads(taken(view)["datapackage.json"])["id"] for view in (WHOLE, *VIEWS)]
    assert len({*ids}) == len(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


@SOME
def test_the_same_rows_and_time_give_the_same_bytes(view):
    assert b"".join(pieces(view)) == b"".join(pieces(view))
    later = replace(about(view), created_at=MADE + timedelta(seconds=2))
    assert b"".join(package.pieces(asked(view), later)) != b"".join(pieces(view))


def test_the_file_is_named_by_collection_and_version():
    assert package.file_name(asked(WHOLE), about(WHOLE)) == f"demarche-nagorno-karabakh-{about(WHOLE).data_version}.zip"
    assert "azernews-2020-04-15-geo-2020-01-01-2020-12-31" in package.file_name(asked(VIEWS[3]), about(VIEWS[3]))


def test_pieces_are_small_and_the_first_comes_before_any_row_is_read(monkeypatch):
    monkeypatch.setattr(rows, "_pieces", lambda _: 1 / 0)
    made = pieces(WHOLE)
    assert len(next(made)) <= 2**20
    with pytest.raises(ZeroDivisionError):
        b"".join(made)


def test_a_view_that_the_files_do_not_hold_is_not_packed(monkeypatch):
    monkeypatch.setattr(chosen, "_rows_with", lambda file, *_: pa.repeat(False, file.metadata.num_rows))
    with pytest.raises(RowsDiffer, match="26 statements are in view, and 0 are in the files"):
        b"".join(pieces(VIEWS[0]))


def test_small_blocks_and_pieces_give_the_same_rows(monkeypatch):
    whole = {name: content for name, content in taken(VIEWS[1]).items() if name.endswith(".csv")}
    monkeypatch.setattr(chosen, "BLOCK", 7)
    monkeypatch.setattr(rows, "PIECE", 11)
    packed = zipfile.ZipFile(io.BytesIO(b"".join(pieces(VIEWS[1]))))
    assert {name: packed.read(name) for name in whole} == whole
