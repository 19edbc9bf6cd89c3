"""Charts on the page: the reader's ground and screen, and what was clicked."""

import streamlit as st

# Plotly needs to be told how wide the map will be; a phone says that it is one.
WIDE, NARROW = 730, 360


def is_dark() -> bool:
    """Tell whether the reader's ground is dark."""
    return st.context.theme.type == "dark"


def width() -> int:
    """Give about how wide a chart will be drawn, in pixels."""
    return NARROW if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDE


def take_click(chart: str, parameter: str) -> None:
    """Put the id of what was clicked in a chart into a parameter of the address; a click beside it changes nothing.

    Args:
        chart: Key of the chart, which holds its selection in the session.
        parameter: Name of the parameter.
    """
    points = st.session_state[chart]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.session_state[parameter] = points[0]["customdata"]
