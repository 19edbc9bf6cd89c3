"""What a page gives besides its rows: a package of data, a page that works offline, a feed, embeds, a citation."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from exports import Asked, address, embedding
from ui import citing, copying
from ui.home import home

EMBEDS = {"map": "The map", "timeline": "The timeline", "table": "The table of statements"}


def offer(asked: Asked, embeds: Sequence[str] = ()) -> None:
    """Offer all that can be had of a view.

    Args:
        asked: What the page shows.
        embeds: Keys of `EMBEDS` that make sense of it.
    """
    statements = asked.only(table="statements")
    whole = {
        "Data package": address.joined("package.zip", statements.address()),
        "Offline page": address.joined("kit.html", asked.address()),
    }
    links = "".join(
        f"<li><a class='file' href='{escape(href)}' download>{escape(label)}</a></li>" for label, href in whole.items()
    )
    feed = address.joined("feed.atom", statements.address(frozen=False))
    st.html(
        "<div class='files' role='group' aria-label='The whole view'><p class='download'>The whole view, with sources"
        f"</p><ul>{links}<li><a class='file' href='{escape(feed)}'>Follow by feed</a></li></ul></div>"
    )
    if embeds:
        st.html(_embeds(asked, embeds))
    citing.view(asked)


def _embeds(asked: Asked, embeds: Sequence[str]) -> str:
    items = "".join(
        f"<dt>{EMBEDS[kind]}, {words}</dt><dd>{copying.text(_snippet(asked, kind, frozen), f'{kind}, {words}')}</dd>"
        for kind in embeds
        for words, frozen in (("always up to date", False), ("exactly as it is now", True))
    )
    return f"<details class='taken'><summary>Embed it in a page of yours</summary><dl>{items}</dl></details>"


def _snippet(asked: Asked, kind: str, frozen: bool) -> str:
    return embedding.snippet(home(), asked.address(frozen=frozen), kind, EMBEDS[kind])
