"""Who stands where? Positions of states on one issue as of a day, and the evidence behind each colour."""

import streamlit as st

from ui import answers, downloads, names, states, tables, world
from ui.view import View

view = View.from_session()
if not view.issue:
    answers.show("A map shows one issue at a time.", view)
    states.empty("No issue is chosen.", "Choose one above; Timeline and Statements can show all of them.")
    st.stop()

issue = names.issue(view.issue)
found = world.positions(view)
answers.show(answers.positions(found, issue, view), view)

drawing, panel = st.columns([2.3, 1], gap="medium")
with drawing:
    world.draw(found, issue)
with panel:
    world.panel(found, view)

st.header("All positions", anchor=False)
tables.positions(found, issue)
st.header("Take it with you", anchor=False)
parameters = view.parameters()
downloads.offer(
    "positions", "positions_as_of", parameters | {"through": st.session_state["through"] or None}, view, len(found)
)
downloads.statements(view, view.size()["count_statements"])
