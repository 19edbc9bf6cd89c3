"""Our own collection as it was before its founding article, in a folder of its own that tests may change."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from data import build

DATA = Path(build.__file__).parent
ARTICLE = "azernews-2020-04-15-geo"
TEXT = (DATA / "texts" / f"{ARTICLE}.txt").read_text(encoding="utf-8")

Row = dict[str, str]


def without_the_article(home: Path) -> Path:
    """Make the folder, and build the collection in it."""
    shutil.copytree(DATA / "records", home / "records")
    (home / "texts").mkdir()
    evidence = _keep(home, "evidence", lambda row: row["source_id"] != ARTICLE)
    proven = {row["statement_id"] for row in evidence}
    _keep(home, "statements", lambda row: row["statement_id"] in proven)
    _keep(home, "sources", lambda row: row["source_id"] != ARTICLE)
    assert build.main(["--data", str(home), "--page", str(home / "data.md")]) == 0
    return home


def contents(home: Path) -> dict[str, bytes]:
    """What stands in every file that people edit."""
    folders = (home / name for name in ("records", "texts", "reviews"))
    return {str(file.relative_to(home)): file.read_bytes() for folder in folders for file in folder.glob("*")}


def _keep(home: Path, table: str, is_kept: Callable[[Row], bool]) -> list[Row]:
    file, description = (home / "records" / f"{table}.{end}" for end in ("csv", "yml"))
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if is_kept(row)]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    description.write_text(re.sub(r"min: \d+", "min: 1", description.read_text(encoding="utf-8")), encoding="utf-8")
    return rows
