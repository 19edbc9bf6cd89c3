"""What is known of the world is what the map shows: checked on the real records, as people wrote them down."""

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from queries import answer
from tests.queries.conftest import EVERYTHING

RECORDS = Path(__file__).parents[2] / "data" / "records"
VOTE = date(2008, 3, 14)
DAY = timedelta(1)


def recorded(table):
    with (RECORDS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def members_on(organisation, day):
    """Full members on a day, for organisations whose dates are all known to the day."""
    rows = [row for row in recorded("memberships") if row["organisation_id"] == organisation and row["joined"]]
    full = [row for row in rows if row["role"] in ("member", "elected member")]
    assert {len(row["joined"]) for row in full} == {10}
    return {row["actor_id"] for row in full if row["joined"] <= str(day) <= (row["left"] or "9999-12-31")}


def map_of(connection, issue, since, until, **asked):
    """The rows of the map, by actor."""
    question = EVERYTHING | {"issue_id": issue, "since": since, "until": until, "through": None} | asked
    return {row["actor_id"]: row for row in answer(connection, "positions_as_of", question).to_pylist()}


@pytest.fixture(scope="module")
def roll_call(real):
    """The map of resolution 62/243 on the day of the vote."""
    return map_of(real, "unga-62-243", VOTE, VOTE)


def test_the_map_of_the_roll_call_shows_39_in_favour_7_against_and_100_abstentions(roll_call):
    states = [row for row in roll_call.values() if row["actor_kind"] == "state"]
    stances = Counter(row["stance"] for row in states if row["stance"])
    assert stances == {"support": 39, "oppose": 7, "neutral": 100}
    assert {row["voice"] for row in states if row["stance"]} == {"own"}


def test_the_46_members_that_took_no_part_are_named(roll_call):
    absent = {actor for actor, row in roll_call.items() if row["silence"] == "took no part in the vote"}
    votes = [row for row in recorded("statements") if row["issue_id"] == "unga-62-243" and row["kind"] == "vote"]
    assert absent == members_on("UN", VOTE) - {row["actor_id"] for row in votes}
    assert len(absent) == 46
    assert {"IRN", "TJK"} <= absent
    assert {roll_call[actor]["missed_event_id"] for actor in absent} == {"unga-62-243"}


def test_who_was_not_called_did_not_miss_the_vote(roll_call):
    assert {roll_call[actor]["silence"] for actor in ("VAT", "PSE", "XKX", "TWN", "ABK")} == {"not searched"}
    assert roll_call["SSD"]["silence"] == "did not exist yet"


def test_no_filter_turns_voters_into_absentees_or_absentees_into_voters(real, roll_call):
    for asked in ({"voices": ["list"]}, {"kinds": ["speech"]}, {"attributions": ["direct"]}, {"un_members_only": True}):
        told = map_of(real, "unga-62-243", VOTE, VOTE, **asked)
        for actor, row in told.items():
            missed = roll_call[actor]["missed_event_id"]
            assert row["missed_event_id"] == missed


def test_under_the_rule_for_un_members_the_map_of_the_roll_call_is_that_of_the_192_members(real):
    assert set(map_of(real, "unga-62-243", VOTE, VOTE, un_members_only=True)) == members_on("UN", VOTE)
    assert len(members_on("UN", VOTE)) == 192


LEFT = pytest.mark.parametrize(
    ("state", "organisation", "last_day", "issue", "since", "before", "spoken_after", "after"),
    [
        (
            "GBR",
            "EU",
            date(2020, 1, 31),
            "ceasefire-respect",
            date(2016, 4, 1),
            "2016-04-02-eu-ceasefire-respect",
            date(2020, 7, 13),
            "2020-07-13-eu-ceasefire-respect",
        ),
        (
            "RUS",
            "COE",
            date(2022, 3, 16),
            "nk-votes-valid",
            date(2020, 4, 11),
            "2020-04-20-coe-nk-votes-valid",
            date(2023, 9, 30),
            "2023-09-coe-nk-votes-valid",
        ),
    ],
    ids=["the United Kingdom and the EU", "Russia and the Council of Europe"],
)


def borrowers(rows):
    return {actor for actor, row in rows.items() if row["voice"] == "borrowed"}


def speakers(rows):
    return {actor for actor, row in rows.items() if row["voice"] == "own"}


@LEFT
def test_until_its_last_day_as_a_member_a_state_borrows_the_voice(
    real, state, organisation, last_day, issue, since, before, spoken_after, after
):
    rows = map_of(real, issue, since, last_day, through=[organisation])
    assert borrowers(rows) == members_on(organisation, last_day) - speakers(rows)
    assert (rows[state]["voice"], rows[state]["through"]) == ("borrowed", [organisation])
    assert rows[state]["statement_ids"] == [before]


@LEFT
def test_what_is_said_after_the_exit_colours_all_who_stayed_and_not_who_left(
    real, state, organisation, last_day, issue, since, before, spoken_after, after
):
    rows = map_of(real, issue, last_day + DAY, spoken_after, through=[organisation])
    assert borrowers(rows) == members_on(organisation, spoken_after) - speakers(rows)
    assert len(borrowers(rows)) > 20
    assert state in members_on(organisation, last_day)
    assert (rows[state]["voice"], rows[state]["stance"]) == (None, None)


@LEFT
def test_after_the_exit_a_state_keeps_what_was_said_while_it_was_a_member(
    real, state, organisation, last_day, issue, since, before, spoken_after, after
):
    rows = map_of(real, issue, since, spoken_after, through=[organisation])
    assert rows[state]["statement_ids"] == [before]
    others = borrowers(rows) - {state}
    assert others == members_on(organisation, spoken_after) - speakers(rows)
    assert {tuple(rows[actor]["statement_ids"]) for actor in others} == {(after,)}


def silences_of(connection, actor, since, until):
    """How an actor is silent on each issue on which it is."""
    asked = {key: value for key, value in EVERYTHING.items() if key != "issue_id"}
    question = asked | {"actors": [actor], "since": since, "until": until, "through": None}
    rows = answer(connection, "positions_on_every_issue", question).to_pylist()
    return {row["issue_id"]: row["silence"] for row in rows}


@pytest.mark.parametrize(
    ("actor", "first_day"), [("SSD", date(2011, 7, 9)), ("MNE", date(2006, 6, 3)), ("XKX", date(2008, 2, 17))]
)
def test_before_their_founding_states_did_not_exist_yet(real, real_oracle, actor, first_day):
    told = silences_of(real, actor, None, first_day - DAY)
    assert told == dict.fromkeys(real_oracle.issues, "did not exist yet")
    assert "did not exist yet" not in silences_of(real, actor, None, first_day).values()


def test_after_their_dissolution_the_authorities_of_nagorno_karabakh_no_longer_existed(real, real_oracle):
    last_day = date(2024, 1, 1)
    assert "no longer existed" not in silences_of(real, "NKR", last_day, last_day).values()
    for later in (last_day + DAY, date(2025, 8, 8)):
        told = silences_of(real, "NKR", last_day + DAY, later)
        assert told == dict.fromkeys(real_oracle.issues, "no longer existed")
