"""The answer to a question, kept for whoever asks the same; or why there is none."""

import secrets

import streamlit as st

from queries import console
from queries.console import sizes
from ui import collections
from ui.markup import plain
from ui.shelf import Shelf, size_of_key

MOST_BYTES = 32_000_000
WHO, REFUSED = "_sql_who", "_sql_refused"
_answers: Shelf[console.Answer] = Shelf(
    MOST_BYTES, lambda asked, answer: size_of_key(asked) + sizes.written_out(answer.rows) + 4_000
)


def answer(sql: str) -> console.Answer | None:
    """Ask a question, or say in its place why it is not answered; what was refused is not asked again by itself."""
    state = st.session_state
    edition = collections.chosen()
    who = state.setdefault(WHO, secrets.token_hex(8))
    refused = state.get(REFUSED)
    if refused and refused[:2] == (edition, sql):
        _tell(refused[2])
        return None
    try:
        with st.spinner("Asking the tables …"):
            return _answers.get((edition, sql), lambda: console.ask(edition, sql, who))
    except console.Superseded:
        return None
    except console.Busy as error:
        _tell(str(error))
        st.button("Ask again", icon=":material/refresh:")
    except console.Refused as error:
        state[REFUSED] = edition, sql, str(error)
        _tell(str(error))
    return None


def _tell(reason: str) -> None:
    lines = reason.strip().split("\n", 1)
    st.warning(f"**There is no answer.** {plain(lines[0])}", icon=":material/block:")
    if len(lines) > 1:
        # The place in the question, under which the engine puts a mark.
        st.code(lines[1].strip("\n"), language=None, wrap_lines=True)
