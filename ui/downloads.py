"""Downloads: exactly the rows of the view, all of them, in every form, by links that programs can follow too."""

from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

import exports
from exports.phrases import count_words
from ui.home import home
from ui.view import View

# What a picture's address carries besides the filters, so that it leads back to what the reader saw.
PAGE_LOOK = ("view", "before", "rows", "with", "who", "event")


def offer(asked: exports.Asked, count: int) -> None:
    """Link to the rows in every form; those that have a place also go on a map.

    Args:
        asked: What the files are to hold.
        count: How many rows the page shows.
    """
    if not count:
        return
    table = exports.TABLES[asked.table]
    links = "".join(_link(asked, form) for form in forms(asked.table).values())
    st.html(
        f"<div class='files' role='group' aria-label='Files of {escape(table.noun[1])}'>"
        f"<p class='download'>All {count_words(count, *table.noun)}</p><ul>{links}</ul></div>"
    )


def forms(table: str) -> dict[str, exports.Form]:
    """Give the forms that a table can be had in."""
    return exports.FORMS | (exports.PLACE_FORMS if exports.TABLES[table].has_place else {})


def _link(asked: exports.Asked, form: exports.Form) -> str:
    # Relative to a page, so that it holds below any prefix that the app is served at.
    address = escape(asked.api_url("", form.extension))
    return f"<li><a class='file' href='{address}' download>{escape(form.label)}</a></li>"


def statements(view: View, count: int) -> None:
    """Offer the statements in view."""
    offer(view.asked("statements"), count)


def grounds(view: View) -> None:
    """Offer what the statements in view rest on: each piece of evidence, and the sources."""
    for table in ("evidence", "sources"):
        asked = view.asked(table)
        offer(asked, asked.count())


def describe(asked: exports.Asked, count: int) -> exports.About:
    """Say where the rows of a file come from, and what narrows them."""
    return asked.about(home(), datetime.now(UTC).replace(microsecond=0), count)


def link(view: View, /, **more: Any) -> str:
    """Give the whole address of this page with a view, with what the page looks like and further parameters."""
    look = {name: st.session_state[name] for name in PAGE_LOOK if name in st.session_state}
    return f"{(st.context.url or '').rstrip('/')}/?{urlencode(view.address(**look | more), doseq=True)}"
