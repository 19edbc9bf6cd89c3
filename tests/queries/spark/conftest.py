"""A server that answers beside DuckDB."""

import os

import pytest

from queries import builds, spark
from queries.spark.address import VARIABLE, engine

# It ends with the process, since sessions take their leave of it then.
_running: list[object] = []


@pytest.fixture(scope="session")
def server():
    """A Spark Connect server of our own, or the one that `DEMARCHE_ENGINE` names."""
    if VARIABLE in os.environ:
        yield engine(os.environ[VARIABLE])
        return
    pysail = pytest.importorskip("pysail.spark", reason="needs pysail, which `make spark` installs")
    running = pysail.SparkConnectServer("127.0.0.1", 0)
    running.start(background=True)
    _, port = running.listening_address
    _running.append(running)
    yield engine(f"sc://127.0.0.1:{port}")


@pytest.fixture
def named(server, monkeypatch):
    """The server, named as a user names it."""
    monkeypatch.setenv(VARIABLE, server.url)
    spark.named.cache_clear()
    builds._newest.clear()
    yield server
    monkeypatch.undo()
    spark.named.cache_clear()
    builds._newest.clear()
