"""Who took no part in a vote is told from who was not called, case by case; each answer is the oracle's too."""

from datetime import date

import pytest

from tests.queries.made import member, said, searched, voted


def test_a_member_without_a_vote_in_the_complete_roll_call_took_no_part(ask):
    row = ask("FRA", voted("GBR"), memberships=[member("FRA", "UN")], coverage=[searched("FRA")])
    assert (row["silence"], row["missed_event_id"]) == ("took no part in the vote", "roll-call")
    assert (row["searched_on"], row["sources_searched"]) == (None, None)


@pytest.mark.parametrize(
    "spell",
    [
        member("FRA", "UN", "2020-04-01"),
        member("FRA", "UN", "1990", "2020-03-30"),
        member("FRA", "UN", "2020"),
        member("FRA", "UN", role="observer"),
        member("FRA", "OSCE"),
    ],
)
def test_who_was_no_full_member_on_the_day_was_not_called(ask, spell):
    assert ask("FRA", voted("GBR"), memberships=[spell])["silence"] == "not searched"


def test_first_and_last_day_of_a_membership_are_days_on_which_a_member_is_called(ask):
    spell = [member("FRA", "UN", "2020-03-31", "2020-03-31")]
    assert ask("FRA", voted("GBR"), memberships=spell)["silence"] == "took no part in the vote"


def test_an_event_with_votes_whose_roll_call_is_not_complete_was_missed_by_nobody(ask):
    at_the_summit = said("GBR", "2020-03-31", event_id="summit", kind="vote")
    assert ask("FRA", at_the_summit, memberships=[member("FRA", "UN")])["silence"] == "not searched"


def test_words_at_a_roll_call_are_no_vote_in_it(ask):
    spells = [member("FRA", "UN")]
    words = said("GBR", "2020-03-31", event_id="roll-call")
    assert ask("FRA", words, memberships=spells)["silence"] == "not searched"
    elsewhere = voted("FRA", kind="statement", issue_id="votes")
    assert ask("FRA", voted("GBR"), elsewhere, memberships=spells)["silence"] == "took no part in the vote"


def test_a_roll_call_is_one_on_the_issue_on_which_the_votes_are(ask):
    spells = [member("FRA", "UN")]
    on_another = voted("GBR", issue_id="votes")
    assert ask("FRA", on_another, memberships=spells)["silence"] == "not searched"
    assert ask("FRA", on_another, memberships=spells, issue_id="votes")["missed_event_id"] == "roll-call"


def test_a_roll_call_outside_the_range_was_not_missed_in_it(ask):
    asked = {"memberships": [member("FRA", "UN")]}
    assert ask("FRA", voted("GBR"), **asked, until=date(2020, 3, 30))["silence"] == "not searched"
    assert ask("FRA", voted("GBR"), **asked, until=date(2020, 3, 31))["missed_event_id"] == "roll-call"
    assert ask("FRA", voted("GBR"), **asked, since=date(2020, 3, 31))["missed_event_id"] == "roll-call"
    assert ask("FRA", voted("GBR"), **asked, since=date(2020, 4, 1))["silence"] == "not searched"


def test_who_voted_took_part_even_where_filters_hide_its_vote(ask):
    asked = {"memberships": [member("FRA", "UN")], "kinds": ["statement"]}
    assert ask("FRA", voted("FRA"), voted("GBR"), **asked)["silence"] == "outside these filters"


def test_filters_that_hide_every_vote_leave_the_roll_call_on_record(ask):
    asked = {"memberships": [member("FRA", "UN")], "kinds": ["statement"], "voices": ["list"]}
    assert ask("FRA", voted("GBR"), **asked)["silence"] == "took no part in the vote"


def test_who_voted_on_a_day_not_known_took_part_even_before_the_vote_counts(ask):
    vote = said("FRA", "2020-03-31", precision="year", event_id="roll-call", kind="vote")
    assert ask("FRA", vote, voted("GBR"), memberships=[member("FRA", "UN")])["silence"] == "not searched"


def test_of_several_roll_calls_missed_the_latest_is_named(ask):
    spells = [member("FRA", "UN"), member("FRA", "OSCE")]
    all_three = voted("GBR"), voted("GBR", "second-call"), voted("GBR", "ballot")
    row = ask("FRA", *all_three, memberships=spells, until=date(2020, 12, 31))
    assert row["missed_event_id"] == "second-call"
    assert ask("FRA", *all_three, memberships=spells)["missed_event_id"] == "roll-call"
    assert ask("FRA", voted("FRA"), *all_three[2:], memberships=spells, kinds=["statement"])["missed_event_id"] is None


def test_the_organisation_named_by_a_roll_call_is_the_one_whose_members_were_called(ask):
    voting = voted("GBR", "ballot")
    assert ask("FRA", voting, memberships=[member("FRA", "UN")])["silence"] == "not searched"
    assert ask("FRA", voting, memberships=[member("FRA", "OSCE")])["missed_event_id"] == "ballot"


def test_who_speaks_through_an_organisation_is_not_called_absent(ask):
    spells = [member("FRA", "UN"), member("FRA", "EU")]
    row = ask("FRA", voted("GBR"), said("EU", "2020-02-01"), memberships=spells)
    assert (row["voice"], row["silence"], row["missed_event_id"]) == ("borrowed", None, None)
