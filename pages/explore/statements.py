"""Who said what? Every statement in view, and the evidence for the one that the reader chooses."""

import streamlit as st

from ui import answers, downloads, rows, statement_list, states
from ui.view import View

view = View.from_session()
found = rows.records("statements_in_view", **view.parameters(), sort="newest", limit=None, offset=0)
answers.show(answers.statements(found, len({row["actor_id"] for row in found})), view)
if found:
    statement_list.browse(view, len(found))
    st.header("Take it with you", anchor=False)
    downloads.statements(view, len(found))
else:
    states.empty("No statement fits these filters.", "Take away a filter, widen the dates, or choose another issue.")
