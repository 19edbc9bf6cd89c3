"""The one door to files: rows in, a complete file out, or an error that says why not.

Every form is a module of the same shape, `write(table, about) -> bytes`; the next one is written by looking
at its neighbour and named in `FORMS`, or in `PLACE_FORMS` where it holds only rows about actors, whose first column
is `actor_id`.
"""

from collections.abc import Callable
from typing import NamedTuple

import pyarrow as pa

from exports import csv_file, geojson_file, json_file, parquet_file, xlsx_file
from exports.about import About, Column, stem
from exports.errors import CannotHold, ExportError, RowsDiffer, TooManyRows, UnknownForm

__all__ = [
    "FORMS",
    "PLACE_FORMS",
    "About",
    "CannotHold",
    "Column",
    "ExportError",
    "Form",
    "RowsDiffer",
    "TooManyRows",
    "UnknownForm",
    "file_name",
    "stem",
    "write",
]


class Form(NamedTuple):
    """A file format: what a reader calls it, how its files end, what a browser is told, and who writes it."""

    label: str
    extension: str
    mime: str
    write: Callable[[pa.Table, About], bytes]


FORMS = {
    form.extension: form
    for form in (
        Form("CSV", "csv", "text/csv", csv_file.write),
        Form(
            "Excel",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            xlsx_file.write,
        ),
        Form("JSON", "json", "application/json", json_file.write),
        Form("Parquet", "parquet", "application/vnd.apache.parquet", parquet_file.write),
    )
}
"""Forms that every table can be written in."""

PLACE_FORMS = {
    form.extension: form
    for form in (
        Form("GeoJSON, areas", "geojson", "application/geo+json", geojson_file.write_areas),
        Form("GeoJSON, points", "points.geojson", "application/geo+json", geojson_file.write_points),
    )
}
"""Forms for tables whose rows are about one actor each."""


def write(table: pa.Table, about: About, form: str) -> bytes:
    """Write all rows of a table as one file.

    Every refusal is an `ExportError`: besides those below an `UnknownForm`, and what the form itself may raise,
    `TooManyRows` or `CannotHold`.

    Args:
        table: The rows, as a query gave them.
        about: What the file is to say about itself.
        form: A key of `FORMS` or `PLACE_FORMS`.

    Returns:
        The file; the same table and `About` give the same bytes.

    Raises:
        RowsDiffer: the table does not have `about.rows` rows.
        CannotHold: two columns have the same name.
    """
    writer = _form(form).write
    if table.num_rows != about.rows:
        raise RowsDiffer(f"The file would say {about.rows:,} rows and hold {table.num_rows:,}.")
    if len(set(table.column_names)) < table.num_columns:
        raise CannotHold("Two columns of the table have the same name.")
    return writer(table, about)


def file_name(about: About, form: str) -> str:
    """Name a file by table, subject, range and data version, in letters, digits and hyphens."""
    return f"{stem(about)}.{_form(form).extension}"


def _form(name: str) -> Form:
    known = FORMS | PLACE_FORMS
    if name not in known:
        raise UnknownForm(f"There is no form {name!r}; choose from {', '.join(known)}.")
    return known[name]
