"""Workers with small limits, so that what burns time burns little."""

import pytest

import queries
from queries import console
from queries.console.workers import Workers

SMALL = console.Limits(rows=100, megabytes=4, seconds=0.5, memory=120, at_once=2, patience=3.0)


@pytest.fixture(scope="package")
def edition():
    return queries.edition(next(iter(queries.served())), None)


@pytest.fixture(scope="package")
def workers():
    small = Workers(SMALL)
    yield small
    small.close()


@pytest.fixture
def ask(edition, workers):
    """Ask a question as one reader does: `ask("select 1")`."""

    def answer(sql, asking="reader"):
        return console.ask(edition, sql, asking, workers)

    return answer
