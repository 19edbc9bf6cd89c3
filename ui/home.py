"""Where is the app? The address that links in files and citations begin with."""

import os
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from ui.sitemap import PLACES


def home() -> str:
    """Give the address of the app, with a slash at its end: what `DEMARCHE_URL` says, else as the browser has it."""
    named = os.environ.get("DEMARCHE_URL")
    if named:
        return f"{named.rstrip('/')}/"
    parts = urlsplit(st.context.url or "")
    folder, _, last = parts.path.rpartition("/")
    path = folder if last in PLACES else parts.path.rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{path}/", "", ""))
