"""An open page shows a collection that was built anew with its next run, and keeps what the reader chose."""

import shutil
from datetime import date
from types import SimpleNamespace

import pytest
import streamlit as st

import queries
from tests.data.conftest import run_build
from tests.pages.test_every_page import page, texts, written
from tests.queries import anew
from tests.queries.anew import LATER, NAME, WORD, put
from ui import ahead, collections

VIEW = {"issue": "border", "from": "1993-01-01", "to": "2003-12-31", "actor": "RUR"}


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Three builds, of which two are kept: the second has a statement more, the third an organisation less."""
    home = anew.begin(tmp_path_factory.mktemp("anew"))
    first = anew.keep(home, "first")
    anew.add_statement(home)
    second = anew.keep(home, "second")
    for table in ("actors", "memberships", "coverage"):
        file = home / "records" / f"{table}.csv"
        lines = file.read_text("utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "LEAGUE" not in line.split(",")), "utf-8")
    kept = (home / "versions").rename(home / "kept")
    assert run_build(home) == 0
    return SimpleNamespace(first=first, second=second, third=home / "parquet", kept=kept)


@pytest.fixture
def folder(builds, tmp_path):
    """Serve the first build."""
    shutil.copytree(builds.kept, tmp_path / "versions")
    with anew.served(shutil.copytree(builds.first, tmp_path / "parquet")) as folder:
        yield folder


def said(app):
    assert not app.exception
    return " ".join(texts(app))


@pytest.mark.parametrize("place", ["map", "statements"])
def test_the_next_run_of_an_open_page_shows_the_new_build(folder, builds, place):
    app, before = page(place, {}), collections.newest(NAME)
    assert before in said(app)
    put(builds.second, folder)
    app.run()
    assert before != collections.newest(NAME) in said(app)
    assert "class='frozen'" not in said(app)
    assert app.session_state["to"].year == 2005


def test_what_the_reader_chose_stays_and_the_address_names_the_new_version(folder, builds):
    app = page("statements", VIEW | {"data": collections.newest(NAME), "sort": "actor"})
    put(builds.second, folder)
    app.run()
    held = [app.session_state[name] for name in ("issue", "actor", "sort")]
    assert held == ["border", ["RUR"], "actor"]
    assert str(app.session_state["to"]) == "2003-12-31"
    assert written(app, "data") == [collections.newest(NAME)]
    assert WORD not in said(app)
    app.session_state["to"] = date(2005, 12, 31)
    app.run()
    assert WORD in said(app)


def test_a_part_of_a_page_that_is_behind_runs_the_whole_page(folder, builds, monkeypatch):
    reruns = []
    monkeypatch.setattr(st, "rerun", lambda: reruns.append(collections.chosen()))
    monkeypatch.setitem(st.session_state, collections.BUILD, queries.build(NAME))
    ahead.begin()
    assert reruns == []
    put(builds.second, folder)
    ahead.begin()
    assert reruns == [queries.edition(NAME, collections.version())]
    monkeypatch.setitem(st.session_state, collections.EDITION, collections.chosen())
    ahead.begin()
    assert len(reruns) == 1


def test_a_link_on_a_page_of_the_build_before_leads_to_the_new_one(folder, builds):
    before = collections.newest(NAME)
    app = page("map", VIEW | {"data": before})
    put(builds.second, folder)
    for name, value in {"to": "2005-12-31", "statement": LATER, "data": before}.items():
        app.query_params[name] = value
    app.switch_page("pages/explore/statements.py").run()
    assert WORD in said(app)
    assert "class='frozen'" not in said(app)
    assert "which was not kept" not in said(app)


def test_a_session_that_looks_at_an_older_version_stays_there(folder, builds):
    old = collections.newest(NAME)
    put(builds.second, folder)
    app = page("statements", {"issue": "border", "data": old})
    assert f"(version {old})" in said(app)
    put(builds.third, folder)
    app.run()
    assert f"(version {old})" in said(app)
    assert "3 statements by 1 actor" in said(app)


def test_what_nothing_is_called_by_any_more_falls_back_to_its_default(folder, builds):
    put(builds.second, folder)
    app = page("statements", VIEW | {"source": "herald-2001", "data": collections.newest(NAME), "actor": "LEAGUE"})
    assert app.session_state["actor"] == ["LEAGUE"]
    put(builds.third, folder)
    app.run()
    assert app.session_state["actor"] == []
    assert app.session_state["source"] == "herald-2001"
    assert "class='frozen'" not in said(app)
