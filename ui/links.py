"""Links between pages that carry the reader's filters along."""

from typing import Any

import streamlit as st

from ui import rules
from ui.address import Address, write
from ui.markup import plain
from ui.sitemap import PLACES
from ui.view import FRAME, parameters


def address(**changes: Any) -> Address:
    """Write the address of the present view, with some parameters changed or added."""
    values = {name: st.session_state[name] for name in FRAME} | changes
    return write(values, parameters())


def to(place: str, label: str, *, icon: str = "", **changes: Any) -> None:
    """Show a link to a page, with the present filters and these changes.

    Args:
        place: A key of `PLACES`.
        label: What the link says; characters that Markdown would read are shown as they are.
        icon: Of the Material Symbols; empty for none.
        **changes: Parameters of the address.
    """
    st.page_link(PLACES[place].path, label=plain(label), icon=icon, query_params=address(**changes), width="content")


def navigation() -> None:
    """Show a link to every page; those that count positions keep the reader's counting rule."""
    for place, (_, label, *_) in PLACES.items():
        to(place, label, **(rules.address(rules.chosen()) if place in ("map", "matrix") else {}))
