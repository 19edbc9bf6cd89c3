"""An office programme opens our workbook and our CSV, and what it saves has the same rows.

Where no such programme is installed these are skipped: it is large, and nothing else here needs one.
"""

import csv
import shutil
import subprocess
from datetime import UTC, datetime

import pyarrow as pa
import pytest

import exports

OFFICE = shutil.which("soffice")
VIEW = {"issue": ["nk-votes-valid"], "from": ["2020-03-01"], "to": ["2020-04-30"]}
# Of the filter for CSV: comma, quotation mark, UTF-8, and every cell as it is formatted.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
# The same, and that text in quotation marks stays text, as its dialogue offers.
READ_CSV = "--infilter=CSV:44,34,76,1,,0,true"

pytestmark = pytest.mark.skipif(OFFICE is None, reason="no office programme (soffice) is installed here")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_an_office_programme_reads_every_row_of_a_view(tmp_path, form):
    asked = exports.asked_of("statements", VIEW)
    about = asked.about("https://example.org/", datetime(2026, 11, 30, tzinfo=UTC))
    file = tmp_path / f"view.{form}"
    file.write_bytes(b"".join(exports.stream(asked.tables(), asked.schema(), about, form)))
    rows = [row for piece in asked.tables() for row in piece.to_pylist()]
    saved = opened_and_saved(file, tmp_path / "saved")
    assert [row["statement_id"] for row in saved] == [row["statement_id"] for row in rows]
    for column in ("summary", "actor_name", "speaker", "date_label", "stance_label"):
        assert [row[column] for row in saved] == [row[column] or "" for row in rows]
    assert [row["count_sources"] for row in saved] == [str(row["count_sources"]) for row in rows]
    assert [row["counts_on"] for row in saved] == [row["counts_on"].isoformat() for row in rows]


def test_a_cell_that_looks_like_a_formula_stays_text(tmp_path):
    table = pa.table({"summary": ["=1+1", "+1", "-1", "@sum(a1)", "plain"], "count": [1, -2, 3, 4, 5]})
    asked = exports.asked_of("statements", VIEW)
    about = asked.about("https://example.org/", datetime(2026, 11, 30, tzinfo=UTC), table.num_rows)
    file = tmp_path / "cells.xlsx"
    file.write_bytes(exports.write(table, about, "xlsx"))
    saved = opened_and_saved(file, tmp_path / "saved")
    assert [row["summary"] for row in saved] == table["summary"].to_pylist()
    assert [row["count"] for row in saved] == ["1", "-2", "3", "4", "5"]


def opened_and_saved(file, folder):
    """What the programme saves as CSV after opening a file."""
    profile = f"-env:UserInstallation=file://{folder}-profile"
    assert OFFICE
    command = [OFFICE, profile, "--headless", *([READ_CSV] if file.suffix == ".csv" else [])]
    subprocess.run(
        [*command, "--convert-to", AS_CSV, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (saved,) = folder.glob("*.csv")
    return [*csv.DictReader(saved.read_text("utf-8").splitlines(keepends=True))]
