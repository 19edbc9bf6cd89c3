"""The lines of an actor's stances through time, the statement that the reader picks from them, and a second actor's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from operator import itemgetter
from typing import Any

import streamlit as st

import exports
from charts import stance_lines as charted
from charts.picture.caption import Caption
from ui import actor as actor_page
from ui import (
    actor_answers,
    agreements,
    ahead,
    choices,
    downloads,
    evidence,
    names,
    permalink,
    rows,
    stance_files,
    stance_lines,
)
from ui.view import View

Row = Mapping[str, Any]

# More lines would be a page of their own, and nobody's.
MOST_ISSUES = 60


@st.fragment
def lines(actor: Row, history: Sequence[Row]) -> None:
    """Draw the lines of an actor, beside a second one if the reader chose it, and show the statement picked.

    Args:
        actor: From `actor_by_id`.
        history: Its rows of `position_history`.
    """
    drawing = draw(actor, history)
    shown, panel = st.columns([2.3, 1], gap="medium")
    with shown:
        others = {key: name for key, name in names.actor_names().items() if key != actor["actor_id"]}
        choices.one("Compare with", "with", others, "Compare with another actor", ahead.keep_up)
        if (count := len({row["issue_id"] for row in history})) > MOST_ISSUES:
            most = f"The {MOST_ISSUES} of {count:,} issues with most days on record, the latest first"
            st.html(f"<p class='why'>{most}; the table has all.</p>")
        stance_lines.show(drawing, st.session_state["statement"], choose)
    with panel:
        if other := compared(actor):
            st.html(f"<p class='why'>{escape(agreements.between(actor['actor_id'], other))}</p>")
        picked()
        actor_page.identity(actor)


def compared(actor: Row) -> str | None:
    """Give the second actor, unless it is the first again."""
    other: str | None = st.session_state["with"]
    return other if other != actor["actor_id"] else None


def choose(statement_id: str) -> None:
    """Take the statement that was picked in the lines; none clears the choice."""
    st.session_state["statement"] = statement_id or None
    ahead.keep_up()


def picked() -> None:
    """Show the statement that was picked with its evidence, or say what can be picked."""
    chosen = st.session_state["statement"]
    if chosen and rows.records("statements_by_id", statement_ids=[chosen]):
        evidence.statements([chosen])
        return
    st.html("<p class='why'>Click a mark on a line to read what was said, and the sentence in the source.</p>")


def draw(actor: Row, history: Sequence[Row]) -> charted.Drawing:
    """Give the drawing: a lane for each issue, two where a second actor is compared, and the memberships."""
    view, actor_id = View.from_session(), actor["actor_id"]
    first, last = names.first_and_last_day()
    whole = (view.since, view.until) == (first, last)
    frame = charted.Frame(first, last, None if whole else (view.since, view.until), actor["short_name"])
    spans = rows.records("memberships_of_actor", actor_id=actor_id)
    return charted.drawing(lanes(actor, history), spans, frame)


def lanes(actor: Row, history: Sequence[Row]) -> list[charted.Lane]:
    """Give the lanes: the reader's issue first, then those with most statements; the second actor's after each."""
    other = compared(actor)
    people = [(actor["actor_id"], history)]
    if other:
        people.append((other, rows.records("position_history", actor_id=other)))
    said = {who: actor_page.statements(who) for who, _ in people}
    return [
        charted.Lane(
            title=names.issue_titles()[issue],
            note=names.actor_names()[who] if other else "",
            labels=names.stance_labels(names.issue(issue)),
            history=[row for row in steps if row["issue_id"] == issue],
            statements=[row for row in said[who] if row["issue_id"] == issue],
        )
        for issue in issues([row for _, steps in people for row in steps])
        for who, steps in people
    ]


def issues(history: Sequence[Row]) -> list[str]:
    """Give the issues that have room: the reader's own first, then those with most days on record, the latest first."""
    days = Counter(row["issue_id"] for row in history)
    last = {row["issue_id"]: row["day"] for row in sorted(history, key=itemgetter("day"))}
    mine = st.session_state["issue"]
    newest_first = sorted(sorted(days), key=last.__getitem__, reverse=True)
    return sorted(newest_first, key=lambda issue: (issue != mine, -days[issue]))[:MOST_ISSUES]


def offer(actor: Row, history: Sequence[Row]) -> None:
    """Offer the lines as a picture."""
    view = View.whole().only(actors=[actor["actor_id"]])
    about = downloads.describe(view.asked("statements"), actor["count_statements"])
    total, other = actor_answers.positions(actor, history), compared(actor)
    if other:
        total += f" {names.actor_names()[other]} beside it: {agreements.between(actor['actor_id'], other)}"
    caption = Caption(
        title=f"{actor['name']} and {names.actor_names()[other]}" if other else actor["name"],
        subtitle="Every position in its own voice, by issue, and its memberships.",
        total=total,
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer="",
        link=permalink.whole(),
    )
    stem = exports.stem(replace(about, table=f"positions-{actor['actor_id'].lower()}"))
    stance_files.offer("Positions over time", stem, draw(actor, history), caption)
