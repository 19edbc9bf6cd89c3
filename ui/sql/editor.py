"""Where a question is written: a box for its text, examples to begin with, and what the address says of it."""

import streamlit as st

import exports
from queries.console import LIMITS
from ui.address import from_browser
from ui.parameters import MOST_SQL
from ui.sql import examples
from ui.view import View

ASKED = "sql"
"""The parameter of the address that holds the question; a longer one than `MOST_SQL` is in no address."""
TABLE = "rows_of"
"""The parameter that names a table of another page, whose question is to be shown."""
DRAFT, SHOWN, LONG, EXAMPLE = "sql-draft", "_sql_shown", "_sql_long", "sql-example"
FIRST = "select issue_id, stance, count(*) as statements\nfrom statements\ngroup by all\norder by statements desc"


def show(view: View) -> str:
    """Show the box and the examples; gives the question that is asked, "" for none."""
    state = st.session_state
    _take_over(view)
    st.selectbox(
        "Begin with a question of the app, with your filters filled in",
        examples.names(),
        index=None,
        format_func=examples.title,
        placeholder="Choose one, or write your own below",
        key=EXAMPLE,
        on_change=_take_example,
        args=(view,),
    )
    with st.form("sql-form", border=False):
        st.text_area(
            "Your question, in SQL",
            key=DRAFT,
            height=220,
            max_chars=LIMITS.characters,
            help="One select over the tables of the collection. Ctrl+Enter asks it.",
            persist_state="session",
        )
        st.form_submit_button("Ask", type="primary", icon=":material/play_arrow:", on_click=_ask)
    return str(state[ASKED] or state.get(LONG, ""))


def _take_over(view: View) -> None:
    """Put what the address asks into the box, once for each address."""
    state = st.session_state
    asked, table = state[ASKED], state[TABLE]
    if (asked, table) == state.get(SHOWN) and DRAFT in state:
        return
    if asked != state.get(SHOWN, (None, None))[0]:
        state.pop(LONG, None)
    if asked:
        state[DRAFT] = asked
    elif table in exports.TABLES and exports.TABLES[table].question:
        state[DRAFT] = examples.of_table(table, from_browser(), view)
    else:
        state.setdefault(DRAFT, FIRST)
    state[SHOWN] = asked, table


def _take_example(view: View) -> None:
    state = st.session_state
    if name := state[EXAMPLE]:
        state[DRAFT] = examples.of_view(name, view)


def _ask() -> None:
    state = st.session_state
    text = state[DRAFT].strip()
    is_short = len(text) <= MOST_SQL
    state[ASKED], state[LONG] = (text, "") if is_short else ("", text)
    state[TABLE] = None
    state[SHOWN] = state[ASKED], None
