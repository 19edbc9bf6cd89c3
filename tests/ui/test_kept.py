"""What is kept belongs to one build of one collection, and what sessions share cannot be changed."""

from itertools import count
from typing import Any

import pytest
import streamlit as st

import queries
from ui import collections, links, names, rows


@pytest.fixture
def build(monkeypatch):
    """Look at another build of the collection from now on."""

    def look_at(version):
        monkeypatch.setattr(queries, "build", lambda collection_id: f"{collection_id}@{version}")

    return look_at


def test_another_build_of_the_same_collection_is_worked_out_anew(build):
    times = count(1)
    work = collections.kept(lambda: next(times))
    build("first")
    assert (work(), work()) == (1, 1)
    build("second")
    assert work() == 2
    build("first")
    assert work() == 1


def test_arguments_set_what_is_kept_apart(build):
    build("arguments")
    work = collections.kept(lambda *given, **named: (given, named))
    assert work(1) != work(2) != work(2, more=True)


def test_copies_are_set_apart_by_build_and_by_what_is_asked(build):
    build("one")
    assert collections.copied("it", lambda: ["one"]) == ["one"]
    assert collections.copied("other", lambda: ["other"]) == ["other"]
    build("two")
    assert collections.copied("it", lambda: ["two"]) == ["two"]
    build("one")
    assert collections.copied("it", lambda: ["not asked for"]) == ["one"]


def test_an_older_version_is_a_build_of_its_own(monkeypatch):
    newest = collections.chosen()
    monkeypatch.setitem(st.session_state, collections.EDITION, f"{collections.first()}@000000000000")
    assert collections.chosen() == f"{collections.first()}@000000000000" != newest
    assert collections.older() == "000000000000"


def test_the_names_that_all_sessions_share_cannot_be_changed():
    shared: Any
    for shared in (names.collection(), names.issues(), names.actor_names(), links.ids("actor")):
        with pytest.raises(TypeError):
            shared["new"] = "changed"
    shared = names.issue("nk-votes-valid")
    with pytest.raises(TypeError):
        shared["title"] = "changed"


def test_rows_are_the_own_of_whoever_asks():
    rows.records("actors")[0]["actor_name"] = "changed"
    assert rows.records("actors") == queries.run("actors").to_pylist()


def test_every_parameter_sets_answers_apart():
    asked = dict.fromkeys(queries.contract("view_size").parameters)
    sizes = [
        rows.records("view_size", **asked | narrowed)[0]["count_statements"]
        for narrowed in ({}, {"actors": ["FRA"]}, {"actors": ["ARM"]}, {"stances": ["oppose"]})
    ]
    assert len(set(sizes)) == len(sizes)
