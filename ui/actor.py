"""One actor: who it is, what it belongs to, what is kept apart from it, and the ways to it on other pages."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from exports.phrases import count_words
from exports.vocabulary import ACTOR_KINDS
from ui import choices, event, links, names, rows, tables
from ui.view import View

WIKIDATA = "https://www.wikidata.org/wiki/"

Row = Mapping[str, Any]


def select() -> str | None:
    """Offer every actor by name, and give the id of the chosen one; it is the parameter `who`."""
    choices.one("Actor", "who", names.actor_names(), "Choose a state, organisation or body: type its name")
    chosen: str | None = st.session_state["who"]
    return chosen


def most_spoken_first() -> list[dict[str, Any]]:
    """Give all actors, those with most statements first."""
    return sorted(rows.records("actors"), key=lambda row: -row["count_statements"])


def browse() -> None:
    """Show every actor in a table; choosing a row opens it."""
    found = most_spoken_first()
    table = pd.DataFrame(
        {
            "Actor": [row["actor_name"] for row in found],
            "Kind": [ACTOR_KINDS[row["kind"]] for row in found],
            "Statements": [row["count_statements"] for row in found],
            "Members on record": [row["count_members"] or None for row in found],
        }
    )
    if not tables.is_plain("all-actors", table):
        tables.choose_from(table, "all-actors", "All actors; choose a row to open one", choose, None)


def choose() -> None:
    """Open the actor whose row was chosen."""
    chosen = st.session_state["all-actors"]["selection"]["rows"]
    if chosen:
        st.session_state["who"] = most_spoken_first()[chosen[0]]["actor_id"]


def identity(actor: Row) -> None:
    """Say who an actor is, whom it must not be taken for, and where else it is to be found.

    Args:
        actor: From `actor_by_id`.
    """
    st.html(f"<div class='identity'>{described(actor)}{kept_apart(actor)}</div>")
    with st.container(horizontal=True, gap="medium"):
        links.to("map", "On the map", focus=actor["actor_id"])
        links.to("matrix", "Everyone compared with it", **{"with": actor["actor_id"]})
        links.to("statements", "Its statements in your dates", actor=[actor["actor_id"]], org=[])


def described(actor: Row) -> str:
    """Write as HTML what an actor is: full name, kind, region, life, description and other names."""
    place = actor["subregion"] or actor["region"]
    life = [
        f"founded {actor['founded']}" if actor["founded"] else "",
        f"dissolved {actor['dissolved']}" if actor["dissolved"] else "",
    ]
    facts = " · ".join(filter(None, [ACTOR_KINDS[actor["kind"]], place, actor["iso3"], *life]))
    aliases = [name for name in actor["aliases"] if name not in (actor["name"], actor["short_name"])]
    known = f"<p class='facts'>Also known as: {escape(', '.join(aliases))}.</p>" if aliases else ""
    wikidata = ""
    if actor["wikidata"]:
        code = escape(actor["wikidata"])
        wikidata = f" · <a href='{WIKIDATA}{code}' rel='noreferrer'>Wikidata {code}</a>"
    return (
        f"{event.own_title(actor['name'])}<p class='facts'>{escape(facts)}{wikidata}</p>"
        f"<p class='prose'>{escape(actor['description'] or '')}</p>{known}"
    )


def kept_apart(actor: Row) -> str:
    """Write as HTML which bodies never speak for a state, or for which state a body does not speak."""
    if actor["represents"]:
        whole = links.actor(actor["represents"], actor["represents_name"])
        return f"<p class='note'>A body of {whole}; what it says is kept apart from what {whole} says.</p>"
    bodies = rows.records("bodies_of_actor", actor_id=actor["actor_id"])
    if not bodies:
        return ""
    named = ", ".join(
        f"{links.actor(body['actor_id'], body['actor_name'])} ({count_words(body['count_statements'], 'statement')})"
        for body in bodies
    )
    return f"<p class='note'>Kept apart from it, since they do not speak for it: {named}.</p>"


def statements(actor_id: str) -> list[dict[str, Any]]:
    """Give all that an actor said itself, oldest first."""
    asked = View.whole().only(actors=[actor_id]).parameters()
    return rows.records("statements_in_view", **asked, sort="oldest", limit=None, offset=0)
