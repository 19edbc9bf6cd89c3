"""What a page gives besides its rows: all that lies behind them, a page to read offline, a feed, embeds, a citation."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from exports import Asked, address, embedding
from ui import citing, collections, copying, permalink
from ui.file_links import File, group
from ui.home import home

EMBEDS = {"map": "The map", "timeline": "The timeline", "table": "The table of statements"}
# Which table each embed shows.
SHOWS = {"map": "positions", "timeline": "events", "table": "statements"}
# The offline page holds every statement with its evidence: one of more would not open on a phone.
MOST_OFFLINE = 5_000


def offer(asked: Asked, embeds: Sequence[str] = ()) -> None:
    """Offer all that can be had of a view.

    Args:
        asked: What the page shows.
        embeds: Keys of `EMBEDS` that make sense of it.
    """
    # All that it says of the session, and the day on which it is cited, stand in these.
    where = (asked, tuple(embeds), permalink.whole(), home(), datetime.now(UTC).date())
    st.html(collections.copied(("taking", where), lambda: _offered(asked, embeds)))


def _offered(asked: Asked, embeds: Sequence[str]) -> str:
    statements = asked.only(table="statements")
    package = File("Tables with sources (ZIP)", address.joined("package.zip", statements.address()))
    feed = File("News and corrections (Atom feed)", address.joined("feed.atom", statements.address(frozen=False)), "")
    files = group("Everything behind this view", [package, *_offline(asked)]) + group("Follow this view", [feed])
    return f"<div class='taking'>{files}{_embeds(asked, embeds) if embeds else ''}{citing.of_view(asked)}</div>"


def _offline(asked: Asked) -> list[File]:
    # Map and timeline cannot be narrowed to the statements on one event.
    if asked.event or asked.only(table="statements").count() > MOST_OFFLINE:
        return []
    return [File("One page to read offline (HTML)", address.joined("kit.html", asked.address()))]


def _embeds(asked: Asked, embeds: Sequence[str]) -> str:
    items = "".join(
        f"<dt>{EMBEDS[kind]}, {words}</dt><dd>{copying.text(_snippet(asked, kind, frozen), f'{kind}, {words}')}</dd>"
        for kind in embeds
        for words, frozen in (("always up to date", False), ("exactly as it is now", True))
    )
    return f"<details class='taken'><summary>Embed it in a page of yours</summary><dl>{items}</dl></details>"


def _snippet(asked: Asked, kind: str, frozen: bool) -> str:
    shown = asked.only(table=SHOWS[kind]).address(frozen=frozen)
    part = {"view": [st.session_state["view"]]} if kind == "map" and st.session_state["view"] != "world" else {}
    return embedding.snippet(home(), shown | part, kind, EMBEDS[kind])
