"""Do the tables hold together, beyond what their keys can say?"""

from collections.abc import Callable, Collection, Iterator, Mapping

from data import chronology
from data.descriptions import Description
from data.problems import Problem, shown
from data.reading import Sheet

Sheets = Mapping[str, Sheet]


def table_problems(tables: Mapping[str, Description], sheets: Sheets) -> list[Problem]:
    """Check each table as a whole: its number of rows and their order.

    Args:
        tables: Descriptions by table.
        sheets: Cells by table.

    Returns:
        One problem for each table of an unexpected size and each row out of order.
    """
    problems: list[Problem] = []
    for name, sheet in sheets.items():
        problems += _row_count(tables[name], sheet)
        problems += _rows_out_of_order(tables[name], sheet)
    return problems


def cross_problems(sheets: Sheets) -> list[Problem]:
    """Compare rows with each other, within and across tables.

    Args:
        sheets: Cells by table; a check is left out when one of its tables could not be read.

    Returns:
        One problem for each row that does not agree with the others.
    """
    ready = (check for check, needed in CHECKS.items() if needed <= set(sheets))
    return [problem for check in ready for problem in check(sheets)]


def texts_without_source(held: Collection[str], sheets: Sheets) -> list[Problem]:
    """Find texts that belong to no source.

    Args:
        held: Source ids that the texts are named after.
        sheets: Cells by table.

    Returns:
        One problem for each such text; none if the sources could not be read.
    """
    if "sources" not in sheets:
        return []
    known = {row.cells["source_id"] for row in sheets["sources"].rows()}
    what = "is the text of no source in sources.csv; add the source or rename the file"
    return [Problem(f"texts/{source}.txt", None, what) for source in sorted(set(held) - known)]


def _row_count(table: Description, sheet: Sheet) -> Iterator[Problem]:
    n_rows = len(sheet.cells)
    if not table.min_rows <= n_rows <= table.max_rows:
        limits = f"{table.min_rows} to {table.max_rows}"
        what = f"has {n_rows} rows where {limits} are expected; restore what is missing or change expected_rows"
        yield Problem(sheet.file, None, what)


def _rows_out_of_order(table: Description, sheet: Sheet) -> Iterator[Problem]:
    before: list[str] = []
    for number, cells in sheet.rows():
        key = [cells[column] for column in table.key]
        if key < before:
            what = f"{shown(key[0])} stands after {shown(before[0])}; sort the rows by {', '.join(table.key)}"
            yield Problem(sheet.file, number, what)
        before = key


def _statements_without_evidence(sheets: Sheets) -> Iterator[Problem]:
    proven = {row.cells["statement_id"] for row in sheets["evidence"].rows()}
    for number, cells in sheets["statements"].rows():
        if cells["statement_id"] not in proven:
            statement = shown(cells["statement_id"])
            what = f"statement_id {statement} has no row in evidence.csv; add its source there"
            yield Problem(sheets["statements"].file, number, what)


def _searches_for_nothing(sheets: Sheets) -> Iterator[Problem]:
    for number, cells in sheets["coverage"].rows():
        if not cells["event_id"] and not cells["issue_id"]:
            what = "event_id and issue_id are both empty; say what was searched for"
            yield Problem(sheets["coverage"].file, number, what)


CHECKS: dict[Callable[[Sheets], Iterator[Problem]], set[str]] = {
    _statements_without_evidence: {"statements", "evidence"},
    _searches_for_nothing: {"coverage"},
    chronology.dates_against_precision: {"statements"},
    chronology.statements_outside_a_lifetime: {"statements", "actors"},
    chronology.events_that_end_too_early: {"events"},
    chronology.memberships_that_end_too_early: {"memberships"},
    chronology.overlapping_memberships: {"memberships"},
}
