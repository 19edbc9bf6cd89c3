"""How an actor stood over time: the drawing says what held on each day, who said it, and what changed."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.stances import FRAME, drawn, lane, member, said

DAYS = [FRAME.since + timedelta(at) for at in range((FRAME.until - FRAME.since).days + 1)]
HOSTILE = ["<img src=x onerror=alert(1)>", "\u202eturned", "word " * 200, "W" * 600, "a\nb\tc"]
# Few of them, so that statements meet on a day; some begin before the axis or count from after its end.
KNOWN = [
    "1999-03",
    "2000-01-01",
    "2001",
    "2001-03",
    "2001-03-31",
    "2001-12-31",
    "2004-03-01",
    "2009-12-31",
    "2009-12",
    "2010",
]
statements = st.lists(
    st.builds(said, st.sampled_from(KNOWN), st.sampled_from(["support", "neutral", "oppose"])),
    max_size=9,
    unique_by=lambda row: row["statement_id"],
)


def on(day, steps):
    """The step that covers a day, as stance and levels."""
    iso = day.isoformat()
    found = [step for step in steps if step["day"] <= iso and (step["until"] is None or iso <= step["until"])]
    assert len(found) <= 1, found
    return (found[0]["stance"], found[0]["levels"]) if found else None


def by_the_rule(day, rows):
    """The same by the rule of positions: the stances of the latest day from which anything counts."""
    counted = [row for row in rows if row["counts_on"] <= day]
    latest = max((row["counts_on"] for row in counted), default=None)
    stances = [
        stance
        for stance in ("support", "neutral", "oppose")
        if any(row["stance"] == stance and row["counts_on"] == latest for row in counted)
    ]
    return ("contested" if len(stances) > 1 else stances[0], stances) if stances else None


@given(statements)
def test_on_every_day_the_line_is_where_the_rule_puts_it(rows):
    [found] = drawn(lane(*rows))["lanes"]
    # Between these days nothing can change.
    edges = {row["counts_on"] + timedelta(at) for row in rows for at in (-1, 0, 1)} | {FRAME.since, FRAME.until}
    for day in sorted(edges & set(DAYS)):
        assert on(day, found["steps"]) == by_the_rule(day, rows), day
    assert all(FRAME.since.isoformat() <= step["day"] <= FRAME.until.isoformat() for step in found["steps"])


@given(statements)
def test_every_statement_on_the_axis_is_a_point_in_the_order_of_time(rows):
    [found] = drawn(lane(*rows))["lanes"]
    seen = [row for row in rows if row["counts_on"] >= FRAME.since and row["date"] <= FRAME.until]
    assert {point["id"] for point in found["points"]} == {row["statement_id"] for row in seen}
    assert [point["ends"] for point in found["points"]] == sorted(row["counts_on"].isoformat() for row in seen)
    levels = [level["stance"] for level in found["levels"]]
    assert {point["stance"] for point in found["points"]} <= set(levels)


@given(statements)
def test_a_change_is_where_the_line_leaves_its_level(rows):
    [found] = drawn(lane(*rows))["lanes"]
    moves = []
    # Nothing can change on any other day.
    for after in sorted({row["counts_on"] for row in rows} & set(DAYS[1:])):
        old, new = by_the_rule(after - timedelta(1), rows), by_the_rule(after, rows)
        if old and new and old[0] != new[0]:
            moves.append((after.isoformat(), old[1], new[1]))
    told = [(change["day"], change["from_levels"], change["to_levels"]) for change in found["changes"]]
    assert [change for change in told if change[0] > FRAME.since.isoformat()] == moves


def test_what_is_dated_by_month_is_a_period_that_ends_at_its_point_and_says_so():
    [found] = drawn(lane(said("2003-05", "support")))["lanes"]
    [point] = found["points"]
    assert (point["starts"], point["ends"]) == ("2003-05-01", "2003-05-31")
    assert point["lines"][0] == "May 2003: Recognised"
    assert "Dated by month only: counts from 31 May 2003" in point["lines"]
    assert found["steps"][0]["day"] == "2003-05-31"


def test_several_stances_on_one_day_are_contested_on_the_levels_that_were_taken():
    found = drawn(lane(said("2002-01-01", "oppose"), said("2002-01-01", "support"), said("2005-01-01", "neutral")))
    [only] = found["lanes"]
    assert [level["stance"] for level in only["levels"]] == ["support", "neutral", "oppose"]
    assert only["steps"][0] == {
        "day": "2002-01-01",
        "until": "2004-12-31",
        "stance": "contested",
        "fill": "contested-own",
        "levels": ["support", "oppose"],
    }
    assert all("Contested: different stances on the same day" in point["lines"] for point in only["points"][:2])
    assert "from Contested to Took no side on 1 January 2005" in found["label"]


def test_only_stances_that_occur_have_a_level_and_two_actors_on_one_issue_have_the_same():
    one, other = lane(said("2001", "support"), note="One"), lane(said("2002", "oppose"), note="Other")
    alone = lane(said("2003", "neutral"), title="Another issue", note="One")
    found = drawn(one, other, alone)["lanes"]
    levels = [[level["words"] for level in each["levels"]] for each in found]
    assert levels == [["Recognised", "Not recognised"]] * 2 + [["Took no side"]]


@pytest.mark.parametrize(
    ("more", "form", "fill"),
    [
        ({}, "word", "oppose-own"),
        ({"attribution": "listed"}, "listed", "oppose-listed"),
        ({"attribution": "listed", "kind": "vote"}, "vote", "oppose-own"),
        ({"attribution": "direct"}, "word", "oppose-own"),
    ],
)
def test_a_mere_list_is_paler_but_a_vote_never_is(more, form, fill):
    made = drawn(lane(said("2003-05-17", "oppose", **more)))
    [found] = made["lanes"]
    assert (found["points"][0]["form"], found["points"][0]["fill"]) == (form, fill)
    assert found["steps"][0]["fill"] == fill
    assert [sign for sign, _ in made["signs"]] == [form, "open"]


def test_a_point_is_called_by_day_issue_stance_summary_and_what_it_changed():
    made = drawn(lane(said("2003-05-17", "oppose"), said("2004-01-02", "support", kind="vote", event_title="A vote")))
    last = made["lanes"][0]["points"][-1]
    assert last["name"] == (
        "2 January 2004, Recognition: Recognised, by vote. It said so in 2 January 2004. Changed from Not recognised."
    )
    assert last["lines"] == [
        "2 January 2004: Recognised",
        "It said so in 2 January 2004.",
        "On: A vote",
        "By vote",
        "Changed from Not recognised",
    ]


def test_of_two_actors_each_point_says_whose_it_is():
    [found] = drawn(lane(said("2003-05-17", "oppose"), note="Syldavia"))["lanes"]
    assert found["points"][0]["name"].startswith("17 May 2003, Syldavia, Recognition: Not recognised.")
    assert found["points"][0]["lines"][0] == "Syldavia, 17 May 2003: Not recognised"


def test_the_message_counts_issues_and_changes_and_tells_the_latest():
    first = lane(said("2003-05-17", "oppose"), said("2004-01-02", "support"), said("2004-01-03", "neutral"))
    second = lane(said("2001", "oppose"), said("2006-10", "support"), title="The treaty")
    assert drawn(first, second)["label"] == (
        "Ruritania has taken a position on 2 issues; it changed 3 times, last on The treaty: "
        "from Not recognised to Recognised in October 2006."
    )
    assert "it changed once, on Recognition: from" in drawn(lane(*first.statements[:2]))["label"]
    assert drawn(lane(said("2001", "oppose")))["label"].endswith("a position on 1 issue; it never changed.")
    assert drawn(lane(), lane(said("2001", "oppose"), title="B"), lane(said("2001", "oppose"), title="C"))[
        "label"
    ].endswith("a position on 2 issues; none of them changed.")


def test_of_two_actors_the_message_tells_both():
    pair = lane(said("2001", "oppose"), note="Syldavia"), lane(note="Borduria")
    assert drawn(*pair)["label"] == (
        "Syldavia has taken a position on 1 issue; it never changed. No position of Borduria is on record."
    )


def test_silence_is_said_and_has_no_levels():
    [found] = drawn(lane())["lanes"]
    assert found["silence"] == "No statement of its own on record"
    assert found["levels"] == found["steps"] == found["points"] == found["changes"] == []
    nothing = drawn()
    assert (nothing["label"], nothing["lanes"]) == ("No position of Ruritania is on record.", [])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_and_short_enough_for_a_note(text):
    row = said("2003-05-17", "oppose", summary=text, event_title=text)
    made = drawn(lane(row, title=text, note=text), spans=[member(text, "2001")], title=text)
    [point] = made["lanes"][0]["points"]
    assert all(len(line) <= 260 for line in point["lines"][1:])
    assert " ".join(text.split())[:200] in point["lines"][1]
    assert made["lanes"][0]["title"] == text


def test_it_is_plain_values():
    made = drawn(
        lane(said("2003-05", "oppose"), said("2004-01-02", "support")),
        spans=[member("UN", "1992-03-02", "2005")],
        shaded=(date(2003, 1, 1), date(2003, 12, 31)),
    )
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize(
    ("shaded", "seen", "words"),
    [
        ((date(2003, 1, 1), date(2003, 12, 31)), ["2003-01-01", "2003-12-31"], "Your dates: 2003"),
        ((date(1990, 1, 1), date(2000, 1, 2)), ["2000-01-01", "2000-01-02"], "1 January 2000 to 2 January 2000"),
        ((date(1990, 1, 1), date(2020, 1, 2)), None, ""),
        ((date(2020, 1, 1), date(2020, 1, 2)), None, ""),
        (None, None, ""),
    ],
)
def test_the_readers_own_dates_are_shaded_unless_they_are_all_or_nothing(shaded, seen, words):
    axis = drawn(shaded=shaded)["axis"]
    assert axis["shaded"] == seen
    assert axis["shaded_words"].endswith(words)


def test_an_organisation_is_one_row_with_every_spell():
    rows = [
        member("UNSC", "2001-01-01", "2002-12-31"),
        member("CIS", "1991-12-21"),
        member("UNSC", "2005-06", "2007"),
        member("NAM", role="observer"),
        member("Old", "1950", "1960"),
        member("Later", "2015"),
    ]
    made = drawn(spans=rows)["spans"]
    assert [(span["name"], span["words"]) for span in made] == [
        ("UNSC", "member from 1 January 2001 to 31 December 2002; member from June 2005 to 2007"),
        ("CIS", "member since 21 December 1991"),
        ("NAM", "observer, start not known"),
    ]
    assert made[0]["spells"][1] == {"role": "member", "starts": "2005-06-30", "ends": "2007-01-01", "is_full": True}
    assert made[2]["spells"] == [{"role": "observer", "starts": None, "ends": None, "is_full": False}]
    assert made[1]["spells"][0]["ends"] is None


def test_the_organisations_of_one_of_two_actors_are_said_to_be_its_own_and_partners_are_no_members():
    full, partner = [member("UN", "1992")], [member("NAM", role="observer")]
    assert drawn(lane(), spans=full + partner)["spans_title"] == "Member of"
    assert drawn(lane(), spans=partner)["spans_title"] == "Observer or partner of"
    pair = lane(note="Ruritania"), lane(note="Borduria")
    assert drawn(*pair, spans=full)["spans_title"] == "Ruritania: member of"
