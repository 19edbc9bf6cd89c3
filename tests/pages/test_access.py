"""A page that is closed draws nothing of its content, whichever way somebody comes."""

import pytest

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


def test_a_secret_that_is_too_short_is_refused(monkeypatch):
    sections = {"access": {"sql": ["logged-in"]}, "auth": {"cookie_secret": "short"}}
    monkeypatch.setattr(access, "_section", sections.get)
    access.rules.cache_clear()
    with pytest.raises(BadAccess, match=r"auth\.cookie_secret"):
        access.check()
    access.rules.cache_clear()
