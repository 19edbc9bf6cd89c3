"""Which actor does the corpus mean by a code, and what was the state called that spoke under it?"""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from data.importers.actors import recorded


class Period(NamedTuple):
    """Years in which another state spoke under a code than has it now; both years count."""

    since: int
    until: int
    name: str


class States:
    """The actors of the records, with what codes.csv knows of the corpus's own way to write them."""

    def __init__(self, actors: Mapping[str, Mapping[str, str]], codes: list[dict[str, str]]) -> None:
        self._actors = actors
        self._written = {row["written"]: row["actor_id"] for row in codes}
        self._periods: defaultdict[str, list[Period]] = defaultdict(list)
        for row in codes:
            if row["name"]:
                self._periods[row["actor_id"]].append(Period(int(row["since"]), int(row["until"]), row["name"]))
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for actor_id, cells in actors.items():
            for name in (cells["name"], cells["short_name"], *cells["aliases"].split("|")):
                self._named[folded(name)].add(actor_id)
        for written, actor_id in self._written.items():
            self._named[folded(written)].add(actor_id)

    def actor_id(self, code: str) -> str | None:
        """The actor for whom a code stands; None when neither the records nor codes.csv know it."""
        found = self._written.get(code, code)
        return found if found in self._actors else None

    def title(self, actor_id: str, year: int) -> str:
        """What the speaker of a year is called; a state that no longer exists is named with the code of the corpus."""
        earlier = self._earlier(actor_id, year)
        return f"{earlier} (filed under {actor_id})" if earlier else self._actors[actor_id]["name"]

    def contradicts(self, country: str, actor_id: str, year: int) -> bool:
        """Whether a name stands for known actors and the one in question is none of them."""
        meant = self._named.get(folded(country), set())
        earlier = self._earlier(actor_id, year)
        allowed = {actor_id} | (self._named.get(folded(earlier), set()) if earlier else set())
        return bool(meant) and not meant & allowed

    def _earlier(self, actor_id: str, year: int) -> str | None:
        return next((name for since, until, name in self._periods[actor_id] if since <= year <= until), None)


@cache
def states() -> States:
    """The states as the records and codes.csv know them."""
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        return States(recorded(), list(csv.DictReader(file)))


def folded(name: str) -> str:
    """A name without what is written now so, now so: case, accents, spaces and signs."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())
