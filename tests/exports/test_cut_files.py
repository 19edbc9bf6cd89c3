"""A file that broke off is never taken for a whole one, by any reader of its form."""

import io
import json
import zipfile
from collections import deque
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineError, ZipError, load_workbook

from exports import FORMS, PLACE_FORMS, RowsDiffer, manifest, pieces, stream, write
from tests.exports.tables import about, noise, statements

# CSV and JSON lines have no end of their own: there only the connection tells, or the hash.
ENDLESS = {"csv", "jsonl"}
READERS: dict[str, Callable[[bytes], Any]] = {
    "json": json.loads,
    "geojson": json.loads,
    "points.geojson": json.loads,
    "parquet": lambda file: pq.read_table(io.BytesIO(file)),
    "xlsx": lambda file: load_workbook(io.BytesIO(file)).get_sheet_by_index(0).to_python(),
    "csv.zip": lambda file: zipfile.ZipFile(io.BytesIO(file)).testzip(),
}
REFUSALS = (ValueError, pa.ArrowException, zipfile.BadZipFile, CalamineError, ZipError)


def rows_for(form):
    return pa.table({"actor_id": ["FRA", "DEU", "EU"]}) if form in PLACE_FORMS else statements()


def test_every_form_has_a_reader_here_or_no_end():
    assert {*FORMS, *PLACE_FORMS} == {*READERS, *ENDLESS}


@pytest.mark.parametrize("form", READERS)
def test_a_file_cut_anywhere_is_refused_by_its_reader(form):
    table = rows_for(form)
    file = write(table, about(table), form).rstrip(b"\n")
    READERS[form](file)
    for end in range(0, len(file), 1 + len(file) // 400):
        with pytest.raises(REFUSALS):
            READERS[form](file[:end])
    with pytest.raises(REFUSALS):
        READERS[form](file[:-1])


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("said", [9_999, 10_001])
def test_what_was_sent_of_a_file_that_failed_is_refused_by_its_reader(form, said, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 500)
    table = noise(500)
    sent: list[bytes] = []
    with pytest.raises(RowsDiffer):
        deque(map(sent.append, stream([table] * 20, table.schema, about(table, rows=said), form)))
    assert len(sent) > 5
    with pytest.raises(REFUSALS):
        READERS[form](b"".join(sent))


def test_the_hash_tells_a_csv_that_was_cut_between_two_rows():
    table, said = statements(), about(statements())
    whole = write(table, said, "csv")
    cut = whole[: whole.rstrip(b"\r\n").rindex(b"\r\n") + 2]
    known_by = manifest([table], table.schema, said)["file"]["sha256"]
    assert (sha256(whole).hexdigest() == known_by, sha256(cut).hexdigest() == known_by) == (True, False)
