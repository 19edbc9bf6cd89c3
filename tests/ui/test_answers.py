"""The answer says what the rows say, in words that stay true when a filter hides some."""

from datetime import date

import pytest

from ui import answers
from ui.view import View

VIEW = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], [], [], [], [], "")
ISSUE = {
    "support_answer": "regarded the votes as valid",
    "oppose_answer": "refused to recognise the votes",
    "neutral_answer": "passed no judgement",
}


def held(stance, voice="own", **more):
    row = {"actor_kind": "state", "stance": stance, "voice": voice, "attribution": "press", "is_vote": False}
    return row | {"through": ["EU"] if voice == "borrowed" else []} | more


def answer(*rows, view=VIEW):
    return answers.positions(rows, ISSUE, view)


def test_the_largest_side_comes_first_and_an_empty_one_is_said():
    assert answer(held("oppose"), held("oppose"), held("neutral")) == (
        "By their latest word, 2 states refused to recognise the votes in their own voice; 1 passed no judgement; "
        "none regarded the votes as valid."
    )


def test_borrowed_voices_are_counted_apart():
    said = answer(held("oppose"), held("oppose", "borrowed"), held("oppose", "borrowed"))
    assert "1 state refused to recognise the votes in its own voice, 2 more through EU;" in said
    assert "1 state regarded the votes as valid, through EU;" in answer(held("support", "borrowed"))


def test_names_from_lists_are_no_own_voice_but_votes_are():
    listed = held("oppose", attribution="listed")
    vote = held("oppose", attribution="listed", is_vote=True)
    assert (
        "1 state refused to recognise the votes in its own voice or vote, 1 more is only named in a list as having"
        in answer(listed, vote)
    )
    assert "1 state refused to recognise the votes, by mention in a list only" in answer(listed)


@pytest.mark.parametrize("filters", [{"stances": ["oppose"]}, {"attributions": ["direct"]}, {"kinds": ["vote"]}])
def test_where_a_filter_hides_evidence_no_absence_is_claimed(filters):
    assert "none" not in answer(held("oppose"), view=VIEW.only(**filters))


def test_other_actors_never_count_as_states():
    parliament = held("support", actor_kind="body")
    assert answer(parliament).startswith("No state has a position in this view.")
    assert "Also on record: 1 body." in answer(held("oppose"), parliament)


def test_silence_is_no_position():
    assert answer(held(None)) == "No state has a position in this view."


def test_stances_of_several_issues_are_counted_in_common_words():
    rows = [
        {"stance": "oppose", "stance_label": "Against", "count_statements": 3, "count_direct": 1},
        {"stance": "oppose", "stance_label": "Not recognised", "count_statements": 2, "count_direct": 0},
    ]
    size = {"count_statements": 5, "count_actors": 1}
    assert answers.statements(rows, size) == (
        "1 actor made 5 statements: 5 “Oppose”. 1 of them rests on the actor’s own publication."
    )
    assert answers.statements(rows[1:], size).endswith("None of them rests on the actor’s own publication.")


def counted(day, count, is_certain=True):
    starts = date(2020, 4, day if is_certain else 1)
    ends = date(2020, 4, day)
    return {
        "starts": starts,
        "ends": ends,
        "is_certain": is_certain,
        "stance": "oppose",
        "count_statements": count,
    }


def test_a_month_never_makes_its_last_day_the_busiest():
    assert answers.timeline([counted(1, 3), counted(30, 8, is_certain=False), counted(30, 1)], [], VIEW) == (
        "Most was said on 1 April 2020: 3 of 12 statements. 8 are dated by month or year only, and drawn apart."
    )


def test_a_day_and_an_empty_range_are_said_plainly():
    day = VIEW.only(since=date(2020, 4, 1), until=date(2020, 4, 1))
    assert answers.timeline([counted(1, 3)], [], day) == "3 statements on 1 April 2020."
    assert answers.timeline([], [], VIEW) == "No statement is in view."


def test_a_roll_call_is_told_as_votes():
    assert answer(held("neutral", is_vote=True), held("neutral", is_vote=True), held("oppose", is_vote=True)) == (
        "By their latest vote, 2 states passed no judgement; 1 refused to recognise the votes; "
        "none regarded the votes as valid."
    )


def test_each_side_names_only_the_organisations_that_speak_for_it():
    said = answer(held("oppose", "borrowed"), held("support", "borrowed", through=["OIC"]))
    assert "through EU" in said.split(";")[0]
    assert "OIC" not in said.split(";")[0]
    assert said.split(";")[1].endswith("through OIC.") or "through OIC" in said.split(";")[1]
