"""Collections that the tests of this room share: the real one with its oracle, and one to fill as needed."""

from datetime import date

import pytest

from queries import answer
from tests.queries.filled import collection, fill, oracle_of, real_collection
from tests.queries.made import tables
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions

EVERYTHING = dict.fromkeys(
    ("actors", "members_of", "stances", "kinds", "attributions", "source_id", "voices", "un_members_only")
)
SPRING = EVERYTHING | {"since": date(2020, 1, 1), "until": date(2020, 6, 30), "issue_id": "integrity"}


@pytest.fixture(scope="session")
def real():
    """The project's own collection."""
    return real_collection()


@pytest.fixture(scope="session")
def real_oracle(real):
    """The plain answers on the project's own collection."""
    return oracle_of(real)


@pytest.fixture(scope="module")
def scratch():
    """A connection whose tables each test fills; its answers follow, because views are bound when asked."""
    return collection()


@pytest.fixture
def ask(scratch):
    """Fill the collection and ask about one actor: what the rows say of it, and no other."""

    def position_of(actor, *statements, memberships=(), coverage=(), lives=None, through=("EU", "OSCE"), **asked):
        made = tables(statements, memberships, coverage, lives)
        fill(scratch, made)
        question = SPRING | {"through": list(through), "actors": [actor]} | asked
        rows = answer(scratch, "positions_as_of", question).to_pylist()
        assert rows == positions(Oracle(made), question)
        return rows[0] if rows else None

    return position_of
