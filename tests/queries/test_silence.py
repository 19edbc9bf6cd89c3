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
