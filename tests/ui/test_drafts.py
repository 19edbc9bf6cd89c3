"""Reviews that the server holds: what is left of one by its saves, what came of them, and runs that overtake a save."""

from datetime import date
from threading import Event, Thread

import pytest
import streamlit as st

from ui import drafts
from ui.drafts import Done
from ui.parameters import defaults
from ui.review import Review, Submitted
from ui.review_rows import Row

SUBMITTED = Submitted("Ankara said no.", "One capital", date(2020, 4, 15), "en")


def review(name):
    return Review(name, "nagorno-karabakh", SUBMITTED, (), (Row(1, 0, 6), Row(2, 0, 6)))


@pytest.fixture(autouse=True)
def session(monkeypatch):
    state = {**defaults(), drafts.PARAMETER: "one"}
    monkeypatch.setattr(st, "session_state", state)
    for held in ("_held", "_done", "_told"):
        monkeypatch.setattr(drafts, held, type(getattr(drafts, held))())
    return state


def saved(which, rest):
    """Save a review, of which something is left under review."""
    assert drafts.take_out(which)
    save = Done("saved", 1, which, {}, rest)
    drafts.finish(save)
    drafts.tell(which, f"{which.version} was saved", {})
    return save


def told():
    found = drafts.heard()
    return found.words if found else None


def test_each_save_of_what_was_left_is_the_last_and_can_be_taken_back_in_turn():
    one, two, three = map(review, ("one", "two", "three"))
    drafts.put(one)
    first = saved(one, two)
    assert (drafts.current(), drafts.done()) == (two, first)
    assert told() == "one was saved"
    second = saved(two, three)
    assert (drafts.current(), drafts.done()) == (three, second)
    assert told() == "two was saved"
    assert told() is None
    assert drafts.reopen(second)
    drafts.put(two)
    drafts.take_out(three)
    drafts.tell(two, "two was taken back", {})
    assert (drafts.current(), drafts.done()) == (two, first)
    assert told() == "two was taken back"


def test_a_save_is_taken_back_and_a_review_is_saved_once():
    one = review("one")
    drafts.put(one)
    first = saved(one, None)
    assert not drafts.take_out(one)
    assert drafts.reopen(first)
    assert not drafts.reopen(first)


def test_a_change_of_a_review_that_is_being_saved_does_not_bring_it_back():
    one = review("one")
    drafts.put(one)
    drafts.take_out(one)
    drafts.change(one)
    assert drafts.current() is None


def test_a_review_of_another_collection_is_none(session):
    drafts.put(Review("one", "elsewhere", SUBMITTED, (), ()))
    assert drafts.current() is None
    assert drafts.is_lost()


def test_a_run_that_overtakes_a_save_waits_for_it():
    one = review("one")
    drafts.put(one)
    begun, may_end = Event(), Event()

    def save():
        with drafts.working_on(one):
            drafts.take_out(one)
            begun.set()
            may_end.wait()
            drafts.finish(Done("saved", 1, one, {}, None))

    saving = Thread(target=save)
    saving.start()
    begun.wait()
    seen = []

    def read():
        drafts.await_save()
        seen.append(drafts.done())

    reading = Thread(target=read)
    reading.start()
    reading.join(0.1)
    assert seen == []
    may_end.set()
    reading.join()
    saving.join()
    assert seen == [drafts.done()]
    assert seen != [None]
