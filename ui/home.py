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
    path = parts.path.rstrip("/").removesuffix(f"/{place()}") if place() else parts.path.rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{path}/", "", ""))


def place() -> str:
    """Name the page by its path in the address; empty for the first page, which has none."""
    last = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
    return last if last in PLACES else ""
