"""A connection to fill, and the index of what is in it."""

from itertools import count

import pytest

from data.full_text import fill as fill_index
from tests.queries import filled

COUNT = count()
TABLES = ("actors", "issues", "sources", "statements", "events")


@pytest.fixture(scope="module")
def connection():
    """A connection whose tables each test fills."""
    return filled.collection()


@pytest.fixture
def indexed(connection, tmp_path):
    """Fill the connection with rows by table, and index these; tables left out are empty."""

    def written(tables):
        filled.fill(connection, dict.fromkeys(TABLES, ()) | tables)
        folder = tmp_path / f"index-{next(COUNT)}"
        folder.mkdir()
        fill_index(folder, connection)
        return connection, folder

    return written
