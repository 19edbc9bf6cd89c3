"""What can be asked for: the tables of the collection, their columns, and what each means."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from ui import rows
from ui.sql.editor import DRAFT

CHOSEN = "sql-table"


def browse() -> None:
    """Show the tables; one that is chosen shows its columns and can be put into the box."""
    tables = {row["table"]: row for row in rows.records("tables")}
    st.subheader("Tables", anchor=False)
    name = st.selectbox(
        "Table", [*tables], format_func=lambda each: f"{each} ({tables[each]['rows']:,} rows)", key=CHOSEN
    )
    if name is None:
        return
    st.html(f"<p class='note'>{escape(tables[name]['description'] or tables[name]['title'])}</p>")
    columns = [row for row in rows.records("fields") if row["table"] == name]
    st.button(
        f"Ask for the rows of {name}",
        on_click=_put,
        args=(name, [row["field"] for row in columns]),
        icon=":material/input:",
        width="stretch",
    )
    st.html(f"<dl class='fields'>{''.join(map(_field, columns))}</dl>")


def _field(row: Mapping[str, Any]) -> str:
    """Write as HTML a column, its type, what it means and which values it has, whole: a grid would cut it."""
    named = f"<dt><code>{escape(row['field'])}</code> {escape(row['type'])}</dt>"
    told = [row["description"], f"Values: {row['constraints']}." if row["constraints"] else ""]
    return named + "".join(f"<dd>{escape(each)}</dd>" for each in told if each)


def _put(name: str, columns: list[str]) -> None:
    listed = ",\n    ".join(columns)
    st.session_state[DRAFT] = f"select\n    {listed}\nfrom {name}\nlimit 100"
