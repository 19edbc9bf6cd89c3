"""A page that is closed draws nothing of its content, whichever way somebody comes."""

import logging
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime import secrets as secrets_of_streamlit
from streamlit.runtime.secrets import Secrets

from api import start
from queries import permission
from tests.pages.test_every_page import page
from ui import access, correctable
from ui.roles import BadAccess, roles
from ui.sitemap import PLACES

CLOSED = {"sql": "select 42 as answer", "statement": "2020-04-15-geo-nk-votes-valid", "embed": "true"}


@pytest.fixture
def told(monkeypatch):
    def tell(**section):
        known = roles(section, has_provider=False)
        monkeypatch.setattr(access, "rules", lambda: known)

    return tell


@pytest.mark.parametrize("place", [name for name, each in PLACES.items() if each.right])
def test_a_closed_page_says_so_and_stops(told, place):
    told(sql=[], write=[], contact="the night desk")
    app = page(place, CLOSED)
    assert not app.exception
    (info,) = app.info
    assert info.value.startswith("**Not everybody may ")
    assert info.value.endswith("Ask the night desk.")
    assert not app.main.text_area
    assert not app.main.button
    assert not app.main.dataframe


@pytest.mark.parametrize("place", [name for name, each in PLACES.items() if not each.right])
def test_every_other_page_stays_open(told, place):
    told(sql=[], write=[])
    assert not [info for info in page(place, {}).info if "Not everybody" in info.value]


def test_each_right_closes_something():
    assert {each.right for each in PLACES.values()} == {"", "sql", "write"}


def test_nobody_corrects_where_nobody_may_write(told, monkeypatch, tmp_path):
    monkeypatch.setattr(permission, "home_of", lambda folder: tmp_path)
    told(write=["*"])
    assert correctable.home() == tmp_path
    told(write=[])
    assert correctable.home() is None


def test_a_right_that_is_gone_is_gone_when_something_is_saved(told):
    told(write=["*"])
    access.demand("write")
    told(write=[])
    with pytest.raises(access.NotAllowed, match="You may no longer change the records: log in again"):
        access.demand("write")


def test_without_rules_everything_is_as_the_server_was_started():
    assert access.rules() is None
    assert access.allows("write")
    assert access.reviewer() == ""


@pytest.fixture
def secrets(monkeypatch, tmp_path):
    """Let a file be the secrets of this server, as if it were just being started."""
    file = tmp_path / "secrets.toml"
    held = Secrets()
    monkeypatch.setattr(st, "secrets", held)
    monkeypatch.setattr(access, "get_option", lambda name: [str(file)])
    monkeypatch.setattr(secrets_of_streamlit, "config", SimpleNamespace(get_option=lambda name: [str(file)]))
    monkeypatch.setattr(Secrets, "_maybe_install_file_watchers", lambda self: None)

    def forget():
        access.rules.cache_clear()
        access._section.cache_clear()

    forget()
    yield file
    forget()


UNREADABLE = {
    "not TOML": b"[access]\nsql = [",
    "twice the same section": b"[access]\nsql = []\n[access]\nwrite = []",
    "not UTF-8": b'[access]\ncontact = "\xff"',
    "no section": b"access = 'nobody'",
    "a list of sections": b"[[access]]\nsql = []",
    "a secret that is too short": b"[access]\nsql = ['logged-in']\n[auth]\ncookie_secret = 'short'",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_secrets_that_cannot_be_meant_end_the_start_and_open_nothing(secrets, content):
    secrets.write_bytes(content)
    with pytest.raises(SystemExit, match="The server cannot start"):
        start.announce(access.check)
    with pytest.raises(ValueError, match=r"."):
        access.allows("write")


def test_a_name_of_secrets_that_leads_nowhere_opens_nothing(secrets):
    secrets.symlink_to("nowhere.toml")
    with pytest.raises(BadAccess, match="nobody knows who may do what"):
        access.check()


def test_a_provider_alone_closes_writing(secrets):
    secrets.write_text(f"[auth]\ncookie_secret = '{'s' * 32}'")
    assert access.allows("sql")
    assert not access.allows("write")


def test_the_log_says_who_may_do_what(secrets, caplog):
    secrets.write_text("[permissions]\nwrite = []\n")
    with caplog.at_level(logging.INFO):
        access.check()
    assert "The right to write: everybody, as the server was started; nobody is asked who they are" in caplog.messages


def test_the_log_says_what_nobody_may_do(secrets, caplog):
    secrets.write_text("[access]\nsql = '*'\n")
    with caplog.at_level(logging.INFO):
        access.check()
    assert caplog.messages == ["The right to sql: *", "The right to write: nobody"]


def test_rules_stay_when_the_file_is_broken_later(secrets):
    secrets.write_text("[access]\nwrite = []\n")
    assert not access.allows("write")
    secrets.write_bytes(UNREADABLE["not TOML"])
    st.secrets._reset()
    assert not access.allows("write")
    assert access.claims() == {}
