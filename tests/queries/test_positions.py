"""Positions follow the rule, case by case; each answer is held against the oracle's too."""

from datetime import date

import pytest

from tests.queries.made import DAYS, member, said


def test_two_stances_on_the_latest_day_are_contested(ask):
    both = said("FRA", "2020-04-15"), said("FRA", "2020-04-15", "oppose")
    row = ask("FRA", said("FRA", "2020-04-14", "neutral"), *both)
    assert (row["stance"], row["statement_ids"]) == ("contested", ["s01", "s02"])


def test_two_statements_that_agree_on_the_latest_day_are_one_position_with_the_strongest_attribution(ask):
    twice = said("FRA", "2020-04-15", evidence=[("listed", "source-a")]), said("FRA", "2020-04-15")
    row = ask("FRA", *twice)
    assert (row["stance"], row["attribution"], row["through"]) == ("support", "direct", None)
    assert (row["counts_on"], row["date_label"]) == (date(2020, 4, 15), "15 April 2020")


def test_an_earlier_stance_does_not_contest_a_later_one(ask):
    row = ask("FRA", said("FRA", "2020-04-15", "oppose"), said("FRA", "2020-04-14"))
    assert (row["stance"], row["statement_ids"]) == ("oppose", ["s00"])


def test_the_united_kingdom_does_not_borrow_what_the_eu_says_after_its_exit(ask):
    spell = [member("GBR", "EU", "1973-01-01", "2020-01-31")]
    assert ask("GBR", said("EU", "2020-02-01"), memberships=spell)["stance"] is None
    row = ask("GBR", said("EU", "2020-01-31"), said("EU", "2020-02-01", "oppose"), memberships=spell)
    assert (row["stance"], row["voice"], row["through"]) == ("support", "borrowed", ["EU"])
    assert row["statement_ids"] == ["s00"]


def test_a_statement_known_to_the_month_is_not_heard_before_the_end_of_the_month(ask):
    in_april = said("FRA", "2020-04-10", precision="month")
    assert ask("FRA", in_april, until=date(2020, 4, 29))["stance"] is None
    assert ask("FRA", in_april, until=date(2020, 4, 30))["date_label"] == "April 2020"


def test_february_ends_on_the_29th_in_a_leap_year(ask):
    in_february = said("FRA", "1992-02-01", precision="month")
    range_ending = {"since": date(1992, 1, 1)}
    assert ask("FRA", in_february, **range_ending, until=date(1992, 2, 28))["stance"] is None
    assert ask("FRA", in_february, **range_ending, until=date(1992, 2, 29))["counts_on"] == date(1992, 2, 29)


def test_a_statement_known_to_the_year_counts_from_its_last_day_and_decides_over_an_earlier_one(ask):
    in_the_year = said("FRA", "2020-02-02", precision="year")
    row = ask("FRA", in_the_year, said("FRA", "2020-12-30", "oppose"), until=date(2020, 12, 31))
    assert (row["stance"], row["date_label"]) == ("support", "2020")


def test_a_membership_is_that_of_the_day_from_which_the_statement_counts(ask):
    spell = [member("FRA", "EU", "2020-04-20")]
    row = ask("FRA", said("EU", "2020-04-01", precision="month"), memberships=spell)
    assert row["voice"] == "borrowed"


def test_first_and_last_day_of_a_membership_are_within_it(ask):
    spell = [member("FRA", "EU", "2020-04-10", "2020-04-20")]
    heard = [ask("FRA", said("EU", f"2020-04-{day}"), memberships=spell)["voice"] for day in ("09", 10, 20, 21)]
    assert heard == [None, "borrowed", "borrowed", None]


@pytest.mark.parametrize("role", ["observer", "partner", "co-chair"])
def test_those_who_are_no_full_members_borrow_nothing(ask, role):
    assert ask("FRA", said("OSCE", "2020-04-15"), memberships=[member("FRA", "OSCE", role=role)])["voice"] is None


def test_an_elected_member_borrows_the_voice(ask):
    spell = [member("FRA", "OSCE", role="elected member")]
    assert ask("FRA", said("OSCE", "2020-04-15"), memberships=spell)["voice"] == "borrowed"


def test_a_member_since_an_unknown_day_borrows_nothing(ask):
    assert ask("FRA", said("EU", "2020-04-15"), memberships=[member("FRA", "EU", None)])["voice"] is None


def test_a_partial_date_never_claims_too_much_membership(ask):
    spell = [member("FRA", "EU", "2020-03", "2020-05")]
    heard = [ask("FRA", said("EU", day), memberships=spell)["voice"] for day in map(str, DAYS[7:10])]
    assert heard == ["borrowed", "borrowed", "borrowed"]
    assert ask("FRA", said("EU", "2020-03-30"), memberships=spell)["voice"] is None
    assert ask("FRA", said("EU", "2020-05-02"), memberships=spell)["voice"] is None


def test_a_gap_between_two_memberships_is_no_membership_and_touching_ones_lend_once(ask):
    spells = [member("FRA", "EU", "2020-01-01", "2020-02-01"), member("FRA", "EU", "2020-04-15", "2020-04-20")]
    touching = member("FRA", "EU", "2020-04-20")
    assert ask("FRA", said("EU", "2020-03-01"), memberships=spells)["voice"] is None
    row = ask("FRA", said("EU", "2020-04-20"), memberships=[*spells, touching])
    assert (row["statement_ids"], row["through"]) == (["s00"], ["EU"])


