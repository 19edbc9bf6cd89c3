"""Who said what? Every statement in view, and the evidence for the one that the reader chooses."""

import streamlit as st

from ui import answers, downloads, rows, statement_list, states, taking
from ui.view import View

view = View.from_session()
size = view.size()
answers.show(answers.statements(rows.records("statements_by_stance", **view.parameters()), size), view)
if size["count_statements"]:
    statement_list.browse(view, size["count_statements"])
    st.header("Take it with you", anchor=False)
    downloads.statements(view, size["count_statements"])
    downloads.grounds(view)
    taking.offer(view.asked("statements"), ("table", "timeline"))
else:
    states.empty("No statement fits these filters.", "Take away a filter, widen the dates, or choose another issue.")
