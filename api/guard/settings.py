"""What does whoever runs the server say about its names and limits? Environment variables, checked at the start."""

import os
import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

HOSTS, RATE, SESSIONS, LOG = "DEMARCHE_HOSTS", "DEMARCHE_RATE", "DEMARCHE_SESSIONS", "DEMARCHE_ACCESS_LOG"
_NAME = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\*")


class Settings(NamedTuple):
    """Names and limits.

    Attributes:
        hosts: Names by which readers know the server, besides its addresses; "*.example.org" is every name below it.
        rate: Requests that one client may make in a minute, 0 for any number.
        sessions: Pages that one client may have open at a time, 0 for any number.
        is_logged: Whether each request is told in the log.
        is_secure: Whether readers reach the server by HTTPS, as its public address says.
    """

    hosts: frozenset[str]
    rate: int
    sessions: int
    is_logged: bool
    is_secure: bool


@cache
def settings() -> Settings:
    """Read the environment.

    Raises:
        ValueError: a variable says what it cannot say; the message names it.
    """
    url = urlsplit(os.environ.get("DEMARCHE_URL", ""))
    names = [name.strip().lower().rstrip(".") for name in os.environ.get(HOSTS, "").split(",") if name.strip()]
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{HOSTS} names {name!r}; give names of hosts without ports, parted by commas")
    public = (url.hostname or "").rstrip(".")
    hosts = frozenset([*names, *filter(None, [public])])
    logged = os.environ.get(LOG, "off")
    if logged not in ("on", "off"):
        raise ValueError(f"{LOG} is {logged!r}; say on or off")
    return Settings(hosts, _number(RATE, 1_200), _number(SESSIONS, 200), logged == "on", url.scheme == "https")


def _number(variable: str, usual: int) -> int:
    text = os.environ.get(variable, "")
    if not text:
        return usual
    if not re.fullmatch(r"[0-9]{1,7}", text):
        raise ValueError(f"{variable} is {text!r}; give a whole number, 0 for no limit")
    return int(text)
