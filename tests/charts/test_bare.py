"""A drawing without a caption: the same marks at every width, and colours that have a name in light and in dark."""

from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from charts import bare, timeline
from charts import map as charted
from charts.bare.inks import ON_DARK, ON_LIGHT, in_ink
from charts.picture.outline import path

LABELS = {"support": "For", "oppose": "Against", "neutral": "Neither"}


def position(actor, kind="state", **more):
    row = {"actor_id": actor, "actor_name": actor, "actor_kind": kind, "stance": "oppose", "voice": "own"}
    row |= {"attribution": "direct", "is_vote": False, "date_label": "1 May 2020", "through": [], "silence": None}
    return row | more


MAP = charted.positions(
    [
        position("FRA"),
        position("MLT", voice="borrowed", through=["EU"]),
        position("GEO", stance="contested"),
        position("ARM", stance=None, voice=None, silence="not searched"),
    ],
    LABELS,
)
BINS = [
    {"starts": date(2020, 1, 1), "ends": last, "is_certain": certain, "stance": stance, "count_statements": 3}
    for stance, last, certain in (
        ("support", date(2020, 1, 31), True),
        ("oppose", date(2020, 1, 31), True),
        ("neutral", date(2020, 12, 31), False),
    )
]
EVENTS = [
    {
        "event_id": f"e{day}",
        "title": f"Event {day}",
        "start_date": date(2020, 2, day),
        "end_date": None if day == 1 else date(2020, 2, day),
        "kind": "war" if day == 1 else "summit",
        "count_statements": day,
    }
    for day in (1, 2, 3, 9)
]
TIMELINE = timeline.drawing(BINS, EVENTS, timeline.Frame(date(2020, 1, 1), date(2020, 12, 31), LABELS))


def drawn():
    return [bare.bare_map(MAP, view) for view in ("world", "europe")] + [bare.bare_timeline(TIMELINE)]


def marks(drawing, name):
    return {word for each in drawing.iter() for word in (each.get(name) or "").split()}


def test_names_of_one_colour_on_paper_have_one_colour_in_the_dark():
    same = [pair for pair in combinations(ON_LIGHT, 2) if ON_LIGHT[pair[0]] == ON_LIGHT[pair[1]]]
    assert same
    assert all(ON_DARK[one] == ON_DARK[other] for one, other in same)
    assert ON_LIGHT.keys() == ON_DARK.keys()


def test_nothing_in_a_drawing_has_a_colour_that_could_not_change():
    for each in drawn():
        for element in each.all():
            text = ET.tostring(element, encoding="unicode")
            assert '"#' not in text.replace('"url(#', "")
            assert "style=" not in text


def test_a_colour_of_nobody_is_refused():
    with pytest.raises(ValueError, match="#123456"):
        in_ink(ET.Element("rect", {"fill": "#123456"}))


def test_every_name_of_a_colour_has_a_value_on_every_ground():
    style = bare.style()
    used = {
        name
        for each in drawn()
        for element in each.all()
        for name in ET.tostring(element, encoding="unicode").split("var(--")[1:]
    }
    for name in {text.partition(")")[0] for text in used}:
        assert style.count(f" --{name}: ") == 4


def test_every_width_has_the_same_marks():
    world, europe, time = drawn()
    assert [marks(drawing, "data-actor") for drawing in world.drawings] == [{"ARM", "FRA", "GEO", "MLT"}] * 2
    assert len(europe.drawings) == len(time.drawings) == 3
    for name in ("data-events", "data-days"):
        narrow, middle, wide = (marks(drawing, name) for drawing in time.drawings)
        assert narrow == middle == wide
        assert narrow


def test_what_is_hatched_is_defined_in_one_place():
    for each in drawn():
        ids = {found.get("id") for found in each.hatches.iter() if found.get("id")}
        text = "".join(ET.tostring(element, encoding="unicode") for element in each.all())
        used = {part.partition(")")[0] for part in text.split("url(#")[1:]}
        assert used
        assert used <= ids


def test_the_legend_counts_as_the_drawing_does():
    keys = {key.words: key.number for key in bare.bare_map(MAP, "world").keys}
    assert keys["Against – own voice"] == "1"
    assert keys["Against – through an organisation"] == "1"


def test_a_coarser_grain_keeps_what_two_shapes_share():
    shared = [(0.0, 0.0), (0.3, 0.1), (5.04, 0.0), (5.0, 5.0)]
    fine, coarse = path([shared]), path([shared], 2)
    assert fine == "M0 0l.3 .1 4.7-.1 0 5z".replace("4.7-.1", "4.7 -.1")
    assert coarse == "M0 0l.5 0 4.5 0 0 5z"
