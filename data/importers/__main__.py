"""Bring a foreign corpus in as a collection: python -m data.importers ungdc PATH --collection NAME.

When anything of it cannot be read, all of that is told and nothing is written, unless --skip-bad asks for the rest.
"""

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import pyarrow as pa
import typer

from data.importers import Importer, gdelt, parts, table, undl, ungdc, unvotes
from data.importers.collection import write_collection
from data.importers.description import own
from data.importers.report import ImportRefused, Report, visible
from data.importers.tables import complete
from data.problems import RecordsError

COLLECTIONS = Path(__file__).parents[1] / "collections"


class Format(StrEnum):
    """The formats that can be read."""

    GDELT = "gdelt"
    UNDL = "undl"
    UNGDC = "ungdc"
    UNVOTES = "unvotes"
    TABLE = "table"


FORMATS = (
    "gdelt: events exports of the GDELT Project; undl: roll calls from the UN Digital Library; "
    "ungdc: the UN General Debate Corpus; unvotes: UN roll calls since 1946; table: a sheet of your own"
)
IMPORTERS: dict[Format, Importer] = {
    Format.GDELT: gdelt,
    Format.UNDL: undl,
    Format.UNGDC: ungdc,
    Format.UNVOTES: unvotes,
    Format.TABLE: table,
}


def run(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help=FORMATS)],
    path: Annotated[Path, typer.Argument(help="the file or folder, as it is published")],
    collection: Annotated[str, typer.Option(help="its name here and in links, such as un-general-debate")],
    into: Annotated[Path, typer.Option(help="the folder of collections; it gets a folder of that name")] = COLLECTIONS,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="leave out what cannot be read, and tell it")] = False,
) -> None:
    """Read a corpus that others published, and write it as a collection beside the project's own."""
    try:
        sys.exit(bring(IMPORTERS[form], path, named(into, collection), skip_bad))
    except (ImportRefused, RecordsError, OSError) as error:
        print(f"{error}\nNothing was written.", file=sys.stderr)
        sys.exit(1)
    except (duckdb.Error, pa.ArrowException) as error:
        what = "free memory or disk and try again; if that does not help, fetch the file again"
        print(f"{visible(path)}: could not be worked through ({visible(error)}); {what}", file=sys.stderr)
        print("Nothing was written.", file=sys.stderr)
        sys.exit(1)


def named(into: Path, collection: str) -> Path:
    """The folder of a collection.

    Raises:
        ImportRefused: the name is not fit for a link, or is that of the project's own collection.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", collection) or len(collection) > 60:
        raise ImportRefused('a collection is named in small letters, numbers and hyphens, as in "un-general-debate"')
    if collection == own().collection_id:
        raise ImportRefused(f'"{collection}" is the project\'s own collection; choose another name')
    return into / collection


def bring(importer: Importer, path: Path, target: Path, skip_bad: bool) -> int:
    """Read, tell and write; returns 0 when all is well and 1 when something would be lost."""
    with parts.beside(target) as finished:
        code = _brought(importer, path, target, Report(finished), skip_bad=skip_bad)
        if code == 0:
            finished.remove()
        elif finished.folder.exists():
            print(f"What was read is kept for the next try, in {finished.folder}", file=sys.stderr)
        return code


def _brought(importer: Importer, path: Path, target: Path, report: Report, *, skip_bad: bool) -> int:
    rows = importer.read(path, report)
    if told := str(report):
        print(told, file=sys.stderr)
    if report.bad:
        print(f"{report.bad} could not be read.", "" if skip_bad else REFUSED, file=sys.stderr)
        if not skip_bad:
            return 1
    if not any(table.num_rows for table in rows.values()):
        raise ImportRefused(f"{visible(path)}: nothing in it can be read")
    tables = complete(rows, importer.ABOUT, target.name, report.about)
    write_collection(tables, target)
    for name in rows:
        print(f"{name}: {tables[name].num_rows} rows")
    print(f"data version {tables['collection']['data_version'][0]}, in {target}")
    return 0


REFUSED = "Nothing was written; mend these, or give --skip-bad to leave them out."

if __name__ == "__main__":
    typer.run(run)
