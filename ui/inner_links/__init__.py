"""Links in our HTML change the page without a reload.

A plain anchor would load the whole app anew, in a new session. The listener in inner_links.js takes plain clicks on
anchors that lead to a page of ours and goes there as the browser's back button does, which Streamlit follows: one run,
one step of the history, and Python reads the new address as it reads any. (`st.switch_page` would leave a step with the
old page and the new page's parameters, to which the back button leads.) All else, and every click where no script
runs, is left to the browser: the address in the anchor is right by itself.
"""

from pathlib import Path

import streamlit as st

from ui import script
from ui.sitemap import PLACES

MODULES = ("drawn/going", "inner_links")

_mount = st.components.v2.component(
    "inner-links",
    html="<span hidden></span>",
    js=script.joined(Path(__file__).parent, MODULES),
    isolate_styles=False,
)


def follow() -> None:
    """Follow clicks on links to our pages; once a run of the whole page."""
    # The first page has no name in its address.
    _mount(key="inner-links", data={"places": ["", *[*PLACES][1:]]})
