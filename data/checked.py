"""Is everything in a collection as it should be?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data import cells, checks, schemas
from data.description_files import read_collection
from data.descriptions import Collection
from data.explained import unexplained
from data.problems import Problem, RecordsError
from data.quotes import Quote, find_quotes
from data.reading import Sheet, read_sheet, read_texts
from queries.versions import home_in


@dataclass(frozen=True)
class Checked:
    """Records in which no fault was found."""

    collection: Collection
    sheets: Mapping[str, Sheet]
    texts: Mapping[str, str]
    quotes: Sequence[Quote]


def check_records(records: Path, texts: Path, versions: Path | None = None, *, is_replacing: bool = False) -> Checked:
    """Read a collection and check all of it.

    Args:
        records: Folder with collection.yml and a CSV and a description for each table.
        texts: Folder with one <source_id>.txt for each text that is held.
        versions: Folder in which versions of collections were kept, to look for changes without a correction.
        is_replacing: The last of these versions was never published, and the one before it counts.

    Returns:
        The records, as text, with the places of all quoted passages.

    Raises:
        RecordsError: holds every fault that was found.
    """
    collection = read_collection(records)
    sheets, problems = _read_sheets(records, collection)
    problems += _strangers(records, collection)
    held, unread = read_texts(texts)
    problems += [Problem(f"{texts.name}/{p.file}", p.row, p.what) for p in unread]
    quotes, unfound = find_quotes(sheets.get("evidence"), held, {Path(p.file).stem for p in unread})
    problems += unfound
    problems += schemas.schema_problems(collection.tables, sheets)
    problems += cells.cell_problems(collection.tables, sheets)
    problems += checks.table_problems(collection.tables, sheets)
    problems += checks.cross_problems(sheets)
    problems += checks.texts_without_source(held, sheets)
    if versions:
        home = home_in(versions, collection.collection_id)
        problems += unexplained(collection, sheets, home, is_replacing=is_replacing)
    if problems:
        raise RecordsError(problems)
    return Checked(collection, sheets, held, quotes)


def _read_sheets(records: Path, collection: Collection) -> tuple[dict[str, Sheet], list[Problem]]:
    """The tables that can be read, and what is wrong with the others."""
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for name, table in collection.tables.items():
        try:
            sheets[name], ragged = read_sheet(records / table.path, table)
            problems += ragged
        except RecordsError as error:
            problems += error.problems
    return sheets, problems


def _strangers(records: Path, collection: Collection) -> list[Problem]:
    """Files that nothing reads: a table left out of collection.yml would otherwise be lost in silence."""
    known = {"collection.yml", *(path for t in collection.tables.values() for path in (t.path, f"{t.name}.yml"))}
    what = "belongs to no table of collection.yml; add it there or take the file away"
    return [Problem(path.name, None, what) for path in records.iterdir() if path.name not in known]
