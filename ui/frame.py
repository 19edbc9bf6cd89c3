"""What stands around every page: name, navigation, filters, the question, and what the address could not say."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import streamlit as st

from ui import ahead, choices, inner_links, links, names, states
from ui.address import exchange
from ui.view import PAGE_STATE, defaults, parameters
from ui.vocabulary import ATTRIBUTIONS, KINDS, STANCES

STYLE = Path(__file__).parent / "style.css"
A_YEAR = timedelta(days=365)


def draw(question: str, *, with_issue: bool = True) -> None:
    """Draw the frame of one page: navigation and filters in the sidebar, the question and its issue on top.

    Args:
        question: What the page answers, in the reader's words.
        with_issue: Whether the frame offers the issues; else the page does, by `choose_issue`.
    """
    st.html(STYLE)
    ahead.catch_up()
    complaints = exchange(parameters(), reset=PAGE_STATE)
    inner_links.follow()
    with st.sidebar:
        st.html("<p class='brand'>Démarche</p><p class='collection'>Who said what about Nagorno-Karabakh</p>")
        with st.container(gap=None, key="navigation"):
            links.navigation()
        filters()
    st.title(question, anchor=False)
    if with_issue:
        choose_issue()
    if complaints:
        states.unusable_address(complaints)
    if st.session_state["from"] > st.session_state["to"]:
        states.empty("The first day lies after the last day.", "Choose an earlier first day or a later last day.")
        st.stop()


def choose_issue(on_change: Callable[[], None] | None = None) -> None:
    """Offer the issues; a change may be told to the part of the page that runs ahead."""
    titles = names.issue_titles()
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
    today = min(date.today(), last)
    return {
        "All years": (first, last),
        "Last 12 months": (today - A_YEAR, today),
        "2020 votes": (date(2020, 3, 1), date(2020, 4, 30)),
        "2020 war": (date(2020, 9, 27), date(2020, 11, 10)),
        "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    }


def choose_preset() -> None:
    """Set both dates to the range that the reader chose."""
    chosen = st.session_state["preset"]
    if chosen:
        st.session_state["from"], st.session_state["to"] = presets()[chosen]


def reset() -> None:
    """Set every parameter back to where a new reader starts."""
    st.session_state.update(defaults())


def filters() -> None:
    """Show the filters that all pages share."""
    first, last = names.first_and_last_day()
    state = st.session_state
    state["preset"] = next((name for name, days in presets().items() if days == (state["from"], state["to"])), None)
    st.pills("Dates", [*presets()], key="preset", on_change=choose_preset)
    st.date_input("From", min_value=first, max_value=last, key="from", format="DD/MM/YYYY")
    st.date_input("To", min_value=first, max_value=last, key="to", format="DD/MM/YYYY")
    choices.several("Actors", "actor", names.actor_names(), "Any actor")
    choices.several("Full members of", "org", names.organisation_names(), "Any organisation or none")
    choices.several("Stance", "stance", STANCES, "Any stance")
    choices.several("Kind", "kind", KINDS, "Any kind")
    choices.several("Attribution", "attribution", ATTRIBUTIONS, "Any attribution")
    choices.one("Source", "source", names.source_titles(), "Any source")
    st.button("Reset all filters", on_click=reset, icon=":material/restart_alt:", width="stretch")
