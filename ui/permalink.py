"""The address of what a page shows right now: every parameter, and the data version."""

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from ui.address import write
from ui.home import home, place
from ui.parameters import parameters


def here(**changes: Any) -> str:
    """Write the address of this very page, with all that it shows and these changes, relative to it; not escaped."""
    shown = {parameter.name: st.session_state[parameter.name] for parameter in parameters()}
    return f"?{urlencode(write(shown | changes, parameters()), doseq=True)}"


def whole() -> str:
    """Write the whole address of what this page shows; it shows the same for good."""
    return f"{home()}{place()}{here()}"
