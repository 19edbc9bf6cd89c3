"""Which copies and counts of the tables are kept, so that what is asked most reads little?

Each file of the folder `layout` is a question over the tables. A collection that is opened keeps its rows, in the order
that the file states; where nothing is kept, as over plain Parquet files, the same name is a view with the same rows.
Steps that several questions share and the twins (`queries.twins`) read them.
"""

from pathlib import Path
from typing import Literal

import duckdb

FOLDER = Path(__file__).parent / "layout"


def create(connection: duckdb.DuckDBPyConnection, form: Literal["table", "view"]) -> None:
    """Create every copy and count.

    Args:
        connection: To a database with the tables of a collection.
        form: Whether rows are kept, or worked out whenever they are asked for.
    """
    for file in sorted(FOLDER.glob("*.sql")):
        # The name is that of a file of ours.
        connection.execute(f"create or replace {form} {file.stem} as\n{file.read_text(encoding='utf-8')}")
