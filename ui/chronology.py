"""The timeline: bars of statements that set the dates, lanes of events to pick from, the event that was picked."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from charts import timeline
from exports.phrases import count_words
from exports.vocabulary import STANCES
from ui import ahead, answers, collections, event, evidence, links, names, panels, rows, states, time_line
from ui.view import View

# Of an event.
DRAWN = ["event_id", "title", "start_date", "end_date", "kind", "count_statements"]
# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 6

Row = Mapping[str, Any]


@st.fragment(key=panels.FIRST)
def explore() -> None:
    """Show the answer, the timeline and the event that was picked; this part runs ahead of the rest."""
    ahead.begin()
    view = View.from_session()
    counted, happened = bins(view), events(view)
    answers.show(answers.timeline(counted, happened, view), view)
    if not counted and not happened:
        states.empty("Nothing is on record in these dates.", "Widen the dates, or take away a filter.")
    time_line.show(
        drawing(view),
        time_line.TimeState(chosen=st.session_state["event"], day=marked(view), step=ahead.step(), extent=extent()),
        time_line.Callbacks(choose, look_at, panels.let_rest_follow),
    )
    st.html("<p class='note'>Drag over a stretch to look closer; click an event to see who reacted to it.</p>")
    panel(view)


def bins(view: View) -> list[dict[str, Any]]:
    """Count the statements in view, in bins that follow the range."""
    return rows.records("statements_per_bin", **view.parameters(), bin=timeline.bin_for(view.since, view.until))


def events(view: View) -> list[dict[str, Any]]:
    """Give the events of the range, each with its number of statements in view."""
    return collections.copied(("events", view.key()), lambda: _events(view))


def _events(view: View) -> list[dict[str, Any]]:
    # Only what is drawn: the words of thousands of summaries take longer than the question.
    found: list[dict[str, Any]] = rows.table("events_in_range", **view.parameters()).select(DRAWN).to_pylist()
    return found


def drawing(view: View) -> timeline.Drawing:
    """Give what the timeline shows of a view."""
    return collections.copied_drawing(("timeline", view.key()), lambda: _drawn(view))


def _drawn(view: View) -> timeline.Drawing:
    counted, happened = bins(view), events(view)
    labels = names.stance_labels(names.issue(view.issue)) if view.issue else STANCES
    return timeline.drawing(counted, happened, timeline.Frame(view.since, view.until, labels))


def _without_lanes(view: View) -> timeline.Drawing:
    """Give what the strip shows of a view: events by the thousand are no part of it, and were most of what was sent."""
    return collections.copied_drawing(("strip", view.key()), lambda: _drawn(view) | {"lanes": None})


def extent() -> tuple[str, str]:
    """Give the first and the last day that the reader can look at."""
    first, last = names.first_and_last_day()
    return first.isoformat(), last.isoformat()


def marked(view: View) -> str | None:
    """Give the day at which the map stands, where that is within the range."""
    at: date | None = st.session_state["at"]
    return at.isoformat() if at and view.since <= at < view.until else None


def choose(event_id: str) -> None:
    """Take the event that was picked; none clears the choice."""
    st.session_state["event"] = event_id if event_id in names.event_titles() else None
    ahead.keep_up()


def look_at(since: str, until: str) -> None:
    """Take the stretch that was selected as the reader's dates."""
    _take(since, until)
    ahead.go_ahead()


def _take(since: str, until: str) -> None:
    first, last = names.first_and_last_day()
    days = (min(max(date.fromisoformat(day), first), last) for day in (since, until))
    st.session_state["from"], st.session_state["to"] = days


def _take_and_follow(since: str, until: str) -> None:
    _take(since, until)
    panels.follow()


def strip(view: View) -> None:
    """Draw the bars alone, to select dates where something else is shown; the rest of the page follows."""
    time_line.show(
        _without_lanes(view),
        time_line.TimeState(chosen=None, day=marked(view), step=None, extent=extent(), is_compact=True),
        time_line.Callbacks(lambda _event: None, _take_and_follow, panels.let_rest_follow),
        key="time-strip",
    )
    st.html("<p class='note'>Statements over time. Drag over a stretch to take its dates for the map.</p>")
    links.to("timeline", "These dates on the timeline, with what happened")


def panel(view: View) -> None:
    """Show the event that was picked, and the statements in view on it."""
    chosen = st.session_state["event"]
    if not chosen:
        return
    found = rows.records("event_by_id", event_id=chosen)[0]
    spoken = rows.records("statements_on_event", **view.parameters(), event_id=chosen)
    st.html(event.described(found, f"<h2 class='small'>{links.event(chosen, found['title'])}</h2>"))
    links.to("event", "Who reacted to it, how fast, and who was not found", event=chosen)
    actors = len({row["actor_id"] for row in spoken})
    told = f"{count_words(len(spoken), 'statement')} by {count_words(actors, 'actor')} in view on this event"
    if not spoken:
        told = "No statement on it is in view; another issue or wider filters may show some"
    st.html(f"<h3 class='small'>{escape(told)}</h3>")
    evidence.statements([row["statement_id"] for row in spoken[:MOST_STATEMENTS]])
    if len(spoken) > MOST_STATEMENTS:
        st.html(f"<p class='note'>And {len(spoken) - MOST_STATEMENTS:,} more on the page of the event.</p>")