def test_an_own_statement_beats_a_later_borrowed_one(ask):
    spoken = said("FRA", "2020-02-01", "oppose"), said("EU", "2020-04-15")
    row = ask("FRA", *spoken, memberships=[member("FRA", "EU")])
    assert (row["stance"], row["voice"], row["statement_ids"]) == ("oppose", "own", ["s00"])


def test_an_own_statement_before_the_range_leaves_the_borrowed_one(ask):
    spoken = said("FRA", "2019-12-31", "oppose"), said("EU", "2020-04-15")
    assert ask("FRA", *spoken, memberships=[member("FRA", "EU")])["voice"] == "borrowed"


def test_two_organisations_that_differ_are_contested_even_on_different_days(ask):
    spells = [member("FRA", "EU"), member("FRA", "OSCE")]
    row = ask("FRA", said("EU", "2020-02-01"), said("OSCE", "2020-04-15", "oppose"), memberships=spells)
    assert (row["stance"], row["through"], row["statement_ids"]) == ("contested", ["EU", "OSCE"], ["s00", "s01"])
    assert row["counts_on"] == date(2020, 4, 15)


def test_each_organisation_speaks_with_its_latest_statement_only(ask):
    spells = [member("FRA", "EU"), member("FRA", "OSCE")]
    changed = said("EU", "2020-02-01", "oppose"), said("EU", "2020-02-02"), said("OSCE", "2020-04-15")
    row = ask("FRA", *changed, memberships=spells)
    assert (row["stance"], row["statement_ids"]) == ("support", ["s01", "s02"])


def test_only_the_organisations_that_the_reader_turned_on_lend_their_voice(ask):
    spells = [member("FRA", "EU"), member("FRA", "OSCE")]
    spoken = said("EU", "2020-02-01"), said("OSCE", "2020-04-15", "oppose")
    assert ask("FRA", *spoken, memberships=spells, through=["EU"])["stance"] == "support"
    assert ask("FRA", *spoken, memberships=spells, through=[])["stance"] is None


def test_an_actor_filter_does_not_silence_the_organisation_that_lends(ask):
    row = ask("FRA", said("EU", "2020-02-01"), memberships=[member("FRA", "EU")], actors=["FRA"])
    assert row["voice"] == "borrowed"


def test_a_stance_filter_chooses_among_positions_and_does_not_bring_back_older_ones(ask):
    changed = said("FRA", "2020-02-01"), said("FRA", "2020-04-15", "oppose")
    hidden = ask("FRA", *changed, stances=["support"])
    assert (hidden["stance"], hidden["silence"]) == (None, "outside these filters")
    assert ask("FRA", *changed, stances=["oppose"])["stance"] == "oppose"


def test_a_contested_position_is_shown_with_either_stance(ask):
    both = said("FRA", "2020-04-15"), said("FRA", "2020-04-15", "oppose")
    assert ask("FRA", *both, stances=["support"])["stance"] == "contested"
    assert ask("FRA", *both, stances=["oppose"])["stance"] == "contested"
    assert ask("FRA", *both, stances=["neutral"])["silence"] == "outside these filters"


def test_attribution_and_source_must_hold_on_the_same_evidence(ask):
    mixed = said("FRA", "2020-04-15", evidence=[("direct", "source-a"), ("listed", "source-b")])
    assert ask("FRA", mixed, attributions=["direct"], source_id="source-b")["stance"] is None
    assert ask("FRA", mixed, source_id="source-b")["attribution"] == "listed"
    assert ask("FRA", mixed)["attribution"] == "direct"


def test_members_of_asks_for_membership_on_the_day_of_the_statement(ask):
    spell = [member("GBR", "EU", "1973-01-01", "2020-01-31")]
    spoken = said("GBR", "2020-01-31"), said("GBR", "2020-02-01", "oppose")
    assert ask("GBR", *spoken, memberships=spell, members_of=["EU"])["stance"] == "support"
    assert ask("GBR", spoken[1], memberships=spell, members_of=["EU"]) is None


def test_members_of_asks_the_borrower_on_the_day_on_which_the_organisation_spoke(ask):
    spells = [member("GBR", "EU", "1973-01-01", "2020-01-31"), member("GBR", "OSCE")]
    before, after = said("OSCE", "2020-01-31"), said("OSCE", "2020-02-01", "oppose")
    assert ask("GBR", before, after, memberships=spells, members_of=["EU"])["statement_ids"] == ["s00"]


def test_a_filter_that_hides_an_actors_words_puts_no_others_in_its_mouth(ask):
    spells = [member("FRA", "EU")]
    spoken = (
        said("FRA", "2020-02-01", evidence=[("press", "source-a")]),
        said("EU", "2020-03-01", "oppose", evidence=[("direct", "source-b")]),
    )
    hidden = ask("FRA", *spoken, memberships=spells, through=["EU"], attributions=["direct"])
    assert (hidden["stance"], hidden["silence"]) == (None, "outside these filters")


def test_a_vote_is_told_from_a_mention_in_a_list(ask):
    listed = {"evidence": [("listed", "source-a")]}
    assert ask("FRA", said("FRA", "2020-02-01", kind="vote", **listed))["is_vote"] is True
    assert ask("FRA", said("FRA", "2020-02-01", **listed))["is_vote"] is False


def test_an_empty_range_holds_no_position(ask):
    row = ask("FRA", said("FRA", "2020-04-15"), since=date(2020, 4, 16), until=date(2020, 4, 14))
    assert row["stance"] is None
