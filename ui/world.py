"""The map, and beside it what stands behind the colour that the reader chose."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from charts import map as world_map
from ui import answers, choices, evidence, links, names, pictures, rows, states
from ui.dates import day_words, list_words
from ui.markup import plain
from ui.view import View, defaults
from ui.vocabulary import MAP_VIEWS

# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 6

Row = Mapping[str, Any]


def positions(view: View) -> list[dict[str, Any]]:
    """Give every actor's position as of the last day of the view, with the lending organisations named."""
    lenders, actors = st.session_state["through"] or None, names.actor_names()
    found = rows.records("positions_as_of", **view.parameters(), through=lenders)
    return [row | {"through": [actors[lender] for lender in row["through"] or []]} for row in found]


def draw(found: Sequence[Row], issue: Row) -> None:
    """Draw the map. What a reader clicks becomes the parameter `focus`.

    Args:
        found: From `positions`.
        issue: From `issues`, with its words for each stance.
    """
    st.segmented_control(
        "Part of the world",
        [*MAP_VIEWS],
        format_func=MAP_VIEWS.__getitem__,
        key="view",
        required=True,
        label_visibility="collapsed",
    )
    labels = {stance: issue[f"{stance}_label"] for stance in ("support", "oppose", "neutral")}
    drawn = rows.as_frame("positions_as_of", found)
    options = world_map.MapOptions(
        view=st.session_state["view"],
        dark=pictures.is_dark(),
        chosen=st.session_state["focus"],
        width=pictures.width(),
    )
    st.plotly_chart(
        world_map.world(drawn, labels, options),
        key="map",
        on_select=partial(pictures.take_click, "map", "focus"),
        selection_mode="points",
        config=world_map.MAP_CONFIG,
        alt=world_map.alt_text(drawn, labels),
    )
    focus = st.session_state["focus"]
    if focus:
        st.html(f"<p class='below'><a href='#position'>{escape(names.actor_names()[focus])}: read on below</a></p>")
    st.caption(world_map.DISCLAIMER)


def panel(found: Sequence[Row], view: View) -> None:
    """Show what stands behind the chosen actor's colour, or what can be chosen."""
    choices.one("Whose position?", "focus", names.actor_names(), "Choose on the map, or here")
    focus = st.session_state["focus"]
    if focus:
        chosen(focus, next((row for row in found if row["actor_id"] == focus), None), view)
    else:
        st.html(
            "<p class='why'>Click a state to see what it said, and the sentence in the source. A state counts in "
            "its own voice: parliaments, parties and regions never speak for it.</p>"
        )
    lenders(view)


def chosen(actor_id: str, row: Row | None, view: View) -> None:
    """Show one actor's position: by which rule it has it, and the statements behind it."""
    st.html(f"<h2 class='small' id='position'>{escape(names.actor_names()[actor_id])}</h2>")
    if row is None:
        states.empty(
            "Not in this view.", "The filters leave this actor out, or it has neither a statement nor a place here."
        )
    else:
        st.html(f"<p class='why'>{escape(why(row))}</p>")
    if row and row["stance"]:
        behind(row, view)
    everything = defaults() | {"actor": [actor_id], "issue": names.EVERY_ISSUE}
    links.to("statements", "Everything it said, on every issue", **everything)


def why(row: Row) -> str:
    """Say by which rule an actor has its colour, in words without markup."""
    if row["silence"] == "no position found":
        return (
            f"No position found. A search made on {day_words(row['searched_on'])} found nothing on this issue "
            "in these dates."
        )
    if row["silence"] == "not searched":
        return (
            "Not searched: for this issue and these dates no search without result is on record. That says nothing "
            "about the actor."
        )
    if row["silence"]:
        return "Outside these filters. It spoke on this issue in these dates, but the filters leave that out."
    contested = " It said different things on that day, so the position is contested." * (row["stance"] == "contested")
    if row["is_vote"] and row["voice"] == "own":
        return f"By its own vote, {row['date_label']}.{contested}"
    if answers.strength(row) == "listed":
        return f"Named in somebody else’s list, {row['date_label']}: the strongest evidence in view.{contested}"
    if row["voice"] == "own":
        return f"In its own voice: its latest statement in these dates, {row['date_label']}, decides.{contested}"
    return (
        f"Borrowed voice: no statement of its own in these dates. As a full member on that day it is counted with "
        f"{list_words(row['through'])}, {row['date_label']}.{contested}"
    )


def behind(row: Row, view: View) -> None:
    """Show the statements behind a position, newest first, and where to find the rest."""
    if row["voice"] == "borrowed":
        evidence.statements(row["statement_ids"][:MOST_STATEMENTS])
        links.to(
            "statements", f"What {list_words(row['through'])} said", actor=speakers_of(row["statement_ids"]), org=[]
        )
        return
    own = view.only(actors=[row["actor_id"]])
    newest = rows.records("statements_in_view", **own.parameters(), sort="newest", limit=MOST_STATEMENTS, offset=0)
    evidence.statements([statement["statement_id"] for statement in newest])
    total = own.size()["count_statements"]
    label = f"All {total:,} of its statements in view" if total > 1 else "In the table of statements"
    links.to("statements", label, actor=[row["actor_id"]])


def speakers_of(statement_ids: Sequence[str]) -> list[str]:
    """Name the actors that made these statements."""
    found = rows.records("statements_by_id", statement_ids=[*statement_ids])
    return sorted({statement["actor_id"] for statement in found})


def lenders(view: View) -> None:
    """Offer the organisations in view whose voice their members may borrow."""
    # Whoever the reader looks at, every organisation that spoke on the issue can lend its voice.
    speaking = view.only(actors=[], members_of=[], stances=[])
    found = rows.records("organisations_in_view", **speaking.parameters())
    words = {row["actor_id"]: plain(f"{row['actor_name']} ({row['count_members']:,})") for row in found}
    # An organisation that the address names stays on offer where it says nothing, so that it can be taken away.
    words |= {
        lender: plain(names.actor_names()[lender]) for lender in st.session_state["through"] if lender not in words
    }
    if words:
        st.pills(
            "Also count members with their organisation (how many; lighter on the map)",
            [*words],
            format_func=words.__getitem__,
            key="through",
            selection_mode="multi",
            wrap=True,
        )
