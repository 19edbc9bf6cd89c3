"""What a follower is told when the collection is built again."""

import pytest

from exports.urn import urn
from tests.exports.atom.reading import TOMBSTONE, entries, gone, text
from tests.exports.versions import ADDED, CORRECTED, FIRST, KEPT, NAME, REMOVED, SECOND, THIRD

STATEMENT = {urn(NAME, each): each for each in (ADDED, CORRECTED, KEPT, REMOVED)}


@pytest.fixture(scope="module")
def feeds(taken_of_versions):
    """What the feeds of four views were after each version."""
    return taken_of_versions


def told(feed):
    """The entries by statement, in their order: first built, last changed."""
    return {STATEMENT[text(each, "id")]: (text(each, "published"), text(each, "updated")) for each in entries(feed)}


def lost(feed):
    return {STATEMENT[each.get("ref")]: each.get("when") for each in gone(feed)}


def at(day):
    return f"{day}T00:00:00Z"


def test_what_was_there_from_the_beginning_is_as_old_as_the_first_version(feeds):
    assert told(feeds[FIRST]["all"]) == dict.fromkeys([REMOVED, CORRECTED, KEPT], (at(FIRST), at(FIRST)))
    assert text(feeds[FIRST]["all"], "updated") == at(FIRST)


def test_what_was_added_or_corrected_comes_first_and_the_rest_stays_as_it_was(feeds):
    assert [*told(feeds[SECOND]["all"]).items()] == [
        (ADDED, (at(SECOND), at(SECOND))),
        (CORRECTED, (at(FIRST), at(SECOND))),
        (REMOVED, (at(FIRST), at(FIRST))),
        (KEPT, (at(FIRST), at(FIRST))),
    ]
    assert text(feeds[SECOND]["all"], "updated") == at(SECOND)
    assert text(feeds[SECOND]["all"], "id") == text(feeds[FIRST]["all"], "id")


def test_a_correction_is_told_with_its_reason(feeds):
    (entry,) = [each for each in entries(feeds[SECOND]["all"]) if STATEMENT[text(each, "id")] == CORRECTED]
    assert text(entry, "title") == "Ruritania: For it (The border)"
    assert "Corrected on 9 November 2026: It stood as opposed. Why: A misreading." in text(entry, "content")


def test_what_was_removed_is_told_as_deleted(feeds):
    assert lost(feeds[THIRD]["all"]) == {REMOVED: at(THIRD)}
    assert lost(feeds[THIRD]["neutral"]) == {REMOVED: at(THIRD)}
    assert told(feeds[THIRD]["neutral"]) == {}
    (note,) = gone(feeds[THIRD]["all"])
    assert "It was there twice. Why: A duplicate." in note.findtext(f"{TOMBSTONE}comment")
    assert text(feeds[THIRD]["all"], "updated") == at(THIRD)


def test_what_a_correction_took_out_of_a_view_is_deleted_there_and_new_elsewhere(feeds):
    assert [*told(feeds[FIRST]["oppose"])] == [CORRECTED]
    assert told(feeds[SECOND]["oppose"]) == {}
    assert lost(feeds[SECOND]["oppose"]) == lost(feeds[THIRD]["oppose"]) == {CORRECTED: at(SECOND)}
    assert told(feeds[SECOND]["support"])[CORRECTED] == (at(FIRST), at(SECOND))


def test_who_follows_something_else_is_told_of_no_removal(feeds):
    assert lost(feeds[THIRD]["support"]) == {}
    assert text(feeds[THIRD]["support"], "updated") == at(SECOND)
    assert not lost(feeds[FIRST]["all"])
    assert not lost(feeds[SECOND]["all"])


def test_a_feed_of_an_older_version_is_what_it_was(feeds):
    assert told(feeds["frozen"]["all"]) == told(feeds[FIRST]["all"])
    assert text(feeds["frozen"]["all"], "id") == text(feeds[FIRST]["all"], "id")
