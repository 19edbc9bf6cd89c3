"""The server: the Streamlit app with the routes and the middleware that belong to it."""

import gc

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from api import guard, routes, start
from api.base_url import BackendBaseUrl
from api.discovery import Discovery
from api.guard.uploads import RoomForUploads
from api.origin import SameOrigin
from api.returning import Returning
from ui import access, states, uploads

# The frame names its pages. Until it has run once, Streamlit would look for them in pages/ by itself and tell the
# first reader of a deep link that the page does not exist.
PagesManager.uses_pages_directory = False

start.allow_files()
start.announce(access.check)
app = st.App(
    "shell.py",
    routes=routes.ROUTES,
    middleware=[
        *guard.LAYERS,
        Middleware(RoomForUploads, held=uploads.held),
        Middleware(SameOrigin),
        Middleware(Returning),
        Middleware(BackendBaseUrl),
        Middleware(Discovery),
    ],
    on_script_error=states.failed,
)

# What was imported stays: the collector of garbage looks at what readers leave behind alone, sooner and in less time.
gc.freeze()
