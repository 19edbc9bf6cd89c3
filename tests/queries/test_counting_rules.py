"""Who counts is what the reader chose, case by case; each answer is held against the oracle's too."""

from datetime import date

import pytest

from tests.queries.made import member, said, voted

LISTED = [("listed", "source-a")]
EU_MEMBER = [member("FRA", "EU")]


def test_a_voice_that_is_switched_off_leaves_the_latest_of_the_rest(ask):
    spoken = (
        said("FRA", "2020-02-01"),
        voted("FRA", stance="oppose"),
        said("FRA", "2020-04-15", "neutral", evidence=LISTED),
    )
    assert ask("FRA", *spoken)["statement_ids"] == ["s02"]
    assert ask("FRA", *spoken, voices=["statement", "vote"])["stance"] == "oppose"
    assert ask("FRA", *spoken, voices=["statement"])["stance"] == "support"
    assert ask("FRA", *spoken, voices=["list"])["stance"] == "neutral"


def test_a_list_is_a_statement_for_which_a_mention_in_a_list_is_the_strongest_evidence(ask):
    both = said("FRA", "2020-04-15", evidence=[("listed", "source-a"), ("press", "source-b")])
    assert ask("FRA", both, voices=["statement"])["stance"] == "support"
    assert ask("FRA", both, voices=["list"])["stance"] is None


def test_it_is_the_evidence_in_view_that_makes_a_list(ask):
    both = said("FRA", "2020-04-15", evidence=[("listed", "source-a"), ("press", "source-b")])
    assert ask("FRA", both, voices=["list"], attributions=["listed"])["stance"] == "support"
    assert ask("FRA", both, voices=["statement"], source_id="source-a")["silence"] == "outside these filters"


def test_a_vote_is_a_vote_although_its_record_is_a_list(ask):
    vote = voted("FRA", evidence=LISTED)
    assert ask("FRA", vote, voices=["vote"])["is_vote"] is True
    assert ask("FRA", vote, voices=["list", "statement"])["silence"] == "outside these filters"


def test_with_every_voice_off_nobody_has_a_position_and_who_spoke_is_outside(ask):
    assert ask("FRA", said("FRA", "2020-04-15"), voices=[])["silence"] == "outside these filters"
    assert ask("FRA", said("EU", "2020-04-15"), memberships=EU_MEMBER, voices=[])["silence"] == "not searched"


def test_a_voice_that_is_switched_off_puts_no_others_in_the_actors_mouth(ask):
    spoken = said("FRA", "2020-02-01", evidence=LISTED), said("EU", "2020-03-01", "oppose")
    row = ask("FRA", *spoken, memberships=EU_MEMBER, voices=["statement"])
    assert (row["stance"], row["silence"]) == (None, "outside these filters")


def test_an_organisation_lends_the_latest_of_what_is_switched_on(ask):
    spoken = said("EU", "2020-02-01"), said("EU", "2020-03-01", "oppose", evidence=LISTED)
    assert ask("FRA", *spoken, memberships=EU_MEMBER)["stance"] == "oppose"
    row = ask("FRA", *spoken, memberships=EU_MEMBER, voices=["statement"])
    assert (row["stance"], row["voice"], row["statement_ids"]) == ("support", "borrowed", ["s00"])


def test_on_the_latest_day_only_the_voices_that_are_on_can_contest(ask):
    spoken = said("FRA", "2020-03-31"), voted("FRA", stance="oppose")
    assert ask("FRA", *spoken)["stance"] == "contested"
    assert ask("FRA", *spoken, voices=["vote"])["stance"] == "oppose"


def test_among_un_members_only_what_a_member_said_counts(ask):
    spell = [member("FRA", "UN", "2020-03-01", "2020-04-15")]
    days = [f"2020-{day}" for day in ("02-29", "03-01", "04-15", "04-16")]
    asked = {"memberships": spell, "un_members_only": True, "until": date(2020, 4, 15)}
    assert ask("FRA", said("FRA", days[0], "oppose"), **asked)["silence"] == "outside these filters"
    assert ask("FRA", said("FRA", days[0], "oppose"), said("FRA", days[1]), **asked)["stance"] == "support"
    assert ask("FRA", said("FRA", days[2]), **asked)["stance"] == "support"
    later = asked | {"until": date(2020, 6, 30)}
    assert ask("FRA", said("FRA", days[2]), said("FRA", days[3], "oppose"), **later)["stance"] == "support"


def test_a_borrower_must_be_a_un_member_on_the_day_on_which_the_organisation_spoke(ask):
    spells = [*EU_MEMBER, member("FRA", "UN", "2020-03-01")]
    spoken = said("EU", "2020-02-29"), said("EU", "2020-03-01", "oppose")
    assert ask("FRA", spoken[0], memberships=spells, un_members_only=True)["silence"] == "not searched"
    assert ask("FRA", *spoken, memberships=spells, un_members_only=True)["statement_ids"] == ["s01"]
    assert ask("FRA", spoken[0], memberships=spells, un_members_only=False)["statement_ids"] == ["s00"]


def test_the_organisation_that_lends_need_not_be_a_un_member(ask):
    spells = [*EU_MEMBER, member("FRA", "UN")]
    row = ask("FRA", said("EU", "2020-02-01"), memberships=spells, un_members_only=True)
    assert (row["voice"], row["through"]) == ("borrowed", ["EU"])


def test_silence_among_un_members_is_that_of_the_members_on_the_last_day(ask):
    spell = [member("FRA", "UN", "2020-03-01")]
    assert ask("FRA", memberships=spell, un_members_only=True, until=date(2020, 3, 1))["silence"] == "not searched"
    assert ask("FRA", memberships=spell, un_members_only=True, until=date(2020, 2, 29)) is None
    assert ask("FRA", memberships=spell, un_members_only=False, until=date(2020, 2, 29))["silence"] == "not searched"


@pytest.mark.parametrize("spells", [[], [member("XKX", "UN", role="observer")], [member("XKX", "UN", None)]])
def test_who_is_no_full_member_has_no_row_under_the_rule_whatever_it_said(ask, spells):
    assert ask("XKX", said("XKX", "2020-04-15"), memberships=spells, un_members_only=True) is None
    assert ask("XKX", said("XKX", "2020-04-15"), memberships=spells, un_members_only=None)["stance"] == "support"


def test_organisations_are_no_un_members(ask):
    assert ask("EU", said("EU", "2020-04-15"))["stance"] == "support"
    assert ask("EU", said("EU", "2020-04-15"), un_members_only=True) is None


def test_a_filter_for_members_and_the_rule_must_hold_on_the_same_day(ask):
    spells = [member("FRA", "UN", "2020-03-01"), member("FRA", "EU", "1990", "2020-03-15")]
    asked = {"memberships": spells, "un_members_only": True, "members_of": ["EU"], "until": date(2020, 3, 15)}
    spoken = [said("FRA", f"2020-{day}", stance) for day, stance in (("02-01", "support"), ("03-10", "oppose"))]
    assert ask("FRA", *spoken, **asked)["statement_ids"] == ["s01"]
    assert ask("FRA", spoken[0], **asked)["silence"] == "outside these filters"
