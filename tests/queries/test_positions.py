"""Positions, row for row, are those of the rule: on drawn collections, on the real one, and case by case."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from queries import answer
from tests.queries.drawn import collections, position_filters
from tests.queries.made import DAYS, fill, member, said, searched, tables
from tests.queries.oracle import Oracle, last_day, member_from, member_until
from tests.queries.positions_oracle import positions

EVERYTHING = dict.fromkeys(("actors", "members_of", "stances", "kinds", "attributions", "source_id"))
SPRING = EVERYTHING | {"since": date(2020, 1, 1), "until": date(2020, 6, 30), "issue_id": "integrity"}


def positions_in(connection, asked):
    return answer(connection, "positions_as_of", asked).to_pylist()


@given(collections, position_filters)
@settings(max_examples=220, deadline=None)
def test_drawn_positions_are_those_of_the_rule(scratch, made, asked):
    fill(scratch, made)
    assert positions_in(scratch, asked) == positions(Oracle(made), asked)


def any_question(draw, oracle):
    """A question as a reader could put it, on names that exist; ranges may be empty."""
    tables = oracle.tables
    statements = tables["statements"]
    lenders = sorted({row["organisation_id"] for row in tables["memberships"]})
    start, end = (draw.choice(statements)["counts_on"] for _ in range(2))

    def some(values, count):
        return draw.sample(values, draw.randint(1, min(count, len(values))))

    def rarely(value):
        return value if draw.random() < 0.2 else None

    return {
        "since": draw.choice([None, min(start, end), start]),
        "until": draw.choice([max(start, end), end, end.replace(day=1)]),
        "issue_id": draw.choice(statements)["issue_id"],
        "actors": rarely(some(sorted(oracle.actors), 40)),
        "members_of": rarely(some(lenders, 3)),
        "stances": rarely(some(["support", "oppose", "neutral"], 2)),
        "kinds": rarely(some(sorted({row["kind"] for row in statements}), 4)),
        "attributions": rarely(some(["direct", "press", "listed"], 2)),
        "source_id": draw.choice(tables["evidence"])["source_id"] if draw.random() < 0.05 else None,
        "through": draw.choice([None, ["EU"], some(lenders, 6), lenders]),
    }


def test_positions_on_the_real_records_are_those_of_the_rule(real, real_oracle):
    draw = Random(2020)
    seen: dict[str, set[str | None]] = {"voice": set(), "stance": set(), "silence": set()}
    for _ in range(200):
        asked = any_question(draw, real_oracle)
        rows = positions_in(real, asked)
        assert rows == positions(real_oracle, asked), asked
        for column, values in seen.items():
            values.update(row[column] for row in rows)
    assert seen == {
        "voice": {None, "own", "borrowed"},
        "stance": {None, "support", "oppose", "neutral", "contested"},
        "silence": {None, "no position found", "not searched", "outside these filters"},
    }


def test_the_built_tables_derive_dates_and_memberships_as_the_rule_says(real_oracle):
    for row in real_oracle.tables["memberships"]:
        assert row["is_full"] == (row["role"] in ("member", "elected member"))
        assert row["member_from"] == member_from(row["joined"])
        assert row["member_until"] == member_until(row["left"])
    joinable = sorted({organisation for _, organisation in real_oracle.spells})
    for row in real_oracle.tables["statements"]:
        assert row["counts_on"] == last_day(row["date"], row["date_precision"])
        expected = [x for x in joinable if real_oracle.is_member(row["actor_id"], x, row["counts_on"])]
        assert row["organisations"] == expected


@pytest.fixture
def ask(scratch):
    """Fill the collection and ask about one actor: what the rows say of it, and no other."""

    def position_of(actor, *statements, memberships=(), coverage=(), through=("EU", "OSCE"), **asked):
        made = tables(statements, memberships, coverage)
        fill(scratch, made)
        question = SPRING | {"through": list(through), "actors": [actor]} | asked
        rows = positions_in(scratch, question)
        assert rows == positions(Oracle(made), question)
        return rows[0] if rows else None

    return position_of


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


@pytest.mark.parametrize("kind", ["XKX", "VAT", "ABK"])
def test_silence_is_listed_for_states_of_every_kind_and_authorities(ask, kind):
    assert ask(kind)["silence"] == "not searched"
    assert ask(kind, stances=["support", "oppose", "neutral"])["silence"] == "not searched"


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


def test_an_empty_range_holds_no_position(ask):
    row = ask("FRA", said("FRA", "2020-04-15"), since=date(2020, 4, 16), until=date(2020, 4, 14))
    assert row["stance"] is None
