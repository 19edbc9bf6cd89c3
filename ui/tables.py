"""Tables: the rows behind a picture, as a grid to sort and search or as plain HTML for a screen reader.

What has a page of its own is a link to it. A grid sorts by the whole text of a cell, shows the part of it that a
pattern picks, and opens it in a new tab, so that the place in the table is not lost. Hence such a cell is an address
that begins with the name, as a folder that the address leaves again: `-Norway /../actor?who=NOR`.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import pandas as pd
import pyarrow as pa
import streamlit as st

from exports.answers import strength
from exports.vocabulary import ACTOR_KINDS, ATTRIBUTIONS
from ui import collections, links, names, rows
from ui.markup import plain

VOICES = {"own": "Own voice", "listed": "Named in a list", "borrowed": "Through an organisation"}
Row = Mapping[str, Any]
# What a grid shows of an address that begins with a name.
NAME = r"^-([^/]*) /\.\./"
# What would end a folder in an address, or what a browser drops or reads otherwise; the grid decodes it again.
_SIGNS = {sign: quote(chr(sign), safe="") for sign in (*range(32), 127, *map(ord, "%+/\\?#"))}


def linked(table: pd.DataFrame, **columns: tuple[str, Iterable[object]]) -> pd.DataFrame:
    """Say which columns of a table name things that have a page; the last step before a table is shown.

    Args:
        table: What to show, its columns named for readers.
        **columns: For each such column the kind of thing, a key of `links.PAGES`, and the ids, one a row. Where a name
            has no id the column stays text: a grid cannot show some of its cells as links and others as text.
    """
    written = {column: links.addresses(*things) for column, things in columns.items()}
    table.attrs["linked"] = {
        column: addresses
        for column, addresses in written.items()
        if all(address or not isinstance(name, str) for name, address in zip(table[column], addresses, strict=True))
    }
    return table


def show(table: pd.DataFrame, key: str, alt: str) -> None:
    """Show a table as a grid that sorts and searches, or plain.

    Args:
        table: What to show, its columns named for readers.
        key: Sets this table apart from others.
        alt: What the table holds, in a sentence.
    """
    if is_plain(key, table):
        return
    st.dataframe(as_grid(table), hide_index=True, placeholder="", alt=alt, key=key, column_config=_link_columns(table))


def show_kept(asked: Hashable, make: Callable[[], pd.DataFrame], key: str, alt: str) -> None:
    """Show a table as `show` does, kept ready for whoever asks for the same.

    Args:
        asked: All that the table depends on, but for the edition and the reader's filters, which its links carry.
        make: Makes the table.
        key: Sets this table apart from others.
        alt: What it holds, in a sentence.
    """
    if is_plain(key, make):
        return
    ready, columns = collections.copied(("grid", key, asked, links.carried()), lambda: _ready(make()))
    st.dataframe(ready, hide_index=True, placeholder="", alt=alt, key=key, column_config=columns)


def _ready(table: pd.DataFrame) -> tuple[pa.Table, dict[str, Any]]:
    # In the form in which it is sent: to bring a DataFrame into it takes forty times as long as all the rest.
    return pa.Table.from_pandas(as_grid(table), preserve_index=False), _link_columns(table)


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
        as_grid(table),
        hide_index=True,
        placeholder="",
        alt=alt,
        key=key,
        column_config=_link_columns(table),
        on_select=on_select,
        selection_mode="single-row",
        selection_default={"selection": {"rows": [] if chosen is None else [chosen]}},
    )


def is_plain(key: str, table: pd.DataFrame | Callable[[], pd.DataFrame]) -> bool:
    """Offer a plain table, show it if it was asked for, and tell whether it was."""
    asked = st.toggle("Plain table", key=f"plain-{key}", help="For screen readers, and for copying by hand")
    if asked:
        st.table(as_text(table() if callable(table) else table), hide_index=True)
    return asked


def positions(find: Callable[[], Sequence[Row]], issue: Row, asked: Hashable) -> None:
    """Show every position, then every silence; kept by all that they depend on."""
    alt = "Every actor's position, voice, date and evidence"
    show_kept(asked, lambda: _positions(find(), issue), "positions", alt)


def _positions(found: Sequence[Row], issue: Row) -> pd.DataFrame:
    ordered = rows.as_frame("positions_as_of", found).sort_values(
        ["stance", "silence", "actor_name"], na_position="last"
    )
    stance = ordered["stance"].map(names.stance_labels(issue))
    table = pd.DataFrame(
        {
            "Actor": ordered["actor_name"],
            "Position": stance.fillna(ordered["silence"].str.capitalize()),
            "Voice": [VOICES[strength(row)] if pd.notna(row["voice"]) else "" for row in ordered.to_dict("records")],
            "Date": ordered["date_label"],
            "Through": [", ".join(lenders) for lenders in ordered["through"]],
            "Evidence": ordered["attribution"].map(ATTRIBUTIONS).mask(ordered["is_vote"].eq(True), "Recorded vote"),
            "Kind of actor": ordered["actor_kind"].map(ACTOR_KINDS),
        }
    )
    # "Through" may name several in one cell, which cannot be several links there; the panel beside the map has them.
    return linked(table, Actor=("actor", [*ordered["actor_id"]]))


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Write every cell as text that Markdown does not read, and names as links; nothing where nothing is known."""
    text = _bare(table).astype(object).fillna("").map(lambda cell: plain(str(cell)))
    for column, addresses in _linked(table).items():
        text[column] = [*map(_marked_down, text[column], addresses)]
    return text


def as_grid(table: pd.DataFrame) -> pd.DataFrame:
    """Write names as addresses that begin with the name; nothing where the name or the page is missing."""
    grid = _bare(table)
    for column, addresses in _linked(table).items():
        grid[column] = [*map(_beginning_with, grid[column], addresses)]
    return grid


def _bare(table: pd.DataFrame) -> pd.DataFrame:
    # With what `linked` left there every step would copy the addresses, and the browser would get them twice.
    bare = pd.DataFrame(table)
    bare.attrs = {}
    return bare


def _linked(table: pd.DataFrame) -> dict[str, list[str]]:
    columns: dict[str, list[str]] = table.attrs.get("linked", {})
    return columns


def _link_columns(table: pd.DataFrame) -> dict[str, Any]:
    return {column: st.column_config.LinkColumn(display_text=NAME, alignment="left") for column in _linked(table)}


def _beginning_with(name: object, address: str) -> str | None:
    return f"-{name.translate(_SIGNS)} /../{address}" if address and isinstance(name, str) else None


def _marked_down(name: str, address: str) -> str:
    # Ampersands as entities, or Markdown would read "&copy" in an address.
    return f"[{name}]({address.replace('&', '&amp;')})" if address and name else name
