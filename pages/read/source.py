"""What does the source say? A text with what is quoted and what was searched for, beside the statements on it."""

import streamlit as st

from ui import annotation_files, answers, citing, reader, rows, source_list
from ui.view import View

view = View.from_session()
source_list.select()
read, statement = st.session_state["read"], st.session_state["statement"] or ""
if not read:
    answers.show(answers.sources(rows.records("sources")), view, filtered=False)
    source_list.browse()
    st.stop()

source = rows.records("source_by_id", source_id=read)[0]
found = rows.records("passages_of_source", source_id=read)
answers.show(reader.answer(source, found), view, filtered=False)
reader.beside(source, found, statement)
reader.show(source, found, statement)
annotation_files.offer(source, view)
citing.offer("source", read)
