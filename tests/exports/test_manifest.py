"""Every form says by which hash its rows can be known again, and it is one hash, whatever the form."""

import io
import json
import zipfile
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from python_calamine import load_workbook

from exports import file_name, manifest, write
from tests.exports.tables import about, patient, statements, tables


def hash_in(form, file):
    match form:
        case "json" | "geojson":
            return json.loads(file)["end"]["sha256_of_csv"]
        case "parquet":
            return json.loads(pq.read_metadata(io.BytesIO(file)).metadata[b"demarche"])["sha256_of_csv"]
        case "csv.zip":
            return json.loads(zipfile.ZipFile(io.BytesIO(file)).read("manifest.json"))["file"]["sha256"]
        case "xlsx":
            lines = load_workbook(io.BytesIO(file)).get_sheet_by_name("About").to_python()
            return {line[0]: line[1] for line in lines}["SHA-256 of the CSV"]


@pytest.mark.parametrize("raw", [False, True])
@pytest.mark.parametrize("form", ["json", "geojson", "parquet", "csv.zip", "xlsx"])
def test_the_hash_in_every_form_is_that_of_the_csv(form, raw):
    table = pa.table({"actor_id": ["FRA", "=1+1"], "stance": ["oppose", None], "is_vote": [True, False]})
    csv = write(table, about(table), "csv", raw=raw)
    assert hash_in(form, write(table, about(table), form, raw=raw)) == sha256(csv).hexdigest()


@given(table=tables())
@patient
def test_the_manifest_names_and_measures_the_csv(table):
    for raw in (False, True):
        said, csv = about(table), write(table, about(table), "csv", raw=raw)
        assert manifest([table], table.schema, said, raw=raw) == said.as_dict() | {
            "file": {"name": file_name(said, "csv"), "bytes": len(csv), "sha256": sha256(csv).hexdigest()}
        }


@pytest.mark.parametrize("form", ["json", "parquet"])
@pytest.mark.parametrize("values", [[["a|b"]], [None]], ids=["list", "empty line"])
def test_rows_that_a_csv_could_not_hold_have_no_hash(form, values):
    table = pa.table({"value": pa.array(values, pa.list_(pa.string()))})
    assert hash_in(form, write(table, about(table), form)) is None


def test_the_zip_has_the_csv_first_and_the_manifest_last_and_both_are_dated_by_the_about():
    said = about(statements())
    with zipfile.ZipFile(io.BytesIO(write(statements(), said, "csv.zip"))) as archive:
        members = archive.infolist()
        told = json.loads(archive.read("manifest.json"))
    assert [member.filename for member in members] == [file_name(said, "csv"), "manifest.json"]
    assert {member.date_time for member in members} == {(2026, 11, 24, 9, 30, 14)}, "A ZIP counts in two seconds."
    assert told == manifest([statements()], statements().schema, said)


def test_a_zip_that_may_grow_large_is_read_as_well(monkeypatch):
    monkeypatch.setattr("exports.zip_file.MOST_ROWS_OF_PLAIN_ZIP", 0)
    file = write(statements(), about(statements()), "csv.zip")
    # What stands behind the name in the first header begins with field 1: sizes of 64 bits.
    behind_name = 30 + int.from_bytes(file[26:28], "little")
    assert int.from_bytes(file[behind_name : behind_name + 2], "little") == 1
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
