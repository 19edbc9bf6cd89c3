"""How did it unfold? Statements over time, the events beneath them, and who reacted to what."""

import streamlit as st

from ui import ahead, answers, chronology, downloads, frame, panels, taking, time_tables, timeline_files
from ui.view import View


@st.fragment(key=panels.REST)
def rest() -> None:
    """Show what stands below the timeline."""
    ahead.begin()
    view = View.from_session()
    counted, happened = chronology.bins(view), chronology.events(view)
    if not counted and not happened:
        return
    st.header("Events in these dates", anchor=False)
    time_tables.events(view)
    st.header("Statements over time", anchor=False)
    time_tables.counts(counted, view)
    st.header("Take it with you", anchor=False)
    timeline_files.offer(chronology.drawing(view), view, answers.timeline(counted, happened, view))
    downloads.statements(view, view.size()["count_statements"])
    downloads.offer(view.asked("events"), len(happened))
    taking.offer(view.asked("events"), ("timeline", "table"))


frame.choose_issue(panels.run_ahead)
chronology.explore()
rest()
panels.complete()
