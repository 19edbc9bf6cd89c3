"""An actor's successive statements on one issue, oldest to newest, with what is new in wording emphasised."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from exports.phrases import count_words
from methods.wording import Wording, successive
from ui import actor, links, reactions, rows

MOST = 12
BASES = {"summaries": "Our summaries", "excerpts": "The words of the sources"}
CAUTION = (
    "An aid, not a verdict. Marked is each word that the statement before it does not have; words in another order "
    "are not marked."
)
OURS = "Compared are our own summaries: a new word may be ours and not the actor’s."
THEIRS = "Compared are excerpts from the sources, as translated or reported there."

Row = Mapping[str, Any]


def show(actor_id: str) -> None:
    """Line up what an actor said on the issue that the reader chooses."""
    said = actor.statements(actor_id)
    issue = choose(said)
    found = sorted((row for row in said if row["issue_id"] == issue), key=lambda row: (row["counts_on"], row["date"]))
    texts = excerpts(found)
    basis = offer_basis(texts)
    if basis == "excerpts":
        found = [row for row in found if row["statement_id"] in texts]
    else:
        texts = {row["statement_id"]: row["summary"] for row in found}
    st.html(f"<p class='why'>{CAUTION} {THEIRS if basis == 'excerpts' else OURS}</p>")
    compared = [*zip(found, successive([texts[row["statement_id"]] for row in found]), strict=True)]
    hidden = len(compared) - MOST
    if hidden > 0 and not st.toggle(f"Show the {count_words(hidden, 'older statement')} too", key="older"):
        compared = compared[hidden:]
    with_gone = st.toggle("Show also the words that are no longer there", key="gone")
    st.html(f"<ol class='said'>{''.join(line(row, against, with_gone) for row, against in compared)}</ol>")


def choose(said: Sequence[Row]) -> str:
    """Offer the issues on which there are statements, most first; at first the reader's own issue if it is one."""
    titles: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in said:
        titles[row["issue_id"]] = row["issue_title"]
        counts[row["issue_id"]] = counts.get(row["issue_id"], 0) + 1
    offered = sorted(titles, key=lambda issue: (-counts[issue], titles[issue]))
    mine = st.session_state["issue"]
    chosen: str = st.selectbox(
        "Issue of the statements",
        offered,
        index=offered.index(mine) if mine in offered else 0,
        format_func=lambda issue: f"{titles[issue]} ({count_words(counts[issue], 'statement')})",
        key=f"worded-{said[0]['actor_id']}",
    )
    return chosen


def excerpts(found: Sequence[Row]) -> dict[str, str]:
    """Give what the sources hold verbatim of each statement, where a text is held and does more than list the actor."""
    evidence = rows.records("evidence_of_statements", statement_ids=[row["statement_id"] for row in found])
    texts: dict[str, str] = {}
    for row in evidence:
        if row["exact"] and row["attribution"] != "listed":
            texts.setdefault(row["statement_id"], row["exact"])
    return texts


def offer_basis(texts: Mapping[str, str]) -> str:
    """Offer to compare excerpts instead of summaries, where there are at least two."""
    if len(texts) < 2:
        return "summaries"
    return st.radio("Compare", [*BASES], format_func=BASES.__getitem__, horizontal=True, key="basis")


def line(row: Row, against: Wording, with_gone: bool) -> str:
    """Write one statement as HTML: when, stance, the text with new words marked, and on request what is gone."""
    words = "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.is_new else escape(piece.text) for piece in against.pieces
    )
    gone = (
        f"<p class='note'>No longer there: <s>{escape(', '.join(against.gone))}</s></p>"
        if with_gone and against.gone
        else ""
    )
    same = "<p class='note'>The same words as before, in another order.</p>" if against.is_reordered else ""
    evidence = links.anchor("statements", "Evidence", statement=row["statement_id"], issue=row["issue_id"])
    return (
        f"<li><p class='who'>{escape(row['date_label'])} · {reactions.stance(row)} · {evidence}</p>"
        f"<p class='summary'>{words}</p>{gone}{same}</li>"
    )
