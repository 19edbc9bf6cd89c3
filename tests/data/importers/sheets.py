"""Sheets of statements that nobody made, in every form in which a newsroom may bring them."""

import csv
import io
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from data.importers import table
from data.importers.report import Report

HEADER = ("actor", "date", "issue", "stance", "summary", "source_url", "attribution")
ROWS = (
    (
        "Georgia",
        "2020-04-15",
        "Dams are safe",
        "oppose",
        "Georgia doubted it, twice.",
        "https://example.org/a",
        "direct",
    ),
    ("TUR", "2020-04", "Dams are safe", "support", "Türkiye “said” so; at length", "https://example.org/b", "press"),
    ("fr", "2020", "Bridges are open", "neutral", "=1+1 said nothing", "https://example.org/b", "press"),
)


def write_csv(path, rows=ROWS, header=HEADER, *, delimiter=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path, rows=ROWS, header=HEADER, *, sheets=()):
    """A workbook; further sheets are (name, rows)."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, lines in (("Collected", [header, *rows]), *sheets):
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(lines):
                sheet.write_row(number, 0, cells)
    return path


def write_parquet(path, rows=ROWS, header=HEADER):
    pq.write_table(pa.table([pa.array(column) for column in zip(*rows, strict=True)], names=list(header)), path)
    return path


def read(path):
    """The tables that a sheet gives, as rows by table, and the report."""
    report = Report()
    return {name: each.to_pylist() for name, each in table.read(path, report).items()}, report


def problems(report):
    return [str(problem) for problem in report.problems]


def statements(path):
    """The statements of a sheet in which all is well, in the order of the sheet's dates."""
    found, report = read(path)
    assert problems(report) == []
    return sorted(found["statements"], key=lambda row: (row["counts_on"], row["actor_id"]))


def repacked(path, change):
    """The workbook with its parts changed: name and bytes in, bytes out."""
    with zipfile.ZipFile(path) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path
