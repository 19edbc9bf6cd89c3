"""Silence is told apart, case by case; each answer is held against the oracle's too."""

from datetime import date

import pytest

from tests.queries.made import member, said, searched, voted


@pytest.mark.parametrize("kind", ["XKX", "VAT", "ABK"])
def test_silence_is_listed_for_states_of_every_kind_and_authorities(ask, kind):
    assert ask(kind)["silence"] == "not searched"
    assert ask(kind, stances=["support", "oppose", "neutral"])["silence"] == "not searched"


@pytest.mark.parametrize("actor", ["EU", "EP", "SUN"])
def test_silence_of_others_is_not_listed(ask, actor):
    assert ask(actor) is None


def test_silence_with_an_organisation_is_that_of_its_members_on_the_last_day(ask):
    spell = [member("GBR", "EU", "1973-01-01", "2020-01-31")]
    assert ask("GBR", memberships=spell, members_of=["EU"], until=date(2020, 1, 31))["silence"]
    assert ask("GBR", memberships=spell, members_of=["EU"], until=date(2020, 2, 1)) is None


def test_a_search_for_the_issue_makes_silence_a_finding_and_the_latest_is_named(ask):
    twice = searched("FRA", on="2026-10-01"), searched("FRA", on="2026-11-01")
    row = ask("FRA", coverage=[*twice, searched("GBR", on="2026-12-01")])
    assert (row["silence"], row["searched_on"]) == ("no position found", date(2026, 11, 1))
    assert ask("FRA", coverage=[searched("FRA", "votes")])["silence"] == "not searched"


def test_a_search_for_an_event_counts_for_the_issues_on_which_there_are_statements_on_it(ask):
    search = [searched("FRA", None, "war")]
    on_the_war = said("GBR", "2020-12-31", event_id="war")
    assert ask("FRA", coverage=search)["silence"] == "not searched"
    assert ask("FRA", on_the_war, coverage=search)["silence"] == "no position found"
    assert ask("FRA", on_the_war | {"issue_id": "votes"}, coverage=search)["silence"] == "not searched"


def test_a_search_for_an_event_outside_the_range_says_nothing(ask):
    search = [searched("FRA", "integrity", "accord")]
    assert ask("FRA", coverage=search)["silence"] == "not searched"
    touching = {"since": date(1992, 3, 1), "until": date(1992, 12, 31)}
    assert ask("FRA", coverage=search, **touching)["silence"] == "no position found"


def test_an_actor_with_a_position_is_not_called_silent(ask):
    row = ask("FRA", said("FRA", "2020-04-15"), coverage=[searched("FRA")])
    assert (row["silence"], row["searched_on"]) == (None, None)


def test_who_was_founded_after_the_day_did_not_exist_yet(ask):
    founded = {"FRA": ("2020-06-30", None)}
    assert ask("FRA", lives=founded, until=date(2020, 6, 29))["silence"] == "did not exist yet"
    assert ask("FRA", lives=founded, until=date(2020, 6, 30))["silence"] == "not searched"


def test_who_was_dissolved_before_the_day_no_longer_existed(ask):
    dissolved = {"ABK": (None, "2020-06-29")}
    assert ask("ABK", lives=dissolved, until=date(2020, 6, 29))["silence"] == "not searched"
    assert ask("ABK", lives=dissolved, until=date(2020, 6, 30))["silence"] == "no longer existed"


@pytest.mark.parametrize(
    ("founded", "dissolved", "silence"),
    [
        ("2020", None, "not searched"),
        ("2020-06", None, "not searched"),
        ("2020-07", None, "did not exist yet"),
        ("2021", None, "did not exist yet"),
        (None, "2020", "not searched"),
        (None, "2020-06", "not searched"),
        (None, "2020-05", "no longer existed"),
        (None, "2019", "no longer existed"),
        ("1991", "2019-12-31", "no longer existed"),
    ],
)
def test_a_partial_date_never_claims_too_much_of_a_life(ask, founded, dissolved, silence):
    assert ask("FRA", lives={"FRA": (founded, dissolved)}, until=date(2020, 6, 30))["silence"] == silence


def test_february_of_a_leap_year_is_lived_to_its_last_day(ask):
    dissolved = {"FRA": (None, "1992-02")}
    ending = {"since": date(1992, 1, 1), "lives": dissolved}
    assert ask("FRA", **ending, until=date(1992, 2, 29))["silence"] == "not searched"
    assert ask("FRA", **ending, until=date(1992, 3, 1))["silence"] == "no longer existed"


def test_who_spoke_outside_its_recorded_life_has_a_position_all_the_same(ask):
    row = ask("FRA", said("FRA", "2020-04-15"), lives={"FRA": ("2021", None)})
    assert (row["stance"], row["silence"]) == ("support", None)


def test_of_those_who_did_not_exist_no_search_and_no_missed_vote_is_named(ask):
    missing = {"memberships": [member("FRA", "UN")], "coverage": [searched("FRA")], "lives": {"FRA": ("2021", None)}}
    row = ask("FRA", voted("GBR"), **missing)
    named = row["silence"], row["searched_on"], row["sources_searched"], row["missed_event_id"]
    assert named == ("did not exist yet", None, None, None)


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


def test_of_several_searches_on_the_latest_day_the_first_sources_by_text_are_named(ask):
    searches = [
        searched("FRA", on="2026-11-01", sources_searched="press of the day"),
        searched("FRA", on="2026-11-01", event="summit", sources_searched="Own pages"),
        searched("FRA", on="2026-10-01", sources_searched="Archives"),
        searched("FRA", on="2026-11-02", sources_searched="A map", found="press only"),
    ]
    row = ask("FRA", coverage=searches)
    assert (row["searched_on"], row["sources_searched"]) == (date(2026, 11, 1), "Own pages")


def test_a_search_is_named_only_where_it_says_which_silence_it_is(ask):
    hidden = ask("FRA", said("FRA", "2020-04-15"), coverage=[searched("FRA")], kinds=["vote"])
    assert (hidden["silence"], hidden["searched_on"], hidden["sources_searched"]) == (
        "outside these filters",
        None,
        None,
    )
