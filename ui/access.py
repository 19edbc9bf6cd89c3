"""May whoever sits before this session do this? By the rules in the secrets, and by who the provider says it is."""

import logging
import os
import time
from collections.abc import Callable, Mapping
from functools import cache, wraps
from html import escape
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from streamlit import get_option
from streamlit.errors import StreamlitSecretNotFoundError

from ui.markup import plain
from ui.roles import RIGHTS, BadAccess, Claims, Roles, is_fresh, may, roles, who
from ui.sitemap import Place

log = logging.getLogger("demarche")
Given = ParamSpec("Given")
Done = TypeVar("Done")
SECTION, PROVIDER = "access", "auth"
WORDS = {"sql": "ask questions of your own", "write": "change the records"}


@cache
def rules() -> Roles | None:
    """Read the rules; None where there are none, and everything is as the server was started.

    Raises:
        BadAccess: they cannot be meant.
    """
    section, provider = _section(SECTION), _section(PROVIDER)
    if section is None and provider is None:
        return None
    if provider is not None and len(str(provider.get("cookie_secret", ""))) < 32:
        raise BadAccess("auth.cookie_secret has to be a secret of 32 characters or more")
    return roles(section or {}, has_provider=provider is not None)


def allows(right: str) -> bool:
    """Tell whether this session has a right."""
    known = rules()
    return known is None or may(right, known, claims(), time.time())


class NotAllowed(Exception):
    """Somebody may not do what they are about to do, though they could when the page was drawn."""


def demand(right: str) -> None:
    """Ask for a right once more, right before what needs it; raises `NotAllowed` with what to do."""
    if not allows(right):
        raise NotAllowed(f"You may no longer {WORDS[right]}: log in again in another window, then try once more.")


def guarded(right: str, work: Callable[Given, Done]) -> Callable[Given, Done]:
    """Let a function demand a right each time before it does its work."""

    @wraps(work)
    def guarded_work(*args: Given.args, **kwargs: Given.kwargs) -> Done:
        demand(right)
        return work(*args, **kwargs)

    return guarded_work


def reviewer() -> str:
    """Name whoever is logged in; "" where the server does not ask."""
    known = rules()
    return who(claims()) if known is not None and is_fresh(known, claims(), time.time()) else ""


def claims() -> Claims:
    """Give what the provider says of this session; nothing of somebody who is not logged in."""
    return dict(st.user) if _section(PROVIDER) is not None else {}


def stop_unless_allowed(place: Place) -> None:
    """End the run of a page that this session may not see, with what to do."""
    known = rules()
    if known is None or not place.right or allows(place.right):
        return
    may_do = f"**Not everybody may {WORDS[place.right]} here.**"
    ask = f" Ask {plain(known.contact)}." if known.contact else " Ask whoever runs this server."
    if is_fresh(known, claims(), time.time()):
        st.warning(
            f"{may_do} You are logged in as {plain(who(claims()))}, without that right.{ask}", icon=":material/lock:"
        )
    elif claims().get("is_logged_in") is True:
        st.warning(f"{may_do} You logged in too long ago; please log in again.", icon=":material/lock_clock:")
        _offer_login()
    elif _section(PROVIDER) is not None:
        st.info(f"{may_do} Please log in; you will come back to this page.", icon=":material/lock:")
        _offer_login()
    else:
        st.info(f"{may_do}{ask}", icon=":material/lock:")
    st.stop()


def tell() -> None:
    """Say who is logged in, and offer to end it; nothing where nobody is."""
    if rules() is not None and claims().get("is_logged_in") is True:
        st.html(f"<p class='note'>{escape(who(claims()))}</p>")
        st.button("Log out", on_click=st.logout, icon=":material/logout:", width="stretch")


def check() -> None:
    """Say in the log who has which right, when the server starts; raises `BadAccess` as `rules` does."""
    known = rules()
    for right in RIGHTS:
        rule = "everybody, as the server was started; nobody is asked who they are"
        if known is not None:
            rule = ", ".join(known.rules[right]) or "nobody"
        log.info("The right to %s: %s", right, rule)


def _offer_login() -> None:
    st.button("Log in", on_click=st.login, type="primary", icon=":material/login:")


@cache
def _section(name: str) -> dict[str, Any] | None:
    # Kept, as the rules are: a file that is being rewritten neither opens nor closes anything until the next start.
    try:
        section = st.secrets.get(name)
    except StreamlitSecretNotFoundError as error:
        # The same error says that there are no secrets, and that there are some which cannot be read.
        if any(os.path.lexists(path) for path in get_option("secrets.files")):
            raise BadAccess(f"{error}. Until that is mended nobody knows who may do what") from error
        return None
    if section is not None and not isinstance(section, Mapping):
        raise BadAccess(f"{name} has to be a section of the secrets: [{name}]")
    return None if section is None else dict(section)
