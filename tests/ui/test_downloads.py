"""A file says what its rows are: every column described, the filters and the address of the view named."""

from datetime import date

import pytest

import exports
from ui import downloads, rules
from ui.view import View

VIEW = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], ["EU"], [], [], [], "")
OFFERED = {"statements": "statements_in_view", "positions": "positions_as_of", "events": "events_in_range"}
OFFERED |= {"reactions": "reactions_to_event"}


@pytest.mark.parametrize("table", OFFERED)
def test_every_column_of_every_file_is_described(table):
    assert all(column.description for column in downloads.columns(OFFERED[table], table))


def test_the_file_of_positions_names_the_organisations_that_lend_their_voice():
    parameters = VIEW.parameters() | rules.rule([], ["EU", "GUAM"], un_members_only=False)
    about = downloads.describe("positions", "positions_as_of", parameters, VIEW, 1)
    assert dict(about.filters)["Counting rule"] == (
        "own voice, or borrowed from EU and GUAM; mentions in lists included; all states and authorities"
    )
    assert ("Full members of", "EU") in about.filters
    for part in ("from=2020-03-01", "to=2020-04-30", "issue=nk-votes-valid", "org=EU", "through=EU&through=GUAM"):
        assert part in about.url


def test_the_file_of_reactions_is_named_for_the_event_and_says_which():
    event = "nk-elections-2020-03-31"
    about = downloads.describe("reactions", "reactions_to_event", {"event_id": event}, View.whole(), 77)
    assert about.subject == event
    assert "31 March 2020" in dict(about.filters)["Event"]
    assert event in exports.file_name(about, "csv")
