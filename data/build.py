"""Turn the records into what the app reads: python -m data.build [--check].

Reads data/records and data/texts, checks everything and tells all faults at once; without any, writes
data/parquet with its full-text index in one step, and docs/data.md. With --check nothing is written: it fails when
tables or page are not what the records give.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from data.checked import Checked, check_records
from data.dictionary import with_dictionary
from data.dictionary_page import markdown
from data.parquet_files import differences, write_tables
from data.problems import RecordsError
from data.tables import typed_tables

HERE = Path(__file__).parent


def build_tables(checked: Checked) -> dict[str, pa.Table]:
    """Everything that the app reads, by table; the dictionary is part of it."""
    tables = typed_tables(checked.sheets, checked.texts, checked.quotes)
    return with_dictionary(checked.collection, tables)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well and 1 otherwise."""
    chosen = _options().parse_args(arguments)
    try:
        checked = check_records(chosen.data / "records", chosen.data / "texts")
    except RecordsError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} fault{'s' * (count != 1)}; nothing was written.", file=sys.stderr)
        return 1
    tables = build_tables(checked)
    page = markdown(checked.collection, tables["fields"])
    act = _compare if chosen.check else _write
    return act(tables, page, chosen.data / "parquet", chosen.page)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if something would change")
    parser.add_argument("--data", type=Path, default=HERE, help="folder with records/, texts/ and parquet/")
    parser.add_argument("--page", type=Path, default=HERE.parent / "docs" / "data.md", help="data dictionary to write")
    return parser


def _write(tables: Mapping[str, pa.Table], page: str, parquet: Path, written: Path) -> int:
    try:
        write_tables(tables, parquet)
        _write_page(page, written)
    except OSError as error:
        print(f"could not write: {error}; make room or give the right to write and run it again", file=sys.stderr)
        return 1
    for name, table in tables.items():
        print(f"{name}: {table.num_rows} rows")
    print(f"data version {tables['collection']['data_version'][0]}")
    return 0


def _compare(tables: Mapping[str, pa.Table], page: str, parquet: Path, written: Path) -> int:
    sentences = differences(tables, parquet)
    if not written.is_file() or written.read_text(encoding="utf-8") != page:
        sentences.append(f"{written.name} is not what the descriptions give")
    for sentence in sentences:
        print(f"{sentence}; run python -m data.build", file=sys.stderr)
    return 1 if sentences else 0


def _write_page(page: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}-new")
    new.write_text(page, encoding="utf-8", newline="\n")
    new.replace(path)


if __name__ == "__main__":
    sys.exit(main())
