"""What became of a correction: what was changed and where it shows, what is missing, or who was faster."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from exports.corrected import words
from exports.names import names_of
from ui import collections, links
from ui.correcting.draft import LABELS
from ui.correcting.wanted import Wanted
from ui.markup import plain

DONE, OVERTAKEN = "_correction_done", "_correction_overtaken"


def saved(wanted: Wanted, version: str, unbuilt: Sequence[str]) -> None:
    """Keep in mind what was done, for the next run to show.

    Args:
        wanted: What was saved.
        version: Of the data, that holds it; empty where it could not be built.
        unbuilt: Why not.
    """
    forget()
    changes = {LABELS[column]: pair for column, pair in wanted.changes().items()}
    st.session_state[DONE] = {
        "statement_id": wanted.statement_id,
        "version": version,
        "unbuilt": [*unbuilt],
        "changes": changes,
        "actor_id": wanted.seen["actor_id"],
        "issue_id": (wanted.cells or wanted.seen)["issue_id"],
        "is_retraction": wanted.cells is None,
    }


def overtaken(statement_id: str, sentence: str, theirs: Mapping[str, tuple[str, str, str]]) -> None:
    """Keep in mind that somebody else was faster, for the next run to show beside the fields."""
    forget()
    st.session_state[OVERTAKEN] = {"statement_id": statement_id, "sentence": sentence, "theirs": theirs}


def forget() -> None:
    """Forget what was done: something else is tried."""
    for key in (DONE, OVERTAKEN):
        st.session_state.pop(key, None)


def show(statement_id: str) -> bool:
    """Show what was done to this statement just now, and where it can be seen; tells whether anything was."""
    done: Mapping[str, Any] = st.session_state.get(DONE, {})
    if done.get("statement_id") != statement_id:
        return False
    act = "The statement was retracted." if done["is_retraction"] else "The correction was saved."
    if done["unbuilt"]:
        st.warning(f"**{act}** But the collection could not be built anew: readers see it after the next build.")
        _listed(done["unbuilt"])
        return True
    st.success(f"**{act}** It is in data version {done['version']}.", icon=":material/check:")
    _changes(done["changes"])
    shown = {"data": done["version"], "issue": done["issue_id"]}
    with st.container(horizontal=True, gap="medium"):
        if not done["is_retraction"]:
            links.to("statements", "The statement as it is now", statement=statement_id, **shown)
        links.to("map", "The map", focus=done["actor_id"], **shown)
        links.to("corrections", "All corrections", **shown)
    return True


def refused(sentences: Sequence[str]) -> None:
    """Say what has to be mended; everything that was typed stays in its field."""
    st.error("**Nothing was saved.** What you typed is still there.", icon=":material/error:")
    _listed(sentences)


def who_was_faster(statement_id: str) -> None:
    """If somebody else was, say so, and show both versions of what they changed beside what is typed here."""
    told: Mapping[str, Any] = st.session_state.get(OVERTAKEN, {})
    if told.get("statement_id") != statement_id:
        return
    names = names_of(collections.chosen())
    rows = "".join(
        f"<tr><th scope='row'>{LABELS[field]}</th>{''.join(f'<td>{_cell(each, names)}</td>' for each in cells)}</tr>"
        for field, cells in told["theirs"].items()
    )
    heads = "".join(f"<th scope='col'>{head}</th>" for head in ("", "When you opened it", "Now", "What you typed"))
    st.error(f"**Nothing was saved:** {plain(told['sentence'])}.", icon=":material/error:")
    st.html(
        "<p class='why'>What you typed is still in its fields; fields that you had not touched now hold what the other "
        "editor put there. Read them again, then save.</p>"
        f"<table class='voices'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _listed(sentences: Sequence[str]) -> None:
    st.html(f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in sentences)}</ul>")


def _changes(changes: Mapping[str, tuple[str, str]]) -> None:
    names = names_of(collections.chosen())
    items = "".join(
        f"<li><p>{label}: <del>{_cell(old, names)}</del> <ins>{_cell(new, names)}</ins></p></li>"
        for label, (old, new) in changes.items()
    )
    if items:
        st.html(f"<ul class='said'>{items}</ul>")


def _cell(cell: str, names: Any) -> str:  # noqa: ANN401 -- exports.Names
    return escape(words(f'"{cell}"', names).strip("“”")) if cell else "nothing"
