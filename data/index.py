"""Write the full-text index of collections where it is missing, stale or damaged: python -m data.index [--check].

The index is made from the Parquet files of a collection and from texts that were fetched for it. Where it is current,
nothing is done. A large collection also gets its database (`data.database`), unless the environment names a server that
answers instead (`queries.spark`). With --check nothing is written: it fails when an index or a database is not current.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from data import database, full_text
from queries import fetched, intact, spark
from queries.collections import collection_id, served


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well and 1 otherwise."""
    chosen = _options().parse_args(arguments)
    # What is copied from a bucket takes its time, and says so.
    logging.basicConfig(format="%(message)s")
    logging.getLogger("demarche").setLevel(logging.INFO)
    try:
        collections = {collection_id(chosen.data): chosen.data} if chosen.data else served()
        return max(_act(name, folder, is_only_check=chosen.check) for name, folder in collections.items())
    except (OSError, ValueError) as error:
        print(f"no index was written: {error}", file=sys.stderr)
        return 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.index", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if one is not current")
    parser.add_argument("--data", type=Path, help="folder of one collection; without it, every one that is served")
    return parser


def _act(name: str, folder: Path, *, is_only_check: bool) -> int:
    intact.refuse_damaged(folder)
    texts = fetched.texts_file(name)
    if is_only_check:
        found = {
            "database": bool(spark.named()) or database.is_current(folder),
            "index": full_text.is_current(folder, texts),
        }
        for what in (stale := [what for what, is_current in found.items() if not is_current]):
            print(f"{name}: the {what} is not current; run python -m data.index")
        return 1 if stale else 0
    # First, since the index is made by reading all of the collection.
    if not spark.named() and database.write_database(folder):
        print(f"{name}: the database was written")
    written = full_text.write_index(folder, texts, is_shown=sys.stderr.isatty())
    print(f"{name}: the index was {'written' if written else 'current'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
