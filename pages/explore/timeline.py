"""How did it unfold? Statements over time, the events beneath them, and who reacted to what."""

import streamlit as st

from ui import answers, chronology, downloads, states
from ui.view import View

view = View.from_session()
counted = chronology.bins(view)
happened = chronology.events(view)
answers.show(answers.timeline(counted, happened, view), view)

if not counted and not happened:
    states.empty("Nothing is on record in these dates.", "Widen the dates, or take away a filter.")
    st.stop()

st.html("<p class='why'>Drag over the bars to look closer; click an event below them to see who reacted.</p>")
chronology.draw(view, counted, happened)
chronology.event_panel(view, happened)

st.header("Events in these dates", anchor=False)
chronology.table(happened)
st.header("Take it with you", anchor=False)
downloads.statements(view, view.size()["count_statements"])
downloads.offer("events", "events_in_range", view.parameters(), view, len(happened))
