"""Does a line of corrections.csv stand behind everything that was changed or taken away since it was published?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.descriptions import Collection
from data.problems import Problem, shown
from data.reading import Sheet
from data.revised import CORRECTIONS, Revised, Written, ids, of_files, of_sheets, one_line, revised
from queries.versions import Version, files, read, read_changes

# Somebody has to copy an id from the sentence, and the words of a passage are part of one.
_WHOLE = 1_000


@dataclass(frozen=True)
class Before:
    """What was published: the last version, if there is one, with its tables, and rows that were removed before it."""

    version: Version | None
    written: Mapping[str, Written]
    removed: frozenset[tuple[str, str]]


def unexplained(
    collection: Collection, sheets: Mapping[str, Sheet], home: Path, *, is_replacing: bool = False
) -> list[Problem]:
    """Find what corrections.csv lacks, and what is not true in it.

    Args:
        collection: What the tables are.
        sheets: Cells by table; a table that could not be read is not compared.
        home: Folder of the versions that were kept, which need not exist.
        is_replacing: The last version was never published, and the one before it counts.

    Returns:
        One problem for each row that was changed or removed without a correction on or after the day on which the last
        version was built, and one for each correction of a row that never was.
    """
    if CORRECTIONS not in sheets:
        return []
    try:
        before = _before(collection, home, is_replacing=is_replacing)
    except (OSError, ValueError) as error:
        what = f"what was kept cannot be read ({one_line(str(error))}); restore the folder"
        return [Problem(f"{home.parent.name}/{home.name}", None, what)]
    now = of_sheets(collection, sheets)
    return [*_without_reason(collection, sheets, now, before), *_of_nothing(collection, sheets, now, before)]


def _before(collection: Collection, home: Path, *, is_replacing: bool) -> Before:
    versions = [*read(home).items()]
    removed = frozenset((each.table, each.id) for each in read_changes(home) if each.change == "removed")
    if is_replacing:
        versions = versions[:-1]
    if not versions:
        return Before(None, {}, removed)
    version, tables = versions[-1]
    return Before(version, of_files(collection, files(home, tables)), removed)


def _without_reason(
    collection: Collection, sheets: Mapping[str, Sheet], now: Mapping[str, Written], before: Before
) -> Iterator[Problem]:
    if not before.version:
        return
    day = before.version.built_on.isoformat()
    lines = sheets[CORRECTIONS].rows()
    explained = {(row.cells["table"], one_line(row.cells["id"])) for row in lines if row.cells["date"] >= day}
    numbers = {
        (name, id): number
        for name, written in now.items()
        for number, id in enumerate(ids(collection.tables[name], written), start=2)
    }
    for row in revised(collection, before.written, now):
        number = numbers.get((row.table, row.id))
        # A row with too many or too few cells is told already.
        if row.change != "added" and (row.table, row.id) not in explained and number not in sheets[row.table].ragged:
            yield Problem(sheets[row.table].file, number, _sentence(row, before.version))


def _sentence(row: Revised, since: Version) -> str:
    how = f"{row.change} ({', '.join(row.columns)})".removesuffix(" ()")
    return (
        f"{shown(row.id, _WHOLE)} was {how} since version {since.version}; "
        f"add a line to corrections.csv that says what and why, dated {since.built_on} or later"
    )


def _of_nothing(
    collection: Collection, sheets: Mapping[str, Sheet], now: Mapping[str, Written], before: Before
) -> Iterator[Problem]:
    known = set(before.removed)
    for written in (now, before.written):
        for name, rows in written.items():
            known |= {(name, id) for id in ids(collection.tables[name], rows)}
    for number, cells in sheets[CORRECTIONS].rows():
        # A table that cannot be read, or is none, is told elsewhere.
        if cells["table"] in now and cells["id"] and (cells["table"], one_line(cells["id"])) not in known:
            what = (
                f"id {shown(cells['id'], _WHOLE)} is no row of {cells['table']}.csv, now or before; "
                "write the id as it stands there, parts of a longer key separated by |"
            )
            yield Problem(sheets[CORRECTIONS].file, number, what)
