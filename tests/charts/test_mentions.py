"""Who mentions some words and when: plain counts by a second way, and map and timeline that say the same."""

from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts import map_picture, timeline_picture
from charts.map import DRAWN_KINDS
from charts.mentions import Asked, count, on_map, over_time
from charts.mentions.drawing import LADDERS, limits_for
from charts.picture.caption import Caption
from charts.theme import LIGHT

KINDS = {"ARM": "state", "AZE": "state", "FRA": "state", "TUV": "state", "SUN": "former_state", "EU": "organisation"}
ACTORS = [{"actor_id": each, "actor_name": f"Name of {each}", "kind": kind} for each, kind in KINDS.items()]
ASKED = Asked("karabakh", ("speech", "speeches"), date(1988, 1, 1), date(2024, 12, 31))
SPOKEN = {("ARM", 1992): 2, ("ARM", 1993): 1, ("AZE", 1993): 12, ("FRA", 1993): 1, ("SUN", 1989): 1, ("EU", 2011): 3}
MENTIONS = {("ARM", 1992): 2, ("ARM", 1993): 1, ("AZE", 1993): 11, ("SUN", 1989): 1}
CAPTION = Caption("Title", "Rule", "Figures", "Source", "No opinion", "http://localhost/search")
PLACES = st.tuples(st.sampled_from([*KINDS]), st.integers(1988, 1994))


def rows(counts):
    """What the full text search hands over."""
    return [{"actor_id": actor, "year": year, "count_documents": n} for (actor, year), n in counts.items()]


def counted(mentions=MENTIONS, spoken=SPOKEN, asked=ASKED):
    return count(rows(mentions), rows(spoken), ACTORS, asked)


def classes(drawing):
    return {actor: drawing["classes"][each["class"]]["words"] for actor, each in drawing["actors"].items()}


@given(st.lists(st.tuples(PLACES, st.booleans()), max_size=60))
def test_counts_are_those_of_the_documents_one_by_one(documents):
    """A document is a place and whether it mentions the words."""
    spoken, mentions = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for place, speaks in documents:
        spoken[place] += 1
        mentions[place] += speaks
    found = counted(mentions, spoken)
    assert {actor.actor_id for actor in found.actors} == {*KINDS}
    for actor in found.actors:
        own = [(year, speaks) for (who, year), speaks in documents if who == actor.actor_id]
        years = [year for year, speaks in own if speaks]
        assert (actor.documents, actor.mentions) == (len(own), len(years))
        assert (actor.first, actor.last) == ((min(years), max(years)) if years else (None, None))
    assert [year.year for year in found.years] == sorted({year for (_, year), _ in documents})
    for year in found.years:
        speaking = [speaks for (_, when), speaks in documents if when == year.year]
        assert (year.documents, year.mentions) == (len(speaking), sum(speaking))
    assert (found.documents, found.mentions) == (len(documents), sum(speaks for _, speaks in documents))
    order = [(-actor.mentions, actor.name) for actor in found.actors]
    assert order == sorted(order)


@given(st.dictionaries(PLACES, st.integers(1, 60)), st.dictionaries(PLACES, st.integers(1, 60)))
def test_nobody_is_lost_between_map_and_words_and_no_share_is_more_than_all(mentions, spoken):
    found = counted(mentions, spoken)
    made = on_map(found)
    assert set(made["actors"]) == {actor for actor, kind in KINDS.items() if kind in DRAWN_KINDS}
    assert sum(each["count"] for each in made["classes"]) == len(made["actors"])
    assert all(actor.mentions <= actor.documents for actor in found.actors)
    assert sum(bar[3][0] for bar in over_time(found)["bars"]) == sum(mentions.values())


def test_silence_is_told_from_absence():
    made = on_map(counted())
    assert classes(made) == {
        "ARM": "2 to 4 speeches",
        "AZE": "10 speeches or more",
        "FRA": "Speeches here, none mentions it",
        "TUV": "No speech here in these years",
    }
    assert len({each["fill"] for each in made["classes"]}) == len(made["classes"])
    assert {each["fill"] for each in made["classes"]} <= set(LIGHT.named())
    assert made["frames"] is None


