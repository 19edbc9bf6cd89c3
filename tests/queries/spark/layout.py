"""The layout that docs/scaling.md recommends, made by the statement that stands there."""

import re
from pathlib import Path

import duckdb

GUIDE = Path(__file__).parents[3] / "docs" / "scaling.md"


def by_year(folder, into):
    """Lay a collection out by year.

    Args:
        folder: Of the collection, one file a table.
        into: An empty folder.
    """
    (statement,) = re.findall(r"```sql\n(copy .*?)```", GUIDE.read_text(encoding="utf-8"), flags=re.DOTALL)
    for file in folder.glob("*.parquet"):
        if file.stem != "statements":
            (into / file.name).symlink_to(file)
    with duckdb.connect() as connection:
        connection.execute(statement.replace("OLD", str(folder)).replace("NEW", str(into)))
