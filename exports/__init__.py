"""The one door to files: rows in, a complete file out, or an error that says why not.

Every form is a module of the same shape, `stream(tables, schema, about, raw) -> Iterator[bytes]`: it refuses what it
can at once, and then writes piece by piece. The next one is written by looking at its neighbour and named in `FORMS`,
or in `PLACE_FORMS` where it holds only rows with a place.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, NamedTuple

import pyarrow as pa

from exports import csv_file, geojson_file, json_file, jsonl_file, parquet_file, xlsx_file, zip_file
from exports.about import About, Column, stem
from exports.asked import Asked
from exports.errors import CannotHold, ExportError, RowsDiffer, TooManyRows, UnknownForm, Unusable
from exports.fingerprint import Fingerprint
from exports.pieces import Chunk, cut, handed_out
from exports.reading import asked_of
from exports.tables import TABLES, Table
from queries.coded import decoded

__all__ = [
    "FORMS",
    "PLACE_FORMS",
    "TABLES",
    "About",
    "Asked",
    "CannotHold",
    "Column",
    "ExportError",
    "Form",
    "RowsDiffer",
    "Table",
    "TooManyRows",
    "UnknownForm",
    "Unusable",
    "asked_of",
    "file_name",
    "forms",
    "manifest",
    "stem",
    "stream",
    "write",
]


class Form(NamedTuple):
    """A file format: what a reader calls it, how its files end, what a browser is told, and who writes it.

    One that takes codes is given texts that repeat as dictionaries, if they came so; every other is given texts.
    """

    label: str
    extension: str
    mime: str
    stream: Callable[[Iterator[pa.Table], pa.Schema, About, bool], Iterator[Chunk]]
    takes_codes: bool = False


FORMS = {
    form.extension: form
    for form in (
        Form("CSV", "csv", "text/csv", csv_file.stream, takes_codes=True),
        Form(
            "Excel",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            xlsx_file.stream,
        ),
        Form("JSON", "json", "application/json", json_file.stream),
        Form("JSON lines", "jsonl", "application/x-ndjson", jsonl_file.stream),
        Form("Parquet", "parquet", "application/vnd.apache.parquet", parquet_file.stream),
        Form("CSV with description (ZIP)", "csv.zip", "application/zip", zip_file.stream, takes_codes=True),
    )
}
"""Forms that every table can be written in."""

PLACE_FORMS = {
    form.extension: form
    for form in (
        Form("GeoJSON, areas", "geojson", "application/geo+json", geojson_file.stream_areas),
        Form("GeoJSON, points", "points.geojson", "application/geo+json", geojson_file.stream_points),
    )
}
"""Forms for tables whose rows are about one actor each, or have a latitude and a longitude."""


def forms(table: str) -> dict[str, Form]:
    """Give the forms that a table of `TABLES` can be had in, by how their files end."""
    return FORMS | (PLACE_FORMS if TABLES[table].has_place else {})


def stream(
    tables: Iterable[pa.Table], schema: pa.Schema, about: About, form: str, *, raw: bool = False
) -> Generator[bytes, None, None]:
    """Write rows as one file, piece by piece: memory holds 20,000 rows of it, however many there are.

    What can be refused without the rows is refused here; of a file of up to 20,000 rows everything is refused before
    the first bytes. Of a larger one the end, without which its reader takes no file as whole, is left out: only CSV and
    JSON lines have no such end.

    Args:
        tables: The rows; closed at the end, also when the stream is closed early.
        schema: Of each of the tables.
        about: What the file is to say about itself.
        form: A key of `FORMS` or `PLACE_FORMS`.
        raw: Leave text in a CSV as it is, also where a spreadsheet could run it.

    Returns:
        Pieces of at most 1 MB; the same rows and `About` give the same ones, whatever tables they came in. Reading on
        raises `RowsDiffer` where the rows are not `about.rows`, and `CannotHold` where one does not fit the form.

    Raises:
        UnknownForm: there is no such form.
        TooManyRows: the form has a limit, and the rows are over it.
        CannotHold: two columns have the same name, or one is of a type that the form lacks.
    """
    chosen = _form(form)
    if len(set(schema.names)) < len(schema):
        raise CannotHold("Two columns of the table have the same name.")
    rows = cut(tables, schema, about.rows)
    if chosen.takes_codes:
        return handed_out(chosen.stream(rows, schema, about, raw), rows)
    plain = decoded(schema.empty_table()).schema
    return handed_out(chosen.stream(map(decoded, rows), plain, about, raw), rows)


def write(table: pa.Table, about: About, form: str, *, raw: bool = False) -> bytes:
    """Write all rows of a table as one file; see `stream`."""
    return b"".join(stream([table], table.schema, about, form, raw=raw))


def manifest(tables: Iterable[pa.Table], schema: pa.Schema, about: About, *, raw: bool = False) -> dict[str, Any]:
    """Describe the CSV file of some rows without holding it; see `stream`.

    Returns:
        `about.as_dict()`, and under `file` the CSV's name, bytes and sha256.
    """
    fingerprint = Fingerprint()
    for piece in stream(tables, schema, about, "csv", raw=raw):
        fingerprint.add(piece)
    return fingerprint.manifest(about)


def file_name(about: About, form: str) -> str:
    """Name a file by table, subject, range and data version, in letters, digits and hyphens."""
    return f"{stem(about)}.{_form(form).extension}"


def _form(name: str) -> Form:
    known = FORMS | PLACE_FORMS
    if name not in known:
        raise UnknownForm(f"There is no form {name!r}; choose from {', '.join(known)}.")
    return known[name]
