"""A workbook around rows that are written apart: XlsxWriter makes everything but the rows themselves."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import pyarrow as pa
import xlsxwriter
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from exports.about import About, slug
from exports.xlsx_cell import put

SHEET = "xl/worksheets/sheet1.xml"
"""The part that holds the rows."""
HEADING = ("Column", "Type", "Unit", "Description")
# What the writer's own guess would make of a text, should a cell ever be left to it.
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SAMPLE = re.compile(r'<row r="2"[^>]*>(.*?)</row>', re.DOTALL)
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')


class Frame(NamedTuple):
    """What stands around the rows."""

    head: str  # of their part, up to the header row and with it
    tail: str
    styles: tuple[str, ...]  # number of the format of each column
    parts: dict[str, bytes]  # all others, by name


def frame(schema: pa.Schema, widths: Sequence[int], about: About, sha256_of_csv: str | None = None) -> Frame:
    """Make a workbook with a header and no rows, and the sheet "About".

    Args:
        schema: Of the rows.
        widths: Of the columns, in characters.
        about: What the sheet "About" says.
        sha256_of_csv: What it says too, once it is known.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **AS_TEXT})
    # Left to itself the writer notes the time of day, and the same rows would never give the same file.
    book.set_properties({"title": about.title, "created": about.created_at.replace(tzinfo=None)})
    _add_rows(book, schema, widths, about)
    _add_about(book, _lines(about, sha256_of_csv))
    book.close()
    with ZipFile(buffer) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    sheet = parts.pop(SHEET).decode()
    used = xl_range(0, 0, about.rows, len(schema) - 1)
    head, sample, tail = _SAMPLE.split(_DIMENSION.sub(f'<dimension ref="{used}"/>', sheet))
    return Frame(head, tail, tuple(re.findall(r' s="(\d+)"', sample)), parts)


def _add_rows(book: xlsxwriter.Workbook, schema: pa.Schema, widths: Sequence[int], about: About) -> None:
    sheet = book.add_worksheet(slug(about.table, 31).replace("-", " ").capitalize())
    text = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    bold = book.add_format({"valign": "top", "bold": True})
    for index, (field, width) in enumerate(zip(schema, widths, strict=True)):
        sheet.set_column(index, index, width, day if pa.types.is_date(field.type) else text)
        put(sheet, 0, index, field.name, bold)
        # A row that is cut out again: it tells under which number each format is known.
        put(sheet, 1, index, 0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, about.rows, len(schema) - 1)


def _add_about(book: xlsxwriter.Workbook, lines: Sequence[tuple[str | int, ...]]) -> None:
    sheet: Worksheet = book.add_worksheet("About")
    plain = book.add_format({"valign": "top", "text_wrap": True, "align": "left"})
    bold = book.add_format({"valign": "top", "bold": True})
    for index, width in enumerate((22, 60, 22, 80)):
        sheet.set_column(index, index, width, plain)
    for row, line in enumerate(lines):
        is_heading = row == 0 or line == HEADING
        for index, value in enumerate(line):
            if value != "":
                put(sheet, row, index, value, bold if is_heading or index == 0 else None)


def _lines(about: About, sha256_of_csv: str | None) -> list[tuple[str | int, ...]]:
    said = about.as_dict()
    lines = [
        (about.title,),
        ("Collection", about.collection),
        ("Collection id", about.collection_id),
        ("How it was made", about.method),
        *(("Made from", source) for source in about.made_from),
        ("Rows", about.rows),
        *(about.filters or [("Filters", "none: every row of the collection")]),
        ("Data version", about.data_version),
        ("Created at", about.created),
        ("Licence", about.licence),
        ("Licence text", about.licence_url),
        ("Cite as", about.citation),
        ("This view", about.url),
        ("These rows", about.api_url),
        ("Table", about.table),
        ("Subject", about.subject),
        ("First day", said["since"] or ""),
        ("Last day", said["until"] or ""),
        ("SHA-256 of the CSV", sha256_of_csv or "none: a CSV could not hold these rows"),
    ]
    return [*(line for line in lines if line[-1] != ""), (), HEADING, *about.columns]
