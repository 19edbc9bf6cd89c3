"""In whose voice an actor has been heard: its own words, votes and mentions, and what its organisations said."""

from collections import Counter
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.actors_oracle import voices
from tests.queries.drawn import collections
from tests.queries.drawn_talk import long_talks
from tests.queries.filled import fill
from tests.queries.made import SOURCES, member, said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle

VOICES = ("statement", "vote", "list", "borrowed")


def voices_in(connection, actor_id):
    return answer(connection, "voices_of_actor", {"actor_id": actor_id}).to_pylist()


def counted(rows):
    """How many statements were heard in each voice, on every issue."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row["voice"]] += row["count_support"] + row["count_oppose"] + row["count_neutral"]
    return counts


def test_voices_of_actors_of_the_real_records_are_those_of_the_rule(real):
    draw, oracle = Random(20), recorded_oracle()
    # Besides any: states that left organisations, elected members, an organisation, a body, an authority, a group.
    chosen = {"GBR", "RUS", "AZE", "ARM", "FRA", "IRN", "ZAF", "EU", "OTS", "FRA-SENATE", "NKR", "VAT", "MINSK-GROUP"}
    chosen |= {*draw.sample(sorted(oracle.actors), 27)}
    seen: Counter[str] = Counter()
    for actor_id in sorted(chosen):
        rows = voices_in(real, actor_id)
        assert in_any_order(rows) == in_any_order(voices(oracle, actor_id)), actor_id
        assert in_order(rows, "issue_title", "voice")
        counts = counted(rows)
        seen.update(counts.keys())
        own = sum(row["actor_id"] == actor_id for row in oracle.statements)
        assert counts["statement"] + counts["vote"] + counts["list"] == own
    assert {voice: seen[voice] for voice in VOICES if seen[voice] < 4} == {}


def test_voices_on_drawn_collections_are_those_of_the_rule(scratch):
    seen: Counter[str] = Counter()

    @given(collections | long_talks | long_talks, st.sampled_from(["FRA", "FRA", "GBR", "XKX", "EU"]))
    @settings(max_examples=40, derandomize=True)
    def each_drawn(made, actor_id):
        fill(scratch, made)
        rows = voices_in(scratch, actor_id)
        assert in_any_order(rows) == in_any_order(voices(Oracle(made), actor_id))
        seen.update(counted(rows).keys())

    each_drawn()
    assert {voice: seen[voice] for voice in VOICES if seen[voice] < 2} == {}


def test_russia_is_not_heard_through_the_council_of_europe_after_its_exclusion(real):
    # Russia was a member from 28 February 1996 to 16 March 2022; data/records/memberships.csv.
    (row,) = [
        row for row in voices_in(real, "RUS") if row["organisation_id"] == "COE" and row["issue_id"] == "nk-votes-valid"
    ]
    spoken = [
        said["counts_on"]
        for said in recorded_oracle().on_issue["nk-votes-valid"]
        if said["actor_id"] == "COE" and date(1996, 2, 28) <= said["counts_on"] <= date(2022, 3, 16)
    ]
    assert (row["first_date"], row["last_date"]) == (min(spoken), max(spoken))
    assert row["count_support"] + row["count_oppose"] + row["count_neutral"] == len(spoken)
    assert date(2020, 4, 20) in spoken
    assert any(said["counts_on"] == date(2023, 9, 30) for said in recorded_oracle().on_issue["nk-votes-valid"])


def test_an_organisation_is_heard_from_the_first_day_of_a_membership_to_its_last(scratch):
    days = ("2019-12-31", "2020-01-01", "2020-01-31", "2020-02-29", "2020-12-31", "2021-01-03", "2021-01-04")
    spells = (
        member("GBR", "EU", "2020-01-01", "2020-01-31"),
        # Known to the year only: from its end to the beginning of the year of leaving, here on the same day as before.
        member("GBR", "EU", "2020", "2021-01-03"),
        member("GBR", "OSCE", role="observer"),
        member("GBR", "UN", None),
    )
    spoken = [said(lender, day) for lender in ("EU", "OSCE", "UN") for day in days]
    fill(scratch, tables(spoken, spells))
    (row,) = voices_in(scratch, "GBR")
    assert (row["voice"], row["organisation_id"], row["organisation_name"]) == ("borrowed", "EU", "Name E")
    assert (row["count_support"], row["first_date"], row["last_date"]) == (4, date(2020, 1, 1), date(2021, 1, 3))


def test_words_known_to_the_month_are_lent_to_the_members_of_its_last_day(scratch):
    spells = member("GBR", "EU", "1973-01-01", "2020-01-15"), member("FRA", "EU", "2020-01-15")
    fill(scratch, tables([said("EU", "2020-01-01", precision="month")], spells))
    assert voices_in(scratch, "GBR") == []
    assert counted(voices_in(scratch, "FRA")) == {"borrowed": 1}


def test_two_spells_that_overlap_lend_a_voice_once(scratch):
    spells = member("FRA", "EU"), member("FRA", "EU", "2019-12-31", role="elected member")
    fill(scratch, tables([said("EU", "2020-04-15", "oppose")], spells))
    (row,) = voices_in(scratch, "FRA")
    assert (row["count_support"], row["count_oppose"], row["count_neutral"]) == (0, 1, 0)


def test_a_vote_is_a_vote_though_its_record_is_a_list_and_a_mention_beside_a_report_is_a_statement(scratch):
    listed, reported = ("listed", SOURCES[0]), ("press", SOURCES[1])
    spoken = (
        said("FRA", "2020-04-15", kind="vote", evidence=[listed]),
        said("FRA", "2020-04-15", evidence=[listed]),
        said("FRA", "2020-04-15", evidence=[listed, reported]),
    )
    fill(scratch, tables(spoken))
    assert counted(voices_in(scratch, "FRA")) == {"statement": 1, "vote": 1, "list": 1}
    assert {row["organisation_id"] for row in voices_in(scratch, "FRA")} == {None}
