"""Is the server well named, and is here what it takes to ask it?"""

import re
from importlib.util import find_spec
from typing import NamedTuple

VARIABLE = "DEMARCHE_ENGINE"
INSTALL = "pip install -r requirements-spark.txt -c constraints.txt"
PORT = 15_002
"""Of Spark Connect, where an address names none."""
# What stands after the slash is for the server, a token for example.
_FORM = re.compile(r"sc://(?P<host>[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?(?:/(?:;\S*)?)?", re.ASCII)


class BadEngine(ValueError):
    """The server that the environment names cannot be asked."""


class Engine(NamedTuple):
    """A server: the whole address for the client, which may hold a token, and where that leads, which may be shown."""

    url: str
    host: str
    port: int

    def __str__(self) -> str:
        return f"sc://{self.host}:{self.port}"

    def __repr__(self) -> str:
        return str(self)


def engine(text: str) -> Engine:
    """Read the address of a server.

    Raises:
        BadEngine: it is none, or what it takes to ask it is not installed.
    """
    found = _FORM.fullmatch(text)
    port = int(found["port"] or PORT) if found else 0
    if not found or port not in range(1, 65_536):
        raise BadEngine(
            f"{VARIABLE} is not the address of a Spark Connect server; "
            "give one such as sc://localhost:50051, or unset it"
        )
    missing = [package for package in ("pyspark", "sqlglot") if find_spec(package) is None]
    if missing:
        raise BadEngine(f"{VARIABLE} is set and {' and '.join(missing)} is not installed; run {INSTALL}")
    return Engine(text, found["host"].strip("[]"), port)
