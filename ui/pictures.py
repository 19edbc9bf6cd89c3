"""Charts on the page: the reader's ground."""

import streamlit as st


def is_dark() -> bool:
    """Tell whether the reader's ground is dark."""
    return st.context.theme.type == "dark"
