"""A peer that reads SQL: each question is one file of `sql/`, or two, and the engine decides how it is run."""

from abc import abstractmethod
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from tests.bench.peers.peer import Asked, Peer, Row

FOLDER = Path(__file__).parent / "sql"


class InSql(Peer):
    """An engine that answers by `ask`."""

    @abstractmethod
    def ask(self, name: str, given: dict[str, Any]) -> list[Row]:
        """Run one file with the parameters that it takes, and fetch all rows."""

    def positions(self, asked: Asked) -> list[list[Row]]:
        return [self._rows("positions", asked, "issue_id")]

    def months(self, asked: Asked) -> list[list[Row]]:
        return [self._rows("months", asked)]

    def events(self, asked: Asked) -> list[list[Row]]:
        return [self._rows("events", asked)]

    def page(self, asked: Asked) -> list[list[Row]]:
        chosen = "stance" if asked.stance else "kind"
        return [self._rows(f"page_by_{chosen}", asked, chosen)]

    def sizes(self, asked: Asked) -> list[list[Row]]:
        return [self._rows("actors", asked), self._rows("stances", asked)]

    def rows(self, answer: list[list[Row]]) -> Iterable[Row]:
        return chain.from_iterable(answer)

    def _rows(self, name: str, asked: Asked, *others: str) -> list[Row]:
        return self.ask(name, {each: getattr(asked, each) for each in ("since", "until", *others)})


@cache
def text(name: str) -> str:
    """Read a file of SQL, whose parameters are named `$since`, `$until` and so on."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
