"""Charts on the page: the reader's ground and screen, and what was clicked."""

import streamlit as st


def is_dark() -> bool:
    """Tell whether the reader's ground is dark."""
    return st.context.theme.type == "dark"


def take_click(chart: str, parameter: str) -> None:
    """Put the id of what was clicked in a chart into a parameter of the address; a click beside it changes nothing.

    Args:
        chart: Key of the chart, which holds its selection in the session.
        parameter: Name of the parameter.
    """
    points = st.session_state[chart]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.session_state[parameter] = points[0]["customdata"]
