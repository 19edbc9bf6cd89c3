"""A chart of an answer: the reader chooses what goes where."""

import pandas as pd
import streamlit as st

from charts import answer_chart
from ui import pictures
from ui.markup import plain


def offer(table: pd.DataFrame) -> None:
    """Offer to draw the rows, where a column of them holds numbers."""
    numbers = [name for name in table if table[name].dtype.kind in "iuf"]
    if len(table) < 2 or not numbers or len(table.columns) < 2:
        return
    with st.expander("Draw it"):
        drawn, across, up = st.columns(3)
        form = drawn.segmented_control("As", [*answer_chart.FORMS], default="Bars", required=True, key="sql-chart-form")
        others = [*table.columns]
        y = up.selectbox("Upwards", numbers, key="sql-chart-y")
        x = across.selectbox("Across", [name for name in others if name != y] or others, key="sql-chart-x")
        if not (form and x and y):
            return
        kept = table[[x, y, *_stance(table, x, y)]].dropna().head(answer_chart.MOST)
        figure = answer_chart.draw(kept, form, dark=pictures.is_dark())
        said = answer_chart.alt_text(kept)
        st.plotly_chart(figure, key="sql-chart", config=answer_chart.CONFIG, alt=said)
        left = len(table) - len(kept)
        note = (
            f" {left:,} rows are not drawn: a value is missing, or there are more than {answer_chart.MOST:,}."
            if left
            else ""
        )
        shared = answer_chart.shared(kept, form)
        st.caption(plain(f"{said}{f' {shared}' if shared else ''}{note}"))


def _stance(table: pd.DataFrame, *taken: object) -> list[str]:
    """Give the column that says the stance of each row, by which marks are told apart, if there is one."""
    named = [name for name in table if name == "stance" and name not in taken]
    return [name for name in named if answer_chart.has_stances(table[name])]
