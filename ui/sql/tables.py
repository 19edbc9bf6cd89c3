"""What can be asked for: the tables of the collection, their columns, and what each means."""

from html import escape

import pandas as pd
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
    columns = pd.DataFrame(
        [
            {"Column": row["field"], "Type": row["type"], "Means": row["description"]}
            for row in rows.records("fields")
            if row["table"] == name
        ]
    )
    st.dataframe(
        columns,
        hide_index=True,
        height="content" if len(columns) < 9 else 320,
        alt=f"The columns of {name}, their types and what they mean",
        key="sql-columns",
    )
    st.button(
        f"Ask for the rows of {name}",
        on_click=_put,
        args=(name, [*columns["Column"]]),
        icon=":material/input:",
        width="stretch",
    )


def _put(name: str, columns: list[str]) -> None:
    listed = ",\n    ".join(columns)
    st.session_state[DRAFT] = f"select\n    {listed}\nfrom {name}\nlimit 100"
