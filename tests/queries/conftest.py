"""Collections that the tests of this room share: the real one with its oracle, and one to fill as needed."""

import pytest

import queries
from tests.queries.made import collection
from tests.queries.oracle import Oracle


@pytest.fixture(scope="session")
def real():
    """The project's own collection."""
    return queries.connect()


@pytest.fixture(scope="session")
def real_oracle(real):
    """The plain answers on the project's own collection."""
    names = ("actors", "coverage", "events", "evidence", "issues", "memberships", "statements")
    return Oracle({name: real.table(name).to_arrow_table().to_pylist() for name in names})


@pytest.fixture(scope="module")
def scratch():
    """A connection whose tables each test fills; its answers follow, because views are bound when asked."""
    return collection()
