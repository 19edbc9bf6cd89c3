"""The small map of a place: the dot in the right country, names that keep clear, harmless, light."""

import csv
import re
from itertools import combinations
from pathlib import Path

import pytest
from shapely.geometry import Point, Polygon

from charts import shapes
from charts.equal_earth import project
from charts.picture.frame import Frame
from charts.picture.outline import rings
from charts.place_map import HEIGHT, WIDTH, svg
from charts.theme import DARK, LIGHT, contrast
from data.shapes import equal_earth
from tests.charts import pictures
from tests.charts.pictures import HOSTILE, parsed

ROOT = Path(__file__).parents[2]
PLACES = {
    "ARM": (40.18, 44.51),
    "AZE": (40.41, 49.77),
    "BEL": (50.85, 4.35),
    "DNK": (56.0, 9.5),
    "FJI": (-17.8, 178.0),
    "GEO": (41.72, 44.79),
    "IRN": (35.69, 51.39),
    "KAZ": (51.17, 71.45),
    "RUS": (55.76, 37.62),
    "SEN": (14.75, -17.2),
    "USA": (41.2, -74.5),
    "VEN": (10.2, -66.9),
}
NAMES = {shape["id"]: f"Land of {shape['id']}" for shape in shapes.picture()["shapes"]}


def drawn(place, label="Here", names=NAMES):
    return plain(svg(place[0], place[1], label, names))


def plain(text):
    """The picture with the names of its elements as they stand, without the namespace of SVG."""
    return parsed(text.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))


def style(element):
    return dict(part.split(":", 1) for part in element.get("style").split(";"))


def texts(root):
    """The boxes of the words, as wide as the font makes them and a little more."""
    for text in root.iter("text"):
        face = {"font-size": style(text)["font-size"].removesuffix("px"), "font-family": "sans"}
        for key, value in {**face, "font-weight": style(text).get("font-weight", "400")}.items():
            text.set(key, value)
    return [pictures._box(text, {"x": 0, "y": 0}, dict(text.attrib), 1.12) for text in root.iter("text")]


@pytest.mark.parametrize("place", [*PLACES.values(), (0, 0), (90, 0), (-90, 10), (12, -168.9), (12, 191.1)])
def test_the_projection_is_that_of_the_map(place):
    latitude, longitude = place
    east = (longitude - equal_earth.CUT) % 360 + equal_earth.CUT
    assert project(longitude, latitude) == pytest.approx(equal_earth.project(east, latitude), abs=1e-9)


def test_seats_lie_where_the_map_has_them():
    with (ROOT / "data/shapes/seats.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            [seat] = [seat for seat in shapes.picture()["seats"] if seat["id"] == row["id"]]
            assert project(float(row["longitude"]), float(row["latitude"])) == pytest.approx(seat["point"], abs=6e-4)


@pytest.mark.parametrize("code", PLACES)
def test_a_place_lies_in_its_country_as_drawn(code):
    root = drawn(PLACES[code])
    dot = root.find("circle")
    assert (float(dot.get("cx")), float(dot.get("cy"))) == pytest.approx((WIDTH / 2, HEIGHT / 2), abs=0.02)
    around = Point(WIDTH / 2, HEIGHT / 2)
    # Path data of the picture is read like that of the map: in a frame of the same size.
    outlines = [held.get("d") for held in root.find("g").iter("path")]
    holding = [d for d in outlines if any(Polygon(ring).buffer(0).contains(around) for ring in _rings(d))]
    assert len(holding) == 1
    [whole] = [shape for shape in shapes.picture()["shapes"] if shape["id"] == code]
    on_map = Point(project(*reversed(PLACES[code])))
    assert any(Polygon(ring).buffer(0).contains(on_map) for ring in _rings(whole["d"]))


def _rings(d):
    return rings(d, Frame(0, 0, 1, 1e4, 1e4), bleed=1e4)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ARM", "Armenia"),
        ("AZE", "Azerbaijan"),
        ("BEL", "Belgium"),
        ("FJI", "Fiji"),
        ("GEO", "Georgia"),
        ("IRN", "Iran"),
        ("KAZ", "Kazakhstan"),
        ("RUS", "Russia"),
        ("USA", "US"),
        ("VEN", "Venezuela"),
    ],
)
def test_the_country_has_its_name(code, name):
    assert name in [text.what for text in texts(drawn(PLACES[code], names={**NAMES, code: name}))]


