"""Answers questions in a process of its own, which has nothing but one file to read and can be killed at any time.

Run by path and by itself: it sees no environment, none of the server's modules and none of its memory. Its only way out
is the pipe that it was born with. Every answer is a line of JSON, then Arrow where there are rows.
"""

import contextlib
import json
import os
import resource
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

import duckdb
import pyarrow as pa

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}
LOCKS = ("set enable_external_access = false", "set disabled_filesystems = 'LocalFileSystem'")
LAST_LOCK = "set lock_configuration = true"
TABLE_FUNCTIONS = {"generate_series", "range", "unnest"}
"""Besides those of the collection; others read files, settings or the machine."""
OF_THE_ENGINE = ("duckdb_", "pragma_", "sqlite_", "pg_settings")
"""How names begin that tell of the engine instead of the collection."""
FUNCTIONS_OF_THE_ENGINE = {
    "current_setting",
    "getenv",
    "json_execute_serialized_sql",
    "json_serialize_plan",
    "query",
    "query_table",
    "set_config",
    "which_secret",
    "write_log",
}
NICE = 15
"""How far it stands back for the server itself, which answers everybody else."""
BATCH = 1_000
MEGABYTE = 2**20


class Refused(Exception):
    """Said to whoever asked."""


def main(pipe: int, file: str, limits: dict[str, Any]) -> None:
    """Answer one question after the other until the pipe is closed."""
    confine(limits["address_space"])
    connection = opened(file, limits["memory"])
    own = {name for (name,) in connection.execute(_OWN_FUNCTIONS).fetchall()}
    connection.execute(LAST_LOCK)
    answers = Connection(pipe)
    answers.send_bytes(b"{}")
    with contextlib.suppress(EOFError):
        while True:
            said, rows = told(connection, answers.recv_bytes().decode(), limits, own)
            answers.send_bytes(json.dumps(said).encode())
            answers.send_bytes(rows)


def confine(address_space: int) -> None:
    """Take from this process what it does not need: files, cores, memory without end, and the others' time."""
    os.nice(NICE)
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_AS, address_space * MEGABYTE),
    ):
        resource.setrlimit(what, (most, most))


def opened(file: str, memory: int) -> duckdb.DuckDBPyConnection:
    """Open a file to read only, and everything else not at all."""
    connection = duckdb.connect(file, read_only=True, config=CONFIG | {"memory_limit": f"{memory}MB"})
    for lock in LOCKS:
        connection.execute(lock)
    return connection


def told(
    connection: duckdb.DuckDBPyConnection, sql: str, limits: dict[str, Any], own: set[str]
) -> tuple[dict[str, Any], bytes]:
    """Answer a question: what is said of the answer, and its rows as an Arrow stream, if it has any."""
    cursor = connection.cursor()
    timer = threading.Timer(limits["seconds"], cursor.interrupt)
    timer.start()
    try:
        check(cursor, sql, own)
        rows, is_cut = answer(cursor, sql, limits)
    except Refused as error:
        return {"refused": str(error)}, b""
    except duckdb.InterruptException:
        return {"unanswered": "time"}, b""
    except (duckdb.OutOfMemoryException, MemoryError):
        return {"unanswered": "memory"}, b""
    except (duckdb.Error, pa.ArrowException, UnicodeError, RecursionError) as error:
        return {"wrong": f"{type(error).__name__}: {str(error)[:2_000]}"}, b""
    else:
        return {"is_cut": is_cut}, rows
    finally:
        timer.cancel()
        cursor.close()


def check(cursor: duckdb.DuckDBPyConnection, sql: str, own: set[str]) -> None:
    """Refuse whatever is not one SELECT over the collection, by the engine's own reading of it."""
    statements = cursor.extract_statements(sql)
    if len(statements) != 1:
        raise Refused(f"The text holds {len(statements)} statements; ask one question at a time.")
    if statements[0].type != duckdb.StatementType.SELECT:
        kind = str(statements[0].type).rpartition(".")[2]
        if kind == "MULTI":
            raise Refused(
                "A pivot is answered where its columns are named: pivot … on stance in ('support', 'oppose') …"
            )
        raise Refused(f"{kind} is not answered here; a question begins with select, from, with, values or describe.")
    tree = json.loads(cursor.execute("select json_serialize_sql($sql)", {"sql": sql}).fetchall()[0][0])
    if tree.get("error"):
        raise Refused("This kind of statement cannot be looked through, so it is not answered; write it as a select.")
    for node in nodes(tree):
        _refuse(node, own)


def nodes(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- whatever JSON holds
    """Go through all objects of a tree, however deep it is."""
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            yield node
            left += node.values()
        elif isinstance(node, list):
            left += node


def _refuse(node: dict[str, Any], own: set[str]) -> None:
    if node.get("type") == "TABLE_FUNCTION" and isinstance(node.get("function"), dict):
        name = str(node["function"].get("function_name", "")).lower()
        if name not in TABLE_FUNCTIONS | own:
            raise Refused(f"{name[:60]}(…) gives no rows of the collection; ask its tables.")
    name = str(node.get("function_name") or node.get("table_name") or "").lower()
    if name.startswith(OF_THE_ENGINE) or name in FUNCTIONS_OF_THE_ENGINE:
        raise Refused(f"{name[:60]} tells of the engine, not of the collection; describe and show tables do.")


def answer(cursor: duckdb.DuckDBPyConnection, sql: str, limits: dict[str, Any]) -> tuple[bytes, bool]:
    """Read the rows of a question up to its limits: an Arrow stream, and whether there are more."""
    reader = cursor.sql(sql).to_arrow_reader(BATCH)
    if len(reader.schema) > limits["columns"]:
        raise Refused(f"The answer has {len(reader.schema):,} columns; {limits['columns']:,} is the most.")
    batches: list[pa.RecordBatch] = []
    left, room = limits["rows"], limits["megabytes"] * MEGABYTE
    for batch in reader:
        batches.append(batch.slice(0, left))
        room -= batch.nbytes
        if room < 0:
            raise Refused(f"The answer has more than {limits['megabytes']} MB; ask for fewer columns or shorter texts.")
        if batch.num_rows > left:
            return written(batches, reader.schema), True
        left -= batch.num_rows
    return written(batches, reader.schema), False


def written(batches: list[pa.RecordBatch], schema: pa.Schema) -> bytes:
    """Write rows as an Arrow stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as stream:
        for batch in batches:
            stream.write_batch(batch)
    return bytes(sink.getvalue())


_OWN_FUNCTIONS = "select distinct lower(function_name) from duckdb_functions() where not internal"

if __name__ == "__main__":
    os.environ.clear()
    main(int(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3]))
