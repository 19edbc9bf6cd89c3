"""What does the source say? A text with every quoted passage marked, beside the statements that rest on it."""

import streamlit as st

from ui import answers, reader, rows, source_list
from ui.view import View

view = View.from_session()
source_list.select()
chosen = st.session_state["read"]
if not chosen:
    answers.show(answers.sources(rows.records("sources")), view)
    source_list.browse()
    st.stop()

found = rows.records("passages_of_source", source_id=chosen)
answers.show(answers.source(found), view)
reader.show(rows.records("source_by_id", source_id=chosen)[0], found, st.session_state["statement"] or "")
