"""What does a reader do on the pages, one thing after the other? The mixed journey of the soak, drawn by chance.

Map with other filters, timeline, statements, search, a file, and the page for SQL where there is one.
"""

import time
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx

from tests.bench.session import Session
from ui.sitemap import PLACES

DAYS = ("1988-01-01", "1994-05-12", "2008-03-14", "2020-04-01", "2020-09-27")
WORDS = ("referendum", "ceasefire", "corridor", "prisoners", "withdrawal", "observers", "sovereignty", '"right of"')
QUESTIONS = (
    "select stance, count(*) from statements group by all",
    "select actor_id, min(date) from statements group by all order by all limit 50",
    "from events where summary ilike '%election%' limit 20",
)
FAILED = ("could not be made", "The server is short of", "There is no answer")
"""What a page says that could not be made."""
EXPORT, RERUN = "export", "rerun"


class Failed(Exception):
    """A page or a file was not what was asked for; the message is a kind of error, to be counted."""


Taken = list[tuple[str, float]]


class Reader:
    """One reader with a page of their own."""

    def __init__(self, session: Session, files: httpx.AsyncClient, draw: Random) -> None:
        self._session, self._files, self._draw, self._place = session, files, draw, "map"

    async def act(self) -> Taken:
        """Do the next thing; gives the kind and the seconds of each run or file that came of it."""
        steps: list[Callable[[], Coroutine[Any, Any, Taken]]] = (
            [self._filter] * 5 + [self._turn] * 3 + [self._search, self._export]
        )
        steps += [self._sql] * ("sql" in PLACES)
        taken = await self._draw.choice(steps)()
        if any(sign in said for said in self._session.said for sign in FAILED):
            raise Failed(f"a page that could not be made ({self._place})")
        return taken

    async def _go(self, place: str, query: str | None = None) -> Taken:
        self._place = place
        return [(RERUN, await self._session.visit(place, query))]

    async def _turn(self) -> Taken:
        return await self._go(self._draw.choice(["map", "timeline", "statements"]))

    async def _filter(self) -> Taken:
        """Change issue, first day or stance, wherever one is."""
        if self._place not in ("map", "timeline", "statements"):
            return await self._turn()
        session, what = self._session, self._draw.choice(("Issue", "From", "Stance"))
        if what == "From":
            taken = [await session.choose(what, self._draw.choice(DAYS))]
        elif what == "Issue":
            taken = [await session.choose(what, self._draw.choice(session.options[what]))]
        else:
            taken = [await session.choose(what, *self._draw.sample(session.options[what], self._draw.randint(0, 1)))]
        if session.is_behind:
            taken.append(await session.catch_up())
        return [(RERUN, each) for each in taken]

    async def _search(self) -> Taken:
        return await self._go("search", urlencode({"q": self._draw.choice(WORDS)}))

    async def _sql(self) -> Taken:
        return await self._go("sql", urlencode({"sql": self._draw.choice(QUESTIONS)}))

    async def _export(self) -> Taken:
        """Take the statements in view along as CSV."""
        taken = ("issue", "from", "to", "stance")
        asked = urlencode([pair for pair in parse_qsl(self._session.query) if pair[0] in taken])
        begin = self._now()
        answer = await self._files.get("/api/statements.csv", params=asked)
        if answer.status_code != 200 or not answer.content:
            raise Failed(f"HTTP {answer.status_code} for a file")
        return [(EXPORT, self._now() - begin)]

    @staticmethod
    def _now() -> float:
        return time.perf_counter()
