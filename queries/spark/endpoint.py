"""How is a Spark Connect server asked? By one session a collection, in which its tables are views by their names."""

import logging
import re
import socket
import warnings
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

import pyarrow as pa

from queries.spark.address import BadEngine, Engine
from queries.spark.translation import translated
from queries.spark.values import bound, shaped

with warnings.catch_warnings():
    # It warns of every pandas from 3 on, through which nothing goes here.
    warnings.simplefilter("ignore", FutureWarning)
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
    from pyspark.sql.connect.client.retries import DefaultPolicy

log = logging.getLogger("demarche")
PATIENCE_S = 5.0
"""Until a server has to have taken a call."""
# Left to itself the client tries for ten minutes while a reader waits.
_RETRIES = 2
_LONGEST = 300
_sessions: dict[tuple[str, Path], SparkSession] = {}
_opening = Lock()


class EngineFailed(RuntimeError):
    """A server was asked a question and gave no answer."""


def greet(engine: Engine) -> str:
    """Ask a server for its version.

    Raises:
        BadEngine: nobody answers there, or no Spark Connect server does.
    """
    try:
        with socket.create_connection((engine.host, engine.port), timeout=PATIENCE_S):
            pass
        session = _session(engine)
        version = str(session.version)
        session.stop()
    except OSError as error:
        raise BadEngine(f"nobody answers at {engine}; start the server, or unset DEMARCHE_ENGINE") from error
    except Exception as error:  # gRPC's and PySpark's have no class in common
        raise BadEngine(f"what answers at {engine} is no Spark Connect server: {_said(error)}") from error
    return version


def answer(engine: Engine, folder: Path, name: str, parameters: Mapping[str, Any]) -> pa.Table:
    """Answer one question on a collection.

    Args:
        engine: The server.
        folder: Of the collection's Parquet files, as the server sees it.
        name: Of the question.
        parameters: Those that its header names.

    Raises:
        EngineFailed: the server gave no answer.
    """
    text, values = translated(name, is_by_year=(folder / "statements.parquet").is_dir()), bound(parameters)
    try:
        return shaped(name, _opened(engine, folder).sql(text, args=values).toArrow())
    except Exception:
        # A server forgets a session that was idle for long, or all of them when it is started anew.
        log.info("%s: %s failed and is asked again in a new session", engine, name, exc_info=True)
        _forget(engine, folder)
    try:
        return shaped(name, _opened(engine, folder).sql(text, args=values).toArrow())
    except Exception as error:
        _forget(engine, folder)
        raise EngineFailed(f"{engine} gave no answer to {name} on {folder}: {_said(error)}") from error


def _opened(engine: Engine, folder: Path) -> SparkSession:
    """Hold one session to a collection."""
    key = engine.url, folder
    with _opening:
        if key not in _sessions:
            session = _session(engine)
            for table in sorted(folder.glob("*.parquet")):
                session.read.parquet(str(table.absolute())).createOrReplaceTempView(table.stem)
            _sessions[key] = session
        return _sessions[key]


def _forget(engine: Engine, folder: Path) -> None:
    with _opening:
        _sessions.pop((engine.url, folder), None)


def _session(engine: Engine) -> SparkSession:
    session = SparkSession.builder.remote(engine.url).create()
    session.client.set_retry_policies([DefaultPolicy(max_retries=_RETRIES)])
    # Days are days, wherever the server stands.
    session.conf.set("spark.sql.session.timeZone", "UTC")
    return session


def _said(error: Exception) -> str:
    said = (error.getMessage() if isinstance(error, PySparkException) else None) or str(error) or type(error).__name__
    # Of what gRPC says, this is for people.
    details = re.search(r'details = "([^"]*)"', said)
    return " ".join((details[1] if details else said).split())[:_LONGEST]
