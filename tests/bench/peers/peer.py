"""Who else could answer the questions of the pages, and in which form are the answers of all compared?

Every peer gives the same few columns, which our own questions give among others. What is compared is a list of rows.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

Row = tuple[Any, ...]


class Asked(NamedTuple):
    """What is asked for: a range of days, and where a panel has it one issue, and one stance or kind."""

    since: date
    until: date
    issue_id: str = ""
    stance: str = ""
    kind: str = ""


class Peer(ABC):
    """Something that answers the questions. An answer is whatever it has at hand; `rows` reads it, and is not timed."""

    name: str

    @abstractmethod
    def positions(self, asked: Asked) -> Any:
        """Give (actor_id, stance or "contested") by all that an actor said itself on its last day in the range."""

    @abstractmethod
    def months(self, asked: Asked) -> Any:
        """Give (month, stance, count) of the statements that are dated by day or month."""

    @abstractmethod
    def events(self, asked: Asked) -> Any:
        """Give (event_id, count) of the hundred events of the range with most statements in it, then by id."""

    @abstractmethod
    def page(self, asked: Asked) -> Any:
        """Give (statement_id, name of actor) of the newest fifty, then by id, of one stance or kind."""

    @abstractmethod
    def sizes(self, asked: Asked) -> Any:
        """Give (actor_id, count) and (stance, count)."""

    @abstractmethod
    def rows(self, answer: Any) -> Iterable[Row]:
        """Read an answer of its own."""

    def csv(self, asked: Asked, file: Path) -> None:
        """Write the statements of a range, joined to names and by id, as a file.

        Raises:
            NotImplementedError: it writes none.
        """
        raise NotImplementedError(f"{self.name} writes no files")


class Panel(NamedTuple):
    """A panel of the pages: what its question is called, how a peer is asked, and whether its rows have an order."""

    name: str
    ask: Callable[[Peer, Asked], Any]
    is_ordered: bool = False


PANELS = (
    Panel("Q1 map", lambda peer, asked: peer.positions(asked)),
    Panel("Q1, busiest issue", lambda peer, asked: peer.positions(asked)),
    Panel("Q2 timeline", lambda peer, asked: peer.months(asked)),
    Panel("Q3 events", lambda peer, asked: peer.events(asked), is_ordered=True),
    Panel("Q4 page", lambda peer, asked: peer.page(asked), is_ordered=True),
    Panel("Q5 counts", lambda peer, asked: peer.sizes(asked)),
)


def compared(panel: Panel, peer: Peer, answer: Any) -> list[Row]:
    """Give an answer in the form that is the same for all: plain values, months as 2020-04, in one order."""
    rows = [tuple(_plain(value) for value in row) for row in peer.rows(answer)]
    return rows if panel.is_ordered else sorted(rows)


def _plain(value: Any) -> Any:
    return f"{value:%Y-%m}" if isinstance(value, date) else value