@pytest.mark.parametrize(
    "place",
    [
        (39.8153, 46.7519),
        (40.1067, 46.0364),
        (39.6408, 46.5469),
        (39.7537, 46.7465),
        (40.1792, 44.4991),
        (41.08, 45.14),
    ],
)
def test_both_sides_of_the_conflict_have_their_names(place):
    names = {"ARM": "Armenia", "AZE": "Azerbaijan", "GEO": "Georgia", "IRN": "Iran", "TUR": "Türkiye"}
    written = {text.what for text in texts(drawn(place, label="Stepanakert / Khankendi", names=names))}
    assert written >= {"Armenia", "Azerbaijan"}


@pytest.mark.parametrize("place", [*PLACES.values(), (39.74, 46.68), (41.0, 28.98), (60.17, 24.94), (35.2, 33.4)])
@pytest.mark.parametrize("label", ["Here", "Near Shusha / Shushi, Lachin corridor", "W" * 90])
def test_no_words_lie_on_each_other_on_the_dot_or_leave_the_map(place, label):
    found = texts(drawn(place, label=label))
    dot = pictures.Box("dot", WIDTH / 2 - 8, HEIGHT / 2 - 8, WIDTH / 2 + 8, HEIGHT / 2 + 8)
    for one, other in combinations([*found, dot], 2):
        assert not one.overlaps(other), (one, other)
    for text in found:
        assert 0 <= text.left < text.right <= WIDTH
        assert 0 <= text.top < text.bottom <= HEIGHT


def test_a_corner_of_a_country_has_no_name():
    written = [text.what for text in texts(drawn((41.0, 28.98)))]
    assert NAMES["TUR"] in written
    assert NAMES["GEO"] not in written


def test_without_names_only_the_place_is_written():
    assert [text.what for text in texts(plain(svg(40.18, 44.51, "Yerevan")))] == ["Yerevan"]


@pytest.mark.parametrize("place", [(None, None), (40.0, None), (None, 40.0)])
def test_without_a_place_there_is_no_map(place):
    assert svg(place[0], place[1], "Yerevan", NAMES) == ""


def test_zero_is_a_place():
    assert svg(0.0, 0.0, "Gulf of Guinea").startswith("<svg")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    root = drawn((40.18, 44.51), label=text, names=dict.fromkeys(NAMES, text))
    assert {held.tag for held in root.iter()} <= {"svg", "title", "rect", "g", "path", "text", "circle"}
    assert {name for held in root.iter() for name in held.attrib} <= {
        "viewBox", "width", "height", "role", "aria-label", "style", "d", "x", "y", "text-anchor", "cx", "cy", "r",
    }  # fmt: skip
    assert not any("\u202e" in part for held in root.iter() for part in (held.text or "", *held.attrib.values()))


def test_it_says_what_it_shows():
    root = drawn((40.18, 44.51), label="Yerevan")
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.find("title").text == "Map of the surroundings of Yerevan"
    assert drawn((40.18, 44.51), label=" ").get("aria-label") == "Map of the surroundings of the place"


def test_it_is_as_wide_as_its_column_and_light_to_send():
    for latitude, longitude in [
        *PLACES.values(),
        (59.5, 24.0),
        (60.4, 10.0),
        (38.0, 24.0),
        (49.0, -125.0),
        (73.0, 60.0),
    ]:
        text = svg(latitude, longitude, "Here", NAMES)
        assert len(text.encode()) < 60_000
        assert parsed(text).get("viewBox") == "0 0 580 362"
        assert parsed(text).get("width") is None


def test_colours_follow_the_page_and_words_can_be_read_on_land_and_sea():
    text = svg(40.18, 44.51, "Yerevan", NAMES)
    colours = re.findall(r"(#\w{6})", text)
    assert set(colours) <= {*LIGHT.named().values(), *DARK.named().values(), LIGHT.ground, DARK.ground}
    assert len(re.findall(r"light-dark\(#\w{6},#\w{6}\)", text)) == len(colours) / 2
    for palette in (LIGHT, DARK):
        assert min(contrast(palette.strong, ground) for ground in (palette.land, palette.sea)) >= 4.5


def test_it_refers_to_nothing():
    text = svg(40.18, 44.51, "Yerevan", NAMES).replace("http://www.w3.org/2000/svg", "", 1)
    assert not re.search(r"href|url\(|http|id=|class=|script", text)


def test_as_an_image_it_follows_the_scheme_that_it_is_shown_in():
    root = parsed(svg(40.18, 44.51, "Yerevan"))
    assert root.tag == pictures.SVG + "svg"
    assert root.get("style") == "color-scheme:light dark"
