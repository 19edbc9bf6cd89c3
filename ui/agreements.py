"""Whom an actor agrees with most, and how it compares with one other."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from exports.phrases import count_words
from methods.agreement import FEWEST_SHARED, Agreement
from ui import links, matrix_rows, names, rows, states
from ui.view import View

# Enough to see who stands near and who far.
MOST = 8

Row = Mapping[str, Any]
Compared = tuple[str, Agreement]


def show(actor: Row) -> None:
    """List with whom an actor agrees most and least over the issues on which both have a position.

    Args:
        actor: From `actor_by_id`.
    """
    st.header("Whom it agrees with", anchor=False)
    if crowd := matrix_rows.too_many_issues():
        states.empty(crowd, "Compare two actors on one of them on the map.")
        return
    ranked = ranking(actor["actor_id"])
    if not ranked:
        states.empty(
            f"Nobody shares {FEWEST_SHARED} issues with it.",
            "An index over fewer would say more about chance than about the two.",
        )
        return
    st.html(
        f"<p class='why'>Each one’s latest own position on every issue, over all years. Shown are those with at least "
        f"{FEWEST_SHARED} issues in common with a position of both, {len(ranked):,} in all. An agreement counts 1, one "
        "that takes no side against one that does ½, opposition 0.</p>"
    )
    most = ranked[:MOST]
    least = [row for row in ranked[::-1][:MOST] if row not in most]
    st.html(f"<div class='pair'>{_table('Most', most, actor)}{_table('Least', least, actor) if least else ''}</div>")


def ranking(actor_id: str) -> list[Compared]:
    """Rank all others by agreement, then by the number of shared issues, then by name; those with too few left out."""
    found = matrix_rows.compare(held(), actor_id)
    named = names.actor_names()
    with_index = [(other, each) for other, each in found.items() if each.index is not None]
    return sorted(with_index, key=lambda row: (-(row[1].index or 0), -row[1].shared, named[row[0]]))


def held() -> matrix_rows.Held:
    """Give everybody's latest own position on every issue, over all years."""
    asked = {name: value for name, value in View.whole().parameters().items() if name != "issue_id"}
    rule = {"voices": None, "un_members_only": False, "through": None}
    return matrix_rows.by_actor(rows.records("positions_on_every_issue", **asked, **rule))


def _table(heading: str, ranked: Sequence[Compared], actor: Row) -> str:
    body = "".join(_line(other, found, actor["actor_id"]) for other, found in ranked)
    return (
        f"<table class='agreements'><caption>{heading} agreement</caption><thead><tr><th scope='col'>Actor</th>"
        "<th scope='col'>Agreement</th><th scope='col'>Issues shared</th><th scope='col'></th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _line(other: str, found: Agreement, actor_id: str) -> str:
    compare = links.anchor("actor", "Side by side", who=actor_id, **{"with": other})
    return (
        f"<tr><th scope='row'>{links.actor(other, names.actor_names()[other])}</th><td>{found.index:.0%}</td>"
        f"<td>{found.shared:,}</td><td>{compare}</td></tr>"
    )


def between(actor_id: str, other: str) -> str:
    """Say in a sentence how far two actors agree, and over how much."""
    if crowd := matrix_rows.too_many_issues():
        return crowd
    found = matrix_rows.compare(held(), actor_id).get(other)
    shared = count_words(found.shared, "issue") if found else "no issue"
    if not found or found.index is None:
        return f"They share {shared}; an index is only given from {FEWEST_SHARED} on."
    return (
        f"Agreement {found.index:.0%} over {shared} on which both have a position: {found.alike} alike, {found.near} "
        f"where one takes no side, {found.apart} opposed."
    )
