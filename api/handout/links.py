"""Where do the names and signs of a handout lead? To the pages of the app, with everything that narrows the view."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from exports import Asked
from exports.address import address, joined, page_url


@dataclass(frozen=True)
class Links:
    """Addresses in the app.

    Attributes:
        asked: The view.
        home: Address of the app, with a slash at its end.
        frozen: Whether they name the data version, so that they show the same rows for good.
        part: The part of the world that the map shows; empty for what is no map.
    """

    asked: Asked
    home: str
    frozen: bool
    part: str = ""

    @cached_property
    def page(self) -> str:
        """The page that shows the view."""
        url = page_url(self.asked, self.home, frozen=self.frozen)
        return f"{url}&view={self.part}" if self.part else url

    def actor(self, actor_id: str) -> str:
        """The map with an actor chosen: why it has its colour, and every statement behind it."""
        return f"{self.page}&focus={quote(actor_id, safe='')}"

    def event(self, event_id: str) -> str:
        """The page of an event, and who reacted to it."""
        return joined(f"{self.home}event", address(self._events(), frozen=self.frozen) | {"event": [event_id]})

    def happened(self, days: Iterable[date]) -> str:
        """The timeline of some days."""
        return page_url(self._events(**self._within(days)), self.home, frozen=self.frozen)

    def said(self, days: Iterable[date]) -> str:
        """The statements of some days."""
        return page_url(self._statements(**self._within(days)), self.home, frozen=self.frozen)

    def statement(self, statement_id: str) -> str:
        """A statement with its evidence."""
        kept = address(self._statements(), frozen=self.frozen)
        return joined(f"{self.home}statements", kept | {"statement": [statement_id]})

    def _events(self, **days: date) -> Asked:
        return self.asked.only(table="events", **days)

    def _statements(self, **days: date) -> Asked:
        return self.asked.only(table="statements", **days)

    def _within(self, days: Iterable[date]) -> dict[str, date]:
        """A stretch of days as far as it lies in the range, since a bin may begin before it."""
        found = sorted(days)
        first, last = self.asked.names.days
        since, until = self.asked.since or first, self.asked.until or last
        return {"since": min(max(found[0], since), until), "until": max(min(found[-1], until), since)}
