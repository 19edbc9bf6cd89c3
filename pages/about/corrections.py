"""What was corrected, and why? Every change after publication, with what stood there before, and every version."""

import streamlit as st

from ui import answers, corrections, downloads, versions
from ui.view import View

found = corrections.found()
answers.show(corrections.answer(found), View.from_session(), filtered=False)
corrections.browse(found)
st.header("What each version of the data changed", anchor=False)
versions.browse()
st.header("Take it with you", anchor=False)
table = View.whole().asked("corrections")
downloads.offer(table, table.count())
corrections.follow()
