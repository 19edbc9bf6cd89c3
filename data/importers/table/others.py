"""Which actors, issues, events, sources and pieces of evidence does a sheet bring along, in sheets beside its own?

They have the columns of the project's own tables, under the same names and with the same meaning.
"""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.descriptions import Field
from data.importers.description import own
from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report, visible
from data.importers.table import checks
from data.importers.table.columns import pick, put
from data.importers.table.days import with_days
from data.importers.table.mapping import Mapping
from data.importers.table.sheet import Sheet
from data.problems import shown

# Less than the project asks of its own rows: what is left out stays empty.
NEEDED = {
    "actors": ("actor_id", "kind", "name"),
    "issues": ("title",),
    "events": ("event_id", "title", "start_date", "kind"),
    "sources": ("source_id",),
    "evidence": ("statement_id", "source_id"),
}
# Columns in which the project's tables are never empty, and what stands there where a sheet leaves them out: text, or
# the name of another column.
INSTEAD = {
    "actors": {"short_name": "name", "description": "The sheet says nothing more of this actor."},
    "events": {"summary": "title", "source_id": "this-sheet"},
}
NUMBER = r"-?[0-9]{1,3}(\.[0-9]+)?"


def read_other(name: str, sheet: Sheet | None, mapping: Mapping, report: Report) -> tuple[pa.Table, Faults]:
    """Read one of the tables that may lie beside the statements.

    Args:
        name: Of the table.
        sheet: Where there is one.
        mapping: For how dates are written; columns have our names.
        report: Is told what cannot be read.

    Returns:
        Rows without a fault, with `row` and all columns of the table as text, ISO dates; and the sheet's faults, which
        are told when their `end` is called.

    Raises:
        ImportRefused: a column is missing, or the file is damaged.
    """
    table = own().tables[name]
    faults = Faults(sheet.label if sheet else name, report)
    if sheet is None:
        return _empty([*table.columns, *(["published_precision"] if name == "sources" else [])]), faults
    plain = Mapping(name=mapping.name, dates=mapping.dates)
    rows = pick(sheet, table.columns, plain, faults, report)
    if missing := [column for column in NEEDED[name] if column not in rows.column_names]:
        raise ImportRefused(f"{visible(sheet.label)}:1: has no column {', '.join(missing)}; add it")
    for column in NEEDED[name]:
        checks.filled(rows, column, faults)
    for field in table.fields:
        if field.name in rows.column_names:
            rows = _checked(rows, field, mapping, faults)
    more = ["published_precision"] if name == "sources" else []
    if "published_precision_read" in rows.column_names:
        rows = rows.rename_columns({"published_precision_read": "published_precision"})
    rows = _filled(rows, [*table.columns, *more])
    for column, text in INSTEAD.get(name, {}).items():
        rows = put(
            rows, column, pc.coalesce(rows[column], rows[text] if text in rows.column_names else pa.scalar(text))
        )
    _tell_repeated(rows, table.key, faults) if name != "issues" else None
    return faults.without(rows), faults


def _checked(rows: pa.Table, field: Field, mapping: Mapping, faults: Faults) -> pa.Table:
    if field.type == "date":
        return with_days(rows, field.name, mapping.dates, faults)
    checks.written(rows, field.name, faults)
    if field.name == "url":
        checks.addresses(rows, field.name, faults)
    elif field.type == "number":
        checks.form(rows, field.name, NUMBER, faults)
    elif words := field.constraints.get("enum"):
        return checks.words(rows, field.name, list(words), faults, mapping.name)
    elif pattern := field.constraints.get("pattern"):
        checks.form(rows, field.name, pattern, faults)
    return rows


def tell_unknown(rows: pa.Table, column: str, known: pa.ChunkedArray, faults: Faults, where: str) -> None:
    """Tell of ids that lead nowhere.

    Args:
        rows: With `row` and the column.
        column: Of ids.
        known: Ids that lead somewhere.
        faults: Is told.
        where: The table in which they should stand.
    """
    ids = rows[column]
    known = known.combine_chunks() if isinstance(known, pa.ChunkedArray) else known
    mask = pc.and_(pc.is_valid(ids), pc.invert(pc.is_in(ids, value_set=known.cast(pa.string()))))
    what = f"is not among the {where}; add it there, or correct it"
    checks.tell(
        rows, column, mask, faults, (f"rows whose {column} leads nowhere", lambda id_: f"{column} {shown(id_)} {what}")
    )


def _tell_repeated(rows: pa.Table, key: Sequence[str], faults: Faults) -> None:
    first = rows.group_by(key, use_threads=False).aggregate([("row", "min")])["row_min"]
    is_again = pc.invert(pc.is_in(rows["row"], value_set=first.combine_chunks()))
    column = key[0]
    checks.tell(
        rows,
        column,
        is_again,
        faults,
        (
            f"rows with a {column} that was there before",
            lambda id_: f"{column} {shown(id_)} was there before; take one of the two away",
        ),
    )


def _filled(rows: pa.Table, columns: Sequence[str]) -> pa.Table:
    for column in columns:
        if column not in rows.column_names:
            rows = put(rows, column, pa.nulls(len(rows), pa.string()))
    return rows


def _empty(columns: Sequence[str]) -> pa.Table:
    return pa.schema([("row", pa.int64()), *((column, pa.string()) for column in columns)]).empty_table()
