"""Turn the records into what the app reads: python -m data.build [--check].

Reads data/records and data/texts, checks everything and tells all faults at once; without any, writes
data/parquet with its full-text index in one step, and docs/data.md. Each version is kept in data/versions, so that
links to it stay true. With --check nothing is written: it fails when tables or page are not what the records give, or
when what was kept is not whole.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from data.checked import Checked, check_records
from data.descriptions import Collection
from data.dictionary import with_dictionary
from data.dictionary_page import markdown
from data.keeping import drop, faults, keep, version_in
from data.parquet_files import differences, write_into
from data.problems import RecordsError
from data.swap import replace_file, replacing
from data.tables import typed_tables
from queries.versions import home, read

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well and 1 otherwise."""
    chosen = _options().parse_args(arguments)
    folders = [chosen.data / name for name in ("records", "texts", "versions")]
    try:
        checked = check_records(*folders, is_replacing=chosen.replace)
    except RecordsError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} fault{'s' * (count != 1)}; nothing was written.", file=sys.stderr)
        return 1
    tables = build_tables(checked)
    built = Built(checked.collection, tables, markdown(checked.collection, tables["fields"]))
    return (_compare if chosen.check else _write)(built, chosen)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something would change")
    parser.add_argument("--replace", action="store_true", help="the last version was never published: forget it")
    parser.add_argument("--data", type=Path, default=HERE, help="folder with records/, texts/, parquet/ and versions/")
    parser.add_argument("--page", type=Path, default=HERE.parent / "docs" / "data.md", help="data dictionary to write")
    return parser


def _write(built: Built, chosen: argparse.Namespace) -> int:
    parquet = chosen.data / "parquet"
    try:
        with replacing(parquet) as folder:
            write_into(folder, built.tables)
            # Before the folder takes its place: what a reader can have seen is kept.
            _keep(folder, home(parquet, built.collection.collection_id), built, is_replacing=chosen.replace)
        replace_file(chosen.page, built.page.encode())
    except OSError as error:
        print(f"could not write: {error}; make room or give the right to write and run it again", file=sys.stderr)
        return 1
    for name, table in built.tables.items():
        print(f"{name}: {table.num_rows} rows")
    print(f"data version {version_in(parquet)}")
    return 0


def _keep(folder: Path, versions: Path, built: Built, *, is_replacing: bool) -> None:
    last = [each.version for each in read(versions)][-1:]
    keep(folder, versions, built.collection, date.today())
    if is_replacing and last and last != [version_in(folder)]:
        drop(versions, built.collection, *last)


def _compare(built: Built, chosen: argparse.Namespace) -> int:
    parquet = chosen.data / "parquet"
    stale = differences(built.tables, parquet)
    if not chosen.page.is_file() or chosen.page.read_text(encoding="utf-8") != built.page:
        stale.append(f"{chosen.page.name} is not what the descriptions give")
    sentences = [f"{sentence}; run python -m data.build" for sentence in stale]
    if (parquet / "collection.parquet").is_file():
        sentences += faults(home(parquet, built.collection.collection_id), version_in(parquet))
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main())