def test_each_actor_tells_how_many_of_how_many_and_when():
    told = {actor: each["lines"] for actor, each in on_map(counted())["actors"].items()}
    assert told == {
        "ARM": ["Name of ARM", "3 of 3 speeches (100.0%), first 1992, last 1993"],
        "AZE": ["Name of AZE", "11 of 12 speeches (91.7%), in 1993"],
        "FRA": ["Name of FRA", "1 speech here, none mentions it"],
        "TUV": ["Name of TUV", "No speech here in these years"],
    }


def test_what_matches_by_its_title_alone_is_a_document_too():
    [actor] = [each for each in counted({("ARM", 1992): 3}, {("ARM", 1992): 1}).actors if each.actor_id == "ARM"]
    assert (actor.mentions, actor.documents) == (3, 3)


def test_rows_of_somebody_who_is_not_in_the_collection_are_left_out_everywhere():
    found = counted(MENTIONS | {("XXX", 1950): 7}, SPOKEN | {("XXX", 1950): 9})
    assert found == counted()


@given(st.integers(0, 5_000))
def test_classes_are_whole_and_in_order_and_follow_the_highest_count(most):
    limits = limits_for(most)
    assert limits in LADDERS
    assert limits[0] == 1
    made = on_map(counted({("ARM", 1992): most}, {("ARM", 1992): most or 1}))
    words = classes(made)["ARM"]
    if not most:
        assert words == "Speeches here, none mentions it"
        return
    numbers = [int(part.replace(",", "")) for part in words.split() if part.replace(",", "").isdigit()]
    assert numbers[0] <= most
    assert words.endswith("or more") or most <= numbers[-1]


def test_small_counts_get_the_classes_that_readers_know():
    words = [each["words"] for each in on_map(counted())["classes"]]
    assert words[:4] == ["1 speech", "2 to 4 speeches", "5 to 9 speeches", "10 speeches or more"]
    assert limits_for(50) == (1, 2, 5, 10)
    assert limits_for(51) == (1, 5, 20, 50)


def test_the_timeline_has_a_bar_for_each_year_with_a_mention_and_tells_its_share():
    made = over_time(counted())
    assert made["bars"] == [
        ["1989-01-01", "1989-12-31", "1989", [1]],
        ["1992-01-01", "1992-12-31", "1992", [2]],
        ["1993-01-01", "1993-12-31", "1993", [12]],
    ]
    assert made["told"]["1993-01-01"] == ["1993: 12 of 14 speeches (85.7%)"]
    assert made["stances"] == [{"key": "mention", "words": "Speeches that mention it", "fill": "count-3", "count": 15}]
    assert (made["since"], made["until"], made["bin"]) == ("1988-01-01", "2024-12-31", "year")
    assert made["lanes"] is None


def test_both_say_in_words_what_they_show():
    assert on_map(counted())["label"] == (
        "World map of who mentions “karabakh”. 2 to 4 speeches: 1; 10 speeches or more: 1; "
        "Speeches here, none mentions it: 1; No speech here in these years: 1."
    )
    period = "1 January 1988 to 31 December 2024"
    assert over_time(counted())["label"] == (
        f"Timeline of 15 of 20 speeches (75.0%) that mention “karabakh”, {period}. Most, 12, in 1993."
    )
    assert over_time(counted({}))["label"] == f"Timeline: none of 20 speeches mentions “karabakh”, {period}."
    assert over_time(counted({}, {}))["label"] == f"Timeline: no speech here, {period}."


@pytest.mark.parametrize("mentions", [MENTIONS, {}])
def test_both_can_be_taken_away_as_pictures(mentions):
    found = counted(mentions)
    where = map_picture.picture(on_map(found), CAPTION, "world")
    when = timeline_picture.picture(over_time(found), CAPTION)
    said = ["".join(ET.fromstring(each).itertext()) for each in (where, when)]
    assert "Speeches here, none mentions it" in said[0]
    assert ("Speeches that mention it, per year" if mentions else "No speeches that mention it") in said[1]
    assert ("1993" in said[1]) or not mentions
