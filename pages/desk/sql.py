"""What do you want to ask the tables? One question in SQL, of the reader's own or adapted from the app's."""

import streamlit as st

from ui import answers
from ui.sql import answering, editor, result, tables
from ui.view import View

FREE = "Ask what no page answers: one question in SQL, over the same tables that the pages use."
view = View.from_session()
told = st.empty()
written, known = st.columns([2.3, 1], gap="large")
with known:
    tables.browse()
with written:
    asked = editor.show(view)
    answer = answering.answer(asked) if asked else None
    if answer:
        result.show(answer, asked)
with told:
    answers.show(result.sentence(answer) if answer else FREE, view, filtered=False)
