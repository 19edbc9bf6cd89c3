"""What a page shows when it has nothing to show: what was asked, what is missing, what to do next."""

import logging
from collections.abc import Sequence
from html import escape

import streamlit as st

from queries import shortage

LATER = "This page could not be made, and nothing is wrong with your address. Reload it in a minute."

log = logging.getLogger("demarche")


def empty(missing: str, next_step: str) -> None:
    """Say that nothing was found, and what would help."""
    st.info(f"**{missing}** {next_step}", icon=":material/search_off:")


def unusable_address(complaints: Sequence[str]) -> None:
    """Say which parts of the address were left out of account."""
    listed = "; ".join(complaints[:3]) + (f"; and {len(complaints) - 3} more" if len(complaints) > 3 else "")
    text = f"Not everything in the address of this page could be used: {listed}. All else is shown below."
    st.html(f"<p class='warning' role='status'>{escape(text)}</p>")


def failed(error: Exception) -> bool:
    """Tell the reader that a page could not be made, and the log why.

    Returns:
        True: Streamlit's own display of the error is not wanted.
    """
    if short := shortage.wanted(error):
        log.error("a page failed: short of %s (%s)", short, error)
        st.error(f"**The server is short of {short} right now.** {LATER}", icon=":material/error:")
        return True
    log.error("a page failed", exc_info=error)
    st.error(
        "**This page could not be made.** The data was asked for and did not come. Reload the page; if it stays so, "
        "go to another page and tell the editors what you did.",
        icon=":material/error:",
    )
    return True
