"""Tables: the rows behind a picture, as a grid to sort and search or as plain HTML for a screen reader."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import answers, names, rows
from ui.markup import plain
from ui.vocabulary import ACTOR_KINDS, ATTRIBUTIONS

VOICES = {"own": "Own voice", "listed": "Named in a list", "borrowed": "Through an organisation"}


def show(table: pd.DataFrame, key: str, alt: str) -> None:
    """Show a table as a grid that sorts and searches, or plain.

    Args:
        table: What to show, its columns named for readers.
        key: Sets this table apart from others.
        alt: What the table holds, in a sentence.
    """
    if is_plain(key, table):
        return
    st.dataframe(table, hide_index=True, placeholder="", alt=alt, key=key)


def choose_from(table: pd.DataFrame, key: str, alt: str, on_select: Callable[[], None], chosen: int | None) -> None:
    """Show a grid in which the reader chooses a row.

    Args:
        table: What to show, its columns named for readers.
        key: Sets this table apart from others, and holds the choice in the session.
        alt: What the table holds, in a sentence.
        on_select: Called when a row was chosen.
        chosen: Number of the row that is chosen at first, None for no row.
    """
    st.dataframe(
        table,
        hide_index=True,
        placeholder="",
        alt=alt,
        key=key,
        on_select=on_select,
        selection_mode="single-row",
        selection_default={"selection": {"rows": [] if chosen is None else [chosen]}},
    )


def is_plain(key: str, table: pd.DataFrame) -> bool:
    """Offer a plain table, show it if it was asked for, and tell whether it was."""
    asked = st.toggle("Plain table", key=f"plain-{key}", help="For screen readers, and for copying by hand")
    if asked:
        st.table(as_text(table), hide_index=True)
    return asked


def positions(found: Sequence[Mapping[str, Any]], issue: Mapping[str, Any]) -> None:
    """Show every position, then every silence."""
    ordered = rows.as_frame("positions_as_of", found).sort_values(
        ["stance", "silence", "actor_name"], na_position="last"
    )
    stance = ordered["stance"].map(names.stance_labels(issue))
    table = pd.DataFrame(
        {
            "Actor": ordered["actor_name"],
            "Position": stance.fillna(ordered["silence"].str.capitalize()),
            "Voice": [VOICES[answers.strength(row)] if row["voice"] else "" for row in ordered.to_dict("records")],
            "Date": ordered["date_label"],
            "Through": [", ".join(lenders) for lenders in ordered["through"]],
            "Evidence": ordered["attribution"].map(ATTRIBUTIONS).mask(ordered["is_vote"].eq(True), "Recorded vote"),
            "Kind of actor": ordered["actor_kind"].map(ACTOR_KINDS),
        }
    )
    show(table, "positions", "Every actor's position, voice, date and evidence")


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Write every cell as text that Markdown does not read; nothing where nothing is known."""
    return table.astype(object).fillna("").map(lambda cell: plain(str(cell)))
