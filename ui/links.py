"""Links between pages that carry the reader's filters along.

Whatever has a page of its own is named by a link to it: in HTML by `actor`, `event`, `issue` and `source`, in a table
by `addresses`. The addresses are relative to a page, so they hold below any prefix that the app is served at.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import streamlit as st

from ui import names
from ui.address import Address, write
from ui.collections import kept
from ui.markup import plain
from ui.parameters import FRAME, parameters
from ui.sitemap import PLACES

# The counting rule, which the pages that count positions hand on to each other.
RULE = ("through", "voice", "count")
COUNTING = ("map", "matrix")
CURRENT = " aria-current='page'"
# Which page shows a thing, and the parameter that says which one.
PAGES = {
    "actor": ("actor", "who"),
    "event": ("event", "event"),
    "issue": ("map", "issue"),
    "source": ("source", "read"),
}


class Form(NamedTuple):
    """How a sentence is written: what happens to a text in it, and to a thing, by its kind, id and name."""

    text: Callable[[str], str]
    thing: Callable[[str, str | None, str], str]


def address(**changes: Any) -> Address:
    """Write the address of the present view, with some parameters changed or added."""
    values = {name: st.session_state[name] for name in FRAME} | changes
    return write(values, parameters())


def carried() -> str:
    """Write all of the session that links carry along: what is made of links is kept by it."""
    state = st.session_state
    return urlencode(address() | write({name: state[name] for name in (*RULE, "q")}, parameters()), doseq=True)


def to(place: str, label: str, *, icon: str = "", **changes: Any) -> None:
    """Show a link to a page, with the present filters and these changes.

    Args:
        place: A key of `PLACES`.
        label: What the link says, as text.
        icon: Of the Material Symbols; empty for none.
        **changes: Parameters of the address.
    """
    st.page_link(PLACES[place].path, label=plain(label), icon=icon, query_params=address(**changes), width="content")


def navigation(here: str) -> str:
    """Write as HTML a link to every page that has something to show; those that count positions keep the rule.

    Args:
        here: The page that is shown, a key of `PLACES`.
    """
    plain_query = urlencode(address(), doseq=True)
    counting = urlencode(address(**_rule(COUNTING[0])), doseq=True)
    items = "".join(
        f"<a class='inner' href='{escape(f'{_path(place)}?{counting if place in COUNTING else plain_query}')}'"
        f"{CURRENT * (place == here)}>{escape(each.label)}</a>"
        for place, each in PLACES.items()
        if each.is_listed and (names.has_statements() or not each.is_about_statements)
    )
    return f"<nav class='pages' aria-label='Pages'>{items}</nav>"


def href(place: str, **changes: Any) -> str:
    """Write the address of a page for an HTML anchor, with the present filters and these changes; not escaped.

    Args:
        place: A key of `PLACES`.
        **changes: Parameters.
    """
    return f"{_path(place)}?{urlencode(address(**_rule(place) | changes), doseq=True)}"


def addresses(kind: str, ids: Iterable[object]) -> list[str]:
    """Write the addresses of many things at once, for HTML anchors and tables; not escaped.

    Args:
        kind: A key of `PAGES`.
        ids: Of the things; where one is missing (None, or what pandas makes of it), the address is empty.
    """
    place, parameter = PAGES[kind]
    more = _rule(place)
    if PLACES[place].is_about_statements and not names.has_statements():
        # In a collection of texts alone an actor is whose texts they are.
        place, parameter, more = "search", kind, {"q": st.session_state["q"]}
    # A table has a thousand rows: what all their addresses share is written once.
    shared = address(**more)
    shared.pop(parameter, None)
    start = f"{_path(place)}?{urlencode(shared, doseq=True)}&{parameter}="
    return [start + quote(each, safe="") if isinstance(each, str) else "" for each in ids]


def anchor(place: str, label: str, **changes: Any) -> str:
    """Write a link to a page as HTML, with the present filters and these changes."""
    return _written(href(place, **changes), label)


def thing(kind: str, thing_id: str | None, name: str) -> str:
    """Write the name of a thing, of a kind in `PAGES`, as HTML: a link to its page, without an id the name alone."""
    return _written(addresses(kind, [thing_id])[0], name) if thing_id else escape(name)


def actor(actor_id: str, name: str) -> str:
    """Write an actor's name as HTML that links to its page."""
    return thing("actor", actor_id, name)


def event(event_id: str, title: str) -> str:
    """Write an event's title as HTML that links to its page."""
    return thing("event", event_id, title)


def issue(issue_id: str, title: str) -> str:
    """Write an issue's title as HTML that links to the map of it."""
    return thing("issue", issue_id, title)


def source(source_id: str, title: str) -> str:
    """Write a source's title as HTML that links to its page."""
    return thing("source", source_id, title)


PLAIN = Form(str, lambda _kind, _id, name: name)
HTML = Form(escape, thing)


def named(kind: str, name: str, form: Form = HTML) -> str:
    """Write a thing that a row gives by name alone; in HTML a link to its page if there is one of this name."""
    return form.thing(kind, ids(kind).get(name), name)


@kept
def ids(kind: str) -> Mapping[str, str]:
    """Give the id of each actor, event or issue by its name, for rows that hold names alone."""
    known = {"actor": names.actor_names, "event": names.event_titles, "issue": names.issue_titles}
    return MappingProxyType({name: each for each, name in known[kind]().items() if each != names.EVERY_ISSUE})


def _path(place: str) -> str:
    # The first page has no name in its address.
    return "./" if place == next(iter(PLACES)) else place


def _rule(place: str) -> dict[str, Any]:
    return {name: st.session_state[name] for name in RULE} if place in COUNTING else {}


def _written(target: str, label: str) -> str:
    return f"<a class='inner' href='{escape(target)}'>{escape(label)}</a>"
