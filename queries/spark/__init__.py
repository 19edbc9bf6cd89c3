"""Who answers when a collection outgrows one machine? A server that speaks Spark Connect, with the same questions.

`DEMARCHE_ENGINE=sc://host:port` names it. Every question keeps its .sql file, its header and its answer. What a server
cannot do is listed in `queries.spark.left` and stays with DuckDB, over the same Parquet files; docs/scaling.md.
"""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from queries.spark.address import VARIABLE, BadEngine, Engine, engine
from queries.spark.left import LEFT

__all__ = ["BadEngine", "answer", "answers", "greeted", "named"]

# What asks a server is imported when one is named: it need not be installed, and takes a second.


@cache
def named() -> Engine | None:
    """Read which server `DEMARCHE_ENGINE` names; None where it is not set.

    Raises:
        BadEngine: that is no address, or what it takes to ask a server is not installed.
    """
    text = os.environ.get(VARIABLE, "")
    return engine(text) if text else None


def greeted() -> str:
    """Say who answers, for the log of the dashboard when it starts.

    Raises:
        BadEngine: as `named` does, or nobody answers there.
    """
    server = named()
    if server is None:
        return "DuckDB answers"
    from queries.spark import endpoint

    return f"{server} answers, Spark Connect {endpoint.greet(server)}; DuckDB answers {', '.join(LEFT)}"


def answers(name: str, *, is_laid_over: bool) -> bool:
    """Tell whether a question goes to the server that is named.

    Args:
        name: Of the question.
        is_laid_over: Whether texts lie over the sources here that no server sees (`queries.fetched`).
    """
    if named() is None or name in LEFT:
        return False
    if is_laid_over:
        from queries.spark.translation import reads_texts

        return not reads_texts(name)
    return True


def answer(folder: Path, name: str, parameters: Mapping[str, Any]) -> pa.Table:
    """Answer one question, as `queries.answer` does, on the server that is named.

    Args:
        folder: Of the collection, under a path that the server sees too.
        name: Of the question.
        parameters: Those that its header names; None stands for "any".

    Raises:
        BadEngine: none is named.
        EngineFailed: it gave no answer.
    """
    from queries.spark import endpoint

    server = named()
    if server is None:
        raise BadEngine(f"{VARIABLE} names no server")
    return endpoint.answer(server, folder, name, parameters)
