"""The rows of an answer: as a table, as files, and as a chart."""

from datetime import UTC, datetime
from functools import partial
from html import escape

import pandas as pd
import pyarrow as pa
import streamlit as st

import exports
from exports import answered
from exports.phrases import count_words
from queries.console import Answer
from ui import names, permalink, states
from ui.sql import chart

FORMS = ("csv", "xlsx", "json", "parquet")


def sentence(answer: Answer) -> str:
    """Say how many rows there are, of how many columns, and how long they took."""
    size = f"{count_words(answer.rows.num_rows, 'row')} of {count_words(answer.rows.num_columns, 'column')}"
    took = f"in {max(answer.seconds, 0.01):.2f} seconds"
    if answer.is_cut:
        return f"The first {size}, {took}; there are more."
    return f"{size[0].upper()}{size[1:]}, {took}."


def show(answer: Answer, sql: str) -> None:
    """Show the rows, offer them as files unless they are cut, and draw them."""
    table = answered.plain(answer.rows)
    if not table.num_rows:
        states.empty("No row fits.", "The question was understood; loosen a condition to see rows.")
        return
    shown = table.to_pandas(types_mapper=pd.ArrowDtype)
    st.dataframe(shown, hide_index=True, placeholder="", alt=f"The answer: {sentence(answer)}", key="sql-rows")
    _offer(answer, table, sql)
    chart.offer(shown)


def _offer(answer: Answer, table: pa.Table, sql: str) -> None:
    if answer.is_cut:
        said = f"A file would not be complete, since there are more than {answer.rows.num_rows:,} rows. "
        said += "Narrow the question, or put a limit into it."
        st.html(f"<p class='note'>{escape(said)}</p>")
        return
    now = datetime.now(UTC).replace(microsecond=0)
    about = answered.about(answer.edition, sql, table, permalink.whole(), now)
    with st.container(horizontal=True, gap="small", key="sql-files"):
        st.html(f"<p class='download'>All {escape(count_words(table.num_rows, 'row'))}</p>", width="content")
        for form in FORMS:
            known = exports.FORMS[form]
            st.download_button(
                known.label,
                data=partial(exports.write, table, about, form),
                file_name=exports.file_name(about, form),
                mime=known.mime,
                on_click="ignore",
                key=f"sql-{form}",
            )
    st.html(
        f"<p class='note'>Data version {escape(names.collection()['data_version'])}. The files say the question.</p>"
    )
