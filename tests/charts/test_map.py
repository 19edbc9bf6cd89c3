"""What the map says: every actor in its class, every change on its day, every difference by its kind."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from charts import shapes
from charts.map import DISCLAIMER, DRAWN_KINDS, differences, positions
from charts.positions import lines
from methods.difference import CHANGES, difference
from tests.charts.made import LABELS, position

with (Path(__file__).parents[2] / "data/records/actors.csv").open(encoding="utf-8", newline="") as file:
    DRAWN = [actor["actor_id"] for actor in csv.DictReader(file) if actor["kind"] in DRAWN_KINDS]
SOME = [
    position("ARM", "support"),
    position("AZE", "oppose"),
    position("EU", "oppose", actor_kind="organisation"),
    position("GEO", "oppose", attribution="listed"),
    position("LUX"),
    position("MLT", "oppose", "borrowed"),
    position("NKR", "support", actor_kind="de_facto_authority"),
    position("SUN", actor_kind="former_state"),
    position("TUR", "oppose"),
    position("VAT", silence="not searched"),
]


def changed(actor_id, day, stance=None, **more):
    """One row of position_changes."""
    row = position(actor_id, stance, **more) | {"day": date.fromisoformat(day)}
    del row["silence"]
    return row


def classes(drawing):
    """Words of the class of each actor."""
    words = [each["words"] for each in drawing["classes"]]
    return {actor: words[each["class"]] for actor, each in drawing["actors"].items()}


def test_every_state_and_authority_of_the_records_has_a_place_to_be_drawn():
    picture = shapes.picture()
    shaped, dots, seats = ({each["id"] for each in picture[kind]} for kind in ("shapes", "dots", "seats"))
    assert set(DRAWN) <= shaped | dots | seats
    assert (shaped | dots) & seats <= {"ESH"}


def test_each_actor_on_the_map_has_its_class_and_words():
    drawing = positions(SOME, LABELS)
    assert classes(drawing) == {
        "ARM": "Regarded as valid – own voice",
        "AZE": "Not recognised – own voice",
        "GEO": "Not recognised – listed by others only",
        "LUX": "No position found",
        "MLT": "Not recognised – through an organisation",
        "NKR": "Regarded as valid – own voice",
        "TUR": "Not recognised – own voice",
        "VAT": "Not searched",
    }
    assert drawing["actors"]["GEO"]["lines"] == lines(SOME[3], LABELS)
    assert drawing["frames"] is None


def test_the_legend_has_the_classes_that_occur_in_order_and_counts_them():
    legend = positions(SOME, LABELS)["classes"]
    assert [(each["words"], each["count"]) for each in legend] == [
        ("Regarded as valid – own voice", 2),
        ("Not recognised – own voice", 2),
        ("Not recognised – listed by others only", 1),
        ("Not recognised – through an organisation", 1),
        ("No position found", 1),
        ("Not searched", 1),
    ]
    assert legend[3] == {
        "words": "Not recognised – through an organisation",
        "count": 1,
        "fill": "oppose-borrowed",
        "pattern": "lines",
        "ink": "oppose-own",
    }


def test_the_message_counts_what_is_drawn():
    label = positions(SOME, LABELS)["label"]
    assert label.startswith("World map of states and authorities. Regarded as valid – own voice: 2; Not recognised")
    assert label.endswith("Not searched: 1.")


def test_a_frame_for_each_day_on_which_a_class_changes_after_a_quiet_one():
    moves = [
        changed("ARM", "1991-12-10", "support"),
        changed("EU", "1992-01-01", "oppose", actor_kind="organisation"),
        changed("AZE", "1992-03-01", "neutral"),
        changed("GEO", "1992-03-01", "oppose", attribution="listed"),
        changed("ARM", "1993-01-01", "support", statement_ids=["newer"]),
        changed("AZE", "1994-01-01", "oppose"),
        changed("GEO", "1995-01-01"),
    ]
    drawing = positions(SOME, LABELS, moves)
    place = {each["words"]: number for number, each in enumerate(drawing["classes"])}
    quiet = place["No position by then"]
    valid, not_valid = place["Regarded as valid – own voice"], place["Not recognised – own voice"]
    assert [(frame["day"], frame["count"], frame["classes"]) for frame in drawing["frames"]] == [
        ("1991-12-09", 0, {"ARM": quiet, "AZE": quiet, "GEO": quiet}),
        ("1991-12-10", 1, {"ARM": valid}),
        (
            "1992-03-01",
            2,
            {"AZE": place["No judgement – own voice"], "GEO": place["Not recognised – listed by others only"]},
        ),
        ("1994-01-01", 1, {"AZE": not_valid}),
        ("1995-01-01", 1, {"GEO": place["Outside these filters"]}),
    ]
    assert drawing["frames"][1]["label"] == "10 December 1991"
    json.dumps(drawing)


def test_without_changes_there_is_nothing_to_play_and_no_class_for_it():
    assert "No position by then" not in classes(positions(SOME, LABELS, [])).values()


def test_differences_are_drawn_by_kind_the_most_telling_first():
    before = [
        position("ARM", "support"),
        position("AZE", "neutral"),
        position("FRA", "oppose"),
        position("GEO", "oppose"),
        position("LUX"),
        position("TUR", "oppose"),
        position("VAT"),
    ]
    after = [
        position("ARM", "support", statement_ids=["newer"]),
        position("AZE", "oppose"),
        position("FRA", "oppose"),
        position("GEO", silence="outside these filters"),
        position("LUX", "neutral"),
        position("TUR", "contested"),
        position("VAT"),
    ]
    drawing = differences(difference(before, after), LABELS)
    assert classes(drawing) == {
        "ARM": "Reaffirmed: Regarded as valid",
        "AZE": "No judgement → Not recognised",
        "FRA": "No new evidence",
        "GEO": "Gone",
        "LUX": "New: No judgement",
        "TUR": "Not recognised → Contested",
        "VAT": "Silent on both days",
    }
    assert [each["words"] for each in drawing["classes"]] == [
        "Not recognised → Contested",
        "No judgement → Not recognised",
        "New: No judgement",
        "Gone",
        "Reaffirmed: Regarded as valid",
        "No new evidence",
        "Silent on both days",
    ]
    assert drawing["actors"]["AZE"]["lines"] == ["Name of AZE", "No judgement → Not recognised"]


def test_charts_and_methods_name_the_same_changes():
    from charts.map import CHANGES as DRAWN_CHANGES

    assert DRAWN_CHANGES == CHANGES


@pytest.mark.parametrize("words", ["no opinion", "legal status", shapes.SOURCE])
def test_the_disclaimer_names_the_source_and_takes_no_side(words):
    assert words in DISCLAIMER


def test_stances_of_the_same_words_stay_classes_of_their_own():
    drawing = positions(SOME, dict.fromkeys(LABELS, "Said so"))
    assert drawing["actors"]["ARM"]["class"] != drawing["actors"]["AZE"]["class"]
    assert {each["class"] for each in drawing["actors"].values()} == {*range(len(drawing["classes"]))}
