"""List the versions of the collection that are kept, or drop one: python -m data.editions list | drop VERSION.

Drop a version only if it was never published: a link that names it no longer leads anywhere.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.description_files import read_collection
from data.keeping import drop, version_in
from data.swap import locked
from queries.collections import collection_id
from queries.versions import home, read, read_changes

HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well and 1 otherwise."""
    chosen = _options().parse_args(arguments)
    try:
        return _drop(chosen.data, chosen.version) if chosen.act == "drop" else _list(chosen.data)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.editions", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE, help="folder with records/, parquet/ and versions/")
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="every version that is kept, oldest first")
    acts.add_parser("drop", help="forget a version that was never published").add_argument("version")
    return parser


def _list(data: Path) -> int:
    versions, current = _home(data), version_in(data / "parquet")
    changes = read_changes(versions)
    for version, day in read(versions):
        count = sum(change.version == version for change in changes)
        rows = f"{count} row{'s' * (count != 1)} changed"
        print(f"{version}  built {day}, {rows}{', current' if version == current else ''}")
    return 0


def _drop(data: Path, version: str) -> int:
    versions, current = _home(data), version_in(data / "parquet")
    if version == current:
        print(
            f"{version} is the current version; python -m data.build --replace puts another in its place",
            file=sys.stderr,
        )
        return 1
    with locked(data):
        if version not in {each.version for each in read(versions)}:
            print(f"{version} is not kept; see python -m data.editions list", file=sys.stderr)
            return 1
        drop(versions, read_collection(data / "records"), version)
    print(f"{version} was dropped")
    return 0


def _home(data: Path) -> Path:
    return home(data / "parquet", collection_id(data / "parquet"))


if __name__ == "__main__":
    sys.exit(main())
