"""Which statements does the sheet hold, row by row, before they are joined with what they rest on?"""

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report, visible
from data.importers.table import checks
from data.importers.table.actors import Actors, with_actors
from data.importers.table.columns import pick, put
from data.importers.table.days import with_days
from data.importers.table.issues import Issues
from data.importers.table.mapping import Mapping
from data.importers.table.names import COLUMNS, NEEDED, field, words
from data.importers.table.sheet import Sheet
from data.problems import shown


def read_statements(
    sheet: Sheet, mapping: Mapping, actors: Actors, issues: Issues, report: Report
) -> tuple[pa.Table, Faults]:
    """Read the sheet.

    Args:
        sheet: The sheet of statements.
        mapping: What the mapping file says.
        actors: Who is known.
        issues: Which are listed; others are added where there is no list.
        report: Is told what cannot be read.

    Returns:
        Rows without a fault, with `row` and every column of the sheet as text, among them `actor_id`, `issue_id`,
        `date` and `date_precision`; and the faults of the sheet, to which more may come.

    Raises:
        ImportRefused: a column is missing, or the file is damaged.
    """
    faults = Faults(sheet.label, report)
    rows = pick(sheet, COLUMNS, mapping, faults, report)
    _refuse_missing(sheet, rows, mapping)
    there = rows.column_names[1:]
    for needed in NEEDED:
        _tell_empty(rows, [column for column in needed if column in there], faults)
    rows = _checked(rows, mapping, faults)
    rows = with_actors(rows, actors, faults)
    rows = issues.with_ids(rows, faults, report)
    for column in (*COLUMNS, "source_published_precision_read"):
        if column not in rows.column_names:
            rows = put(rows, column, pa.nulls(len(rows), pa.string()))
    rows = _with_precision(rows, faults)
    _tell_without_source(rows, faults)
    return faults.without(rows), faults


def _checked(rows: pa.Table, mapping: Mapping, faults: Faults) -> pa.Table:
    """Check each cell for itself, and bring words and dates to ours."""
    for column in rows.column_names[1:]:
        described = field(column)
        checks.written(rows, column, faults)
        if known := words(column):
            rows = checks.words(rows, column, known, faults, mapping.name)
        elif column == "source_url":
            checks.addresses(rows, column, faults)
        elif column in ("date", "source_published"):
            rows = with_days(rows, column, mapping.dates, faults)
        elif column in ("event_id", "issue_id"):
            checks.form(rows, column, checks.ID, faults)
        elif described and "pattern" in described.constraints:
            checks.form(rows, column, described.constraints["pattern"], faults)
    return rows


def _refuse_missing(sheet: Sheet, rows: pa.Table, mapping: Mapping) -> None:
    missing = [needed[0] for needed in NEEDED if not set(needed) & set(rows.column_names)]
    if missing:
        has = ", ".join(visible(name) for name in sheet.header[:40] if name)
        what = f"has no column {' and no column '.join(missing)}; say in {mapping.name}, under columns, which it is"
        raise ImportRefused(f"{visible(sheet.label)}:{mapping.header_row}: {what}. It has {has}")


def _tell_empty(rows: pa.Table, columns: list[str], faults: Faults) -> None:
    """Tell of rows where all of some columns are empty."""
    empty = pc.is_null(pc.coalesce(*(rows[column] for column in columns)))
    name = columns[0]
    checks.tell(rows, name, empty, faults, (f"rows without {name}", lambda _: f"has no {name}; fill it in"))


def _with_precision(rows: pa.Table, faults: Faults) -> pa.Table:
    """Hold what the sheet says of the precision of its dates against the dates.

    A day may stand for its month or year, as in the project's own files, if it is the first of it.
    """
    read, said = rows["date_precision_read"], rows["date_precision"]
    is_first = pc.or_(
        pc.and_(pc.equal(said, "month"), pc.match_substring_regex(rows["date"], "-01$")),
        pc.and_(pc.equal(said, "year"), pc.match_substring_regex(rows["date"], "-01-01$")),
    )
    fits = pc.or_(pc.equal(read, said), pc.and_(is_first, pc.equal(read, "day")))
    wrong = pc.and_(pc.and_(pc.is_valid(read), pc.is_valid(said)), pc.invert(fits))
    what = "does not fit the date; of a month or a year, write that alone, or its first day"
    checks.tell(
        rows,
        "date_precision",
        wrong,
        faults,
        ("rows whose date_precision does not fit the date", lambda cell: f"date_precision {shown(cell)} {what}"),
    )
    return put(rows, "date_precision", pc.coalesce(said, read))


def _tell_without_source(rows: pa.Table, faults: Faults) -> None:
    """A quotation is of something: without a source there is nothing in which it could stand."""
    source = pc.coalesce(*(rows[column] for column in ("source_id", "source_url", "source_title")))
    mask = pc.and_(pc.is_valid(rows["quotation"]), pc.is_null(source))
    what = "has no source; name source_url or source_title"
    checks.tell(
        rows, "quotation", mask, faults, ("quotations without a source", lambda cell: f"quotation {shown(cell)} {what}")
    )
