"""What stands around every page: name, navigation, filters, the question, and what the address could not say."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

import queries
from exports.vocabulary import ATTRIBUTIONS, KINDS, STANCES
from ui import (
    access,
    ahead,
    choices,
    collections,
    copying,
    edition,
    inner_links,
    issue_box,
    links,
    names,
    panels,
    search_box,
    states,
)
from ui.address import exchange, renew
from ui.parameters import PAGE_STATE, defaults, parameters
from ui.sitemap import PLACES, Place
from ui.view import View

STYLE = f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}</style>"
A_YEAR = timedelta(days=365)
# A select box of more than so many issues keeps a browser busy with each click.
MOST_OPTIONS = 300
# What readers of a collection ask for most.
RANGES = {
    collections.OWN: {
        "2020 votes": (date(2020, 3, 1), date(2020, 4, 30)),
        "2020 war": (date(2020, 9, 27), date(2020, 11, 10)),
        "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    }
}


def draw(place: Place) -> None:
    """Draw the frame of one page: navigation and filters in the sidebar, the question and its issue on top."""
    st.html(STYLE)
    if before := collections.settle():
        renew(parameters(), (collections.VERSION, before))
    ahead.catch_up()
    complaints = exchange(parameters(), reset=PAGE_STATE if place.is_listed else ())
    panels.begin(is_told=bool(complaints))
    inner_links.follow()
    copying.listen()
    with st.sidebar:
        st.html(f"<p class='brand'>Démarche</p><p class='collection'>{escape(names.collection()['title'])}</p>")
        choose_collection()
        ways(next(name for name, each in PLACES.items() if each is place))
        access.tell()
        filters()
    st.title(place.question, anchor=False)
    access.stop_unless_allowed(place)
    if not place.has_own_issue and names.has_statements():
        choose_issue()
    if complaints:
        states.unusable_address(complaints)
    if st.session_state["from"] > st.session_state["to"]:
        states.empty("The first day lies after the last day.", "Choose an earlier first day or a later last day.")
        st.stop()
    edition.banner(View.from_session())
    if place.is_about_statements and not names.has_statements():
        states.empty("This collection holds texts, and no positions on issues.", "Search the texts instead.")
        links.to("search", "Search the texts")
        st.stop()


@st.fragment(key=panels.WAYS)
def ways(here: str) -> None:
    """Show the ways to other pages, which lead there with the reader's filters."""
    search_box.show("search-everywhere", "Search (press /)")
    st.html(links.navigation(here))


def choose_collection() -> None:
    """Link to the other collections, where there are any: each opens with its own things and no filters."""
    if others := [each for each in queries.served() if each != collections.collection()]:
        anchors = [
            f"<a class='inner' href='{escape(collections.href(each))}'>{escape(collections.title(each))}</a>"
            for each in others
        ]
        st.html(f"<nav class='collections' aria-label='Other collections'>{' · '.join(anchors)}</nav>")


def choose_issue(on_change: Callable[[], None] | None = None) -> None:
    """Offer the issues; a change may be told to the part of the page that runs ahead."""
    titles = names.issue_titles()
    if len(titles) > MOST_OPTIONS:
        issue_box.show({names.EVERY_ISSUE: titles[names.EVERY_ISSUE], **titles}, on_change)
        return
    st.selectbox(
        "Issue",
        [*titles],
        format_func=titles.__getitem__,
        key="issue",
        label_visibility="collapsed",
        on_change=on_change,
    )


def presets() -> dict[str, tuple[date, date]]:
    """Name the ranges that readers ask for most."""
    first, last = names.first_and_last_day()
    ten_years = (
        {f"{last.year - 9} to {last.year}": (date(last.year - 9, 1, 1), last)} if last.year - first.year > 9 else {}
    )
    today = min(date.today(), last)
    # A collection that ends earlier has no last twelve months.
    is_running = names.has_statements() and last > date.today() - A_YEAR
    lately = {"Last 12 months": (max(first, today - A_YEAR), today)} if is_running else {}
    return {"All years": (first, last)} | lately | RANGES.get(collections.collection(), ten_years)


def choose_preset(name: str) -> None:
    """Set both dates to the range that the reader chose."""
    st.session_state["from"], st.session_state["to"] = presets()[name]
    panels.follow()


def reset() -> None:
    """Set every parameter back to where a new reader starts."""
    st.session_state.update(defaults())


@st.fragment(key=panels.DATES)
def dates() -> None:
    """Show the dates, which presets and pictures set too."""
    ahead.begin()
    first, last = names.first_and_last_day()
    state = st.session_state
    state["_dates"] = days = state["from"], state["to"]
    named = next((name for name, each in presets().items() if each == days), None)
    choices.preset("Dates", "preset", [*presets()], named, choose_preset)
    choices.day("From", "from", first, last, panels.follow)
    choices.day("To", "to", first, last, panels.follow)


def filters() -> None:
    """Show the filters that all pages share."""
    dates()
    several = partial(choices.several, on_change=panels.follow)
    several("Actors", "actor", names.actor_names(), "Any actor")
    if names.has_statements():
        several("Full members of", "org", names.organisation_names(), "Any organisation or none")
        several("Stance", "stance", STANCES, "Any stance")
        several("Kind", "kind", KINDS, "Any kind")
        several("Attribution", "attribution", ATTRIBUTIONS, "Any attribution")
        choices.one("Source", "source", names.source_titles(), "Any source", panels.follow)
    st.button("Reset all filters", on_click=reset, icon=":material/restart_alt:", width="stretch")
