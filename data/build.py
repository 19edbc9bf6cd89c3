"""Turn the records into what the app reads: python -m data.build [--check].

Reads data/records and data/texts, checks everything and tells all faults at once; without any, writes
data/parquet with its full-text index in one step, and docs/data.md. Each version is kept in data/versions, so that
links to it stay true. With --check nothing is written: it fails when tables or page are not what the records give, or
when what was kept is not whole.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from data.checked import Checked, check_records
from data.descriptions import Collection
from data.dictionary import with_dictionary
from data.dictionary_page import markdown
from data.journal import settled
from data.keeping import drop, faults, keep, version_in
from data.parquet_files import differences, write_into
from data.problems import RecordsError
from data.swap import locked, replace_file, replacing_locked
from data.tables import typed_tables
from queries.intact import Damaged, row_of_collection
from queries.versions import home
from queries.versions import read as kept_in

HERE = Path(__file__).parent


def build_tables(checked: Checked) -> dict[str, pa.Table]:
    """Everything that the app reads, by table; the dictionary is part of it."""
    tables = typed_tables(checked.sheets, checked.texts, checked.quotes)
    return with_dictionary(checked.collection, tables)


@dataclass(frozen=True)
class Built:
    """What the records give: everything that the app reads, by table, and the page of the dictionary."""

    collection: Collection
    tables: Mapping[str, pa.Table]
    page: str


def read(data: Path, *, is_replacing: bool = False) -> Built:
    """Check the records and work out what they give, once a save that was killed is settled.

    Args:
        data: Folder with records/, texts/ and versions/.
        is_replacing: The last version was never published, and the one before it counts.

    Raises:
        RecordsError: holds every fault that was found.
    """
    folders = [data / name for name in ("records", "texts", "versions")]
    with settled(data):
        checked = check_records(*folders, is_replacing=is_replacing)
    tables = build_tables(checked)
    return Built(checked.collection, tables, markdown(checked.collection, tables["fields"]))


def page_of(data: Path) -> Path | None:
    """Where the page of the dictionary goes: the project's own collection has one."""
    return HERE.parent / "docs" / "data.md" if data.resolve() == HERE.resolve() else None


def write(built: Built, data: Path, page: Path | None, *, is_replacing: bool = False) -> None:
    """Write what the app reads, keep it as a version, and write the page of the dictionary.

    Args:
        built: What the records give.
        data: Folder with parquet/ and versions/. The caller holds its lock since the records were read, or a build that
            read older ones could come last.
        page: Where the page goes; None for a collection that has none.
        is_replacing: The last version was never published: forget it.
    """
    parquet = data / "parquet"
    with replacing_locked(parquet) as folder:
        write_into(folder, built.tables)
        # Before the folder takes its place: what a reader can have seen is kept.
        _keep(folder, home(parquet, built.collection.collection_id), built, is_replacing=is_replacing)
    if page:
        replace_file(page, built.page.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well and 1 otherwise."""
    chosen = _options().parse_args(arguments)
    page = chosen.page or page_of(chosen.data)
    try:
        if chosen.check:
            return _compare(read(chosen.data, is_replacing=chosen.replace), chosen.data, page)
        with locked(chosen.data):
            built = read(chosen.data, is_replacing=chosen.replace)
            write(built, chosen.data, page, is_replacing=chosen.replace)
    except RecordsError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} fault{'s' * (count != 1)}; nothing was written.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"could not write: {error}; make room or give the right to write and run it again", file=sys.stderr)
        return 1
    for name, table in built.tables.items():
        print(f"{name}: {table.num_rows} rows")
    print(f"data version {version_in(chosen.data / 'parquet')}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something would change")
    parser.add_argument("--replace", action="store_true", help="the last version was never published: forget it")
    parser.add_argument("--data", type=Path, default=HERE, help="folder with records/, texts/, parquet/ and versions/")
    parser.add_argument("--page", type=Path, help="data dictionary to write (docs/data.md for the project's own)")
    return parser


def _keep(folder: Path, versions: Path, built: Built, *, is_replacing: bool) -> None:
    last = [each.version for each in kept_in(versions)][-1:]
    keep(folder, versions, built.collection, date.today())
    if is_replacing and last and last != [version_in(folder)]:
        drop(versions, built.collection, *last)


def _compare(built: Built, data: Path, page: Path | None) -> int:
    parquet = data / "parquet"
    stale = differences(built.tables, parquet)
    if page and (not page.is_file() or page.read_text(encoding="utf-8") != built.page):
        stale.append(f"{page.name} is not what the descriptions give")
    sentences = [f"{sentence}; run python -m data.build" for sentence in stale]
    # What is missing or damaged is among the differences.
    with suppress(FileNotFoundError, Damaged):
        version = row_of_collection(parquet)["data_version"]
        sentences += faults(home(parquet, built.collection.collection_id), version)
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main())
