"""What a file of ours says to whoever opens it, whatever its form."""

import io
import json
import zipfile

import pandas as pd
import pyarrow.parquet as pq
from python_calamine import load_workbook


def read(content, form):
    """The rows of a file as dicts of texts, numbers and None, whatever the form."""
    if form == "csv.zip":
        packed = zipfile.ZipFile(io.BytesIO(content))
        return read(packed.read(next(name for name in packed.namelist() if name.endswith(".csv"))), "csv")
    if form == "jsonl":
        return [json.loads(line) for line in content.splitlines()]
    if form == "json":
        return json.loads(content)["rows"]
    if form.endswith("geojson"):
        return [feature["properties"] for feature in json.loads(content)["features"]]
    if form == "parquet":
        return [plain(row) for row in pq.read_table(io.BytesIO(content)).to_pylist()]
    if form == "xlsx":
        header, *lines = load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        return [dict(zip(header, map(cell, line), strict=True)) for line in lines]
    frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def cell(value):
    """What a cell of a workbook says; its numbers are all floats, and what is empty is an empty text."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


def plain(row):
    """A row as JSON has it."""
    return {name: value if not hasattr(value, "isoformat") else value.isoformat() for name, value in row.items()}


def texts(row):
    """A row as CSV has it: everything text, lists joined, nothing where nothing is known."""
    joined = {name: "|".join(value) if isinstance(value, list) else value for name, value in plain(row).items()}
    written = {True: "true", False: "false", None: None, "": None}
    return {
        name: written[value] if value is None or value == "" or isinstance(value, bool) else str(value)
        for name, value in joined.items()
    }
