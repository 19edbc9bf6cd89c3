"""How did it unfold? Statements over time, the events beneath them, and who reacted to what."""

import streamlit as st

from ui import answers, chronology, downloads, taking, time_tables, timeline_files
from ui.view import View

chronology.explore()
view = View.from_session()
counted, happened = chronology.bins(view), chronology.events(view)
if not counted and not happened:
    st.stop()
st.header("Events in these dates", anchor=False)
time_tables.events(view)
st.header("Statements over time", anchor=False)
time_tables.counts(counted, view)
st.header("Take it with you", anchor=False)
timeline_files.offer(chronology.drawing(view), view, answers.timeline(counted, happened, view))
downloads.statements(view, view.size()["count_statements"])
downloads.offer(view.asked("events"), len(happened))
taking.offer(view.asked("events"), ("timeline", "table"))
