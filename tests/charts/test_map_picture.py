"""The picture of the map: whole, legible, harmless, and saying by itself what it shows."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from charts import shapes
from charts.map_picture import picture
from charts.picture.frame import fitted
from charts.picture.names import extent
from charts.picture.outline import rings
from charts.picture.sheet import ACROSS
from charts.picture.type import BOLD, SANS, SERIF, Style, clean, tidy, width, wrap
from charts.theme import LIGHT
from tests.charts import pictures
from tests.charts.pictures import (
    HOSTILE,
    LENT,
    LOOKS,
    MISSED,
    OPPOSE,
    SUPPORT,
    SVG,
    caption,
    classes,
    drawing,
    fits,
    parsed,
)

VIEWS = sorted(shapes.picture()["views"])
COLOURS = LIGHT.named()
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
TAGS = {"svg", "title", "desc", "defs", "clipPath", "pattern", "g", "rect", "path", "circle", "text", "tspan"}


@cache
def full(view):
    """The picture of a view in which each place has an actor."""
    return picture(pictures.everywhere(shapes.picture()), caption(), view)


@pytest.mark.parametrize("view", VIEWS)
def test_in_every_view_nothing_overlaps_or_is_cut_off(view):
    root = parsed(full(view))
    fits(root)
    assert len(pictures.texts(root)) > 20


@pytest.mark.parametrize(
    "words", ["No", "Not recognised – through an organisation that it belongs to", LONG, f"{LONG} " * 3]
)
@pytest.mark.parametrize("count", [1, 2, 7, 16])
def test_a_legend_of_any_length_fits_and_shows_every_class(words, count):
    legend = classes(*(LOOKS[at % len(LOOKS)] for at in range(count)), words=words)
    root = parsed(picture(drawing({"FRA": 0}, legend), caption(), "south-caucasus"))
    fits(root)
    assert len(pictures.swatches(root)) == count + 1
    written = "".join(text.what for text in pictures.texts(root)).replace(" ", "").replace("\u00a0", "")
    for entry in legend:
        assert f"{words}\u2002{entry['count']}".replace(" ", "") in written


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    legend = classes(OPPOSE, MISSED, words=text)
    made = drawing({"FRA": 0, "AZE": 1, "NKR": 0, "BRB": 0}, legend) | {"label": text}
    for actor in made["actors"].values():
        actor["lines"] = [text, text]
    said = dict.fromkeys(("title", "subtitle", "total", "source", "disclaimer", "link"), text)
    root = parsed(picture(made, caption(**said), "south-caucasus"))
    fits(root)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS
    assert root.find(f"{SVG}desc").text == (clean(text) or None)
    written = "".join(box.what for box in pictures.texts(root))
    assert written.replace(" ", "").count(clean(text).replace(" ", "")) >= 6
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\n")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//elsewhere", "https://[", "file:///etc"])
def test_only_the_address_of_a_page_is_a_link(link):
    root = parsed(picture(drawing(), caption(link=link), "caribbean"))
    assert not list(root.iter(f"{SVG}a"))
    assert link in [text.what for text in pictures.texts(root)]


def test_the_whole_address_is_linked_and_written_however_long():
    link = f"https://demarche.example/?issue=nk-votes-valid&statement={'a1b2-' * 200}&data=x"
    root = parsed(picture(drawing(), caption(link=link), "caribbean"))
    fits(root)
    [anchor] = root.iter(f"{SVG}a")
    assert anchor.get("href") == link == "".join(anchor.itertext())


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_refers_to_nothing_outside_itself(view):
    text = full(view)
    root = parsed(text)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert set(re.findall(r"url\(#([^)]+)\)", text)) == set(ids)
    assert len(set(ids)) == len(ids)
    assert [name for element in root.iter() for name in element.attrib if name.endswith("href")] == ["href"]
    assert not re.search(r"var\(|style|script|image|@import|<use|class=|\son\w+=", text)
    assert set(re.findall(r"https?://[^/\"<]+", text)) == {"http://www.w3.org", "https://demarche.example"}


def test_each_class_has_a_swatch_in_its_paint_with_its_words_and_count():
    legend = classes(*LOOKS)
    for at, entry in enumerate(legend):
        entry["words"] = f"Class {at}"
    root = parsed(picture(drawing({"FRA": 0}, legend), caption(), "caribbean"))
    swatches, hatches = pictures.swatches(root), pictures.paints(root)
    found = pictures.texts(root)
    for entry, swatch in zip(legend, swatches, strict=False):
        ground, ink, _ = hatches.get(swatch.what, (swatch.what, None, ""))
        assert ground == COLOURS[entry["fill"]]
        assert ink == (COLOURS[entry["ink"]] if entry["ink"] else None)
        beside = [
            text
            for text in found
            if text.left == swatch.right + 12 and text.top < swatch.bottom and swatch.top < text.bottom
        ]
        assert [text.what for text in beside] == [f"{entry['words']}\u2002{entry['count']}"]
    drawn = [hatches.get(swatch.what, (swatch.what,)) for swatch in swatches[: len(legend)]]
    assert len(set(drawn)) == len(legend)


def test_a_class_that_only_a_moving_map_shows_has_no_place_in_the_legend():
    legend = classes(OPPOSE, SUPPORT, MISSED)
    legend[1]["count"] = 0
    root = parsed(picture(drawing({"FRA": 0}, legend), caption(), "europe"))
    assert COLOURS["support-own"] not in [swatch.what for swatch in pictures.swatches(root)]
    assert not [text for text in pictures.texts(root) if text.what.endswith("\u20020")]


def test_actors_have_the_paint_of_their_class_and_the_rest_is_land():
    made = drawing({"FRA": 0, "DEU": 1, "ESP": None})
    root = parsed(picture(made, caption(), "europe"))
    drawn = pictures.titled(root)
    assert {element.get("fill") for element in drawn["Land of FRA"]} == {COLOURS["oppose-own"]}
    assert {element.get("fill") for element in drawn["Land of DEU"]} == {COLOURS["support-own"]}
    assert "Land of ESP" not in drawn
    [land] = [group for group in root.iter(f"{SVG}g") if group.get("fill") == COLOURS["land"]]
    assert len(land) > 30


def test_a_title_tells_what_is_known_of_an_actor():
    root = parsed(picture(drawing({"FRA": 0}), caption(), "europe"))
    [france] = pictures.titled(root)["Land of FRA"]
    assert france.find(f"{SVG}title").text == "Land of FRA\nNot recognised"


@pytest.mark.parametrize("view", ["world", "europe", "caribbean"])
def test_what_is_too_small_at_the_drawn_size_is_a_circle_and_nothing_else_is(view):
    seen = shapes.picture()
    frame = fitted(seen["views"][view], ACROSS, 900)
    inside = [place for place in [*seen["shapes"], *seen["dots"]] if frame.holds(place["point"])]
    small = {place["id"] for place in inside if place.get("area", 0) * frame.scale**2 < 16} - {"ESH"}
    drawn = pictures.titled(parsed(full(view)))
    circles = {key for key, elements in drawn.items() if any(element.tag == f"{SVG}circle" for element in elements)}
    assert circles == {f"Land of {key}" for key in small}
    assert small


def test_a_mark_is_as_large_in_a_borrowed_voice_as_in_the_own_and_smaller_only_in_silence():
    made = drawing({"MLT": LOOKS.index(LENT), "MCO": 0, "AND": LOOKS.index(pictures.SILENT)})
    drawn = pictures.titled(parsed(picture(made, caption(), "europe")))
    radii = [float(drawn[f"Land of {key}"][-1].get("r")) for key in ("MLT", "MCO", "AND")]
    assert radii[0] == radii[1] > radii[2]


def test_an_authority_is_a_diamond_and_the_outline_of_western_sahara_stays_neutral():
    root = parsed(picture(drawing({"ESH": 0, "NKR": 0}), caption(), "world"))
    drawn = pictures.titled(root)
    for key in ("ESH", "NKR"):
        [diamond] = drawn[f"Land of {key}"]
        assert re.fullmatch(r"M[\d.]+ [\d.]+(l-?[\d.]+ -?[\d.]+|l-[\d.]+-[\d.]+){3}z", diamond.get("d"))
    assert not root.findall(f".//{SVG}circle")


def test_the_many_silent_marks_lie_below_the_few_that_spoke():
    made = drawing({"ABK": 0, "NKR": LOOKS.index(pictures.SILENT), "MCO": LOOKS.index(pictures.SILENT), "MLT": 1})
    root = parsed(picture(made, caption(), "world"))
    assert pictures.marked(root) == ["Land of NKR", "Land of MCO", "Land of ABK", "Land of MLT"]


def test_names_stand_in_closer_views_only_and_not_on_what_did_not_exist():
    absent = LOOKS.index(pictures.ABSENT)
    made = drawing({"FRA": 0, "ABK": 0, "NKR": absent, "AZE": 1, "BRB": 0})
    written = {view: {text.what for text in pictures.texts(parsed(picture(made, caption(), view)))} for view in VIEWS}
    assert "Land of FRA" in written["europe"]
    assert {"Land of AZE", "Land of ABK"} <= written["south-caucasus"]
    assert "Land of BRB" in written["caribbean"]
    assert "Land of NKR" not in written["south-caucasus"]
    assert not [text for text in written["world"] if text.startswith("Land of")]


def test_the_legend_explains_marks_only_where_there_are_some():
    def written(actors, view):
        return {text.what for text in pictures.texts(parsed(picture(drawing(actors), caption(), view)))}

    keys = {"State too small to show", "Authority, at its seat"}
    assert written({"FRA": 0}, "south-caucasus") & keys == set()
    assert written({"MCO": 0, "ABK": 0}, "world") >= keys | {"Disputed area", "Other land, not counted"}


def test_everything_that_makes_the_picture_stand_alone_is_written():
    said = caption()
    root = parsed(picture(drawing({"FRA": 0}), said, "europe"))
    words = " ".join(text.what for text in pictures.texts(root)).replace("\u00a0", " ")
    for part in (said.title, said.subtitle, said.total, said.source, said.disclaimer):
        assert part in words
    assert words.count(shapes.picture()["source"]) == 1
    assert "also of those outside this part of the world" in words
    assert "Northern Cyprus" in words
    named = caption(disclaimer=f"{said.disclaimer} Shapes: {shapes.picture()['source']}.")
    again = " ".join(text.what for text in pictures.texts(parsed(picture(drawing(), named, "world"))))
    assert again.count(shapes.picture()["source"]) == 1
    assert "outside this part" not in again


def test_screen_readers_get_title_and_message():
    root = parsed(picture(drawing(), caption(), "caribbean"))
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert [child.text for child in root][:2] == [caption().title, "World map: 34 of 197"]


@pytest.mark.parametrize("view", VIEWS)
def test_it_can_be_read_at_half_its_size(view):
    root = parsed(full(view))
    assert root.get("width") == "1200"
    sizes = {float(element.get("font-size")) for element in root.iter() if element.get("font-size")}
    assert min(sizes) / 2 >= 9.5
    legend = {float(text.get("font-size")) for text in root.iter(f"{SVG}text") if len(text)}
    assert min(legend) / 2 >= 11


@pytest.mark.parametrize("view", VIEWS)
def test_only_what_meets_the_view_is_in_the_file(view):
    text = full(view)
    assert len(text.encode()) < (900_000 if view == "world" else 250_000)
    drawn = pictures.titled(parsed(text))
    assert ("Land of AUS" in drawn) == (view in ("world", "pacific"))
    assert ("Land of PRT" in drawn) == (view in ("world", "europe"))


@pytest.mark.parametrize("view", VIEWS)
def test_cutting_at_the_window_keeps_all_that_is_in_it(view):
    frame = fitted(shapes.picture()["views"][view], ACROSS, 900)
    whole = fitted((0, 0, 960, 468), 960 * frame.scale, 1e9)
    window = box(0, 0, frame.width, frame.height)
    for code in ("RUS", "USA", "FRA", "IRN", "IDN", "AUS", "LSO", "ZAF"):
        [shape] = [shape for shape in shapes.picture()["shapes"] if shape["id"] == code]
        shift = -frame.left * frame.scale, -frame.top * frame.scale
        full = [[(x + shift[0], y + shift[1]) for x, y in ring] for ring in rings(shape["d"], whole)]
        # Rings beside each other add up; a hole lies in its outer ring and is counted in both sums alike.
        expected = sum(Polygon(ring).buffer(0).intersection(window).area for ring in full)
        cut = sum(Polygon(ring).buffer(0).intersection(window).area for ring in rings(shape["d"], frame))
        assert cut == pytest.approx(expected, rel=1e-6, abs=1e-3), code
        assert all(
            -21 <= x <= frame.width + 21 and -21 <= y <= frame.height + 21
            for r in rings(shape["d"], frame)
            for x, y in r
        )


def test_a_tall_view_shows_more_at_its_sides():
    frame = fitted((100, 50, 10, 20), 1000, 500)
    assert (frame.width, frame.height, frame.scale) == (1000, 500, 25)
    assert frame.place((105, 60)) == (500, 250)


def test_area_of_a_ring_is_in_square_pixels():
    assert extent([(0, 0), (4, 0), (4, 3), (0, 3)]) == 12


def test_pictures_can_share_a_page_and_the_same_one_is_the_same_file():
    made = drawing({"FRA": 0, "CUB": 2})
    one, again, other = (picture(made, said, "caribbean") for said in (caption(), caption(), caption(title="Another")))
    assert one == again
    ids = [{element.get("id") for element in parsed(text).iter() if element.get("id")} for text in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_an_unknown_colour_or_view_is_refused():
    with pytest.raises(KeyError):
        picture(drawing({"FRA": 0}, classes(SUPPORT._replace(fill="maybe-own"))), caption(), "world")
    with pytest.raises(KeyError):
        picture(drawing(), caption(), "moon")


@given(st.text(max_size=60) | st.sampled_from(HOSTILE), st.sampled_from([SANS, BOLD, SERIF]), st.integers(40, 900))
def test_breaking_a_text_loses_nothing(text, face, room):
    style = Style(face, 23, 29, "#000000")
    for broken in (wrap, tidy):
        lines = broken(text, style, room)
        assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_letters_of_other_fonts_have_the_room_that_the_widest_of_them_need():
    assert width("한😀", SANS, 10) >= 26
    assert width("e\u0301\u200d", SANS, 10) == pytest.approx(width("e", SANS, 10), abs=0.01)


def test_a_number_stays_with_its_month():
    style = Style(SANS, 20, 25, "#000000")
    for room in range(100, 400, 7):
        assert not [
            line
            for line in wrap("from 1 January 1988 to 24 November 2026", style, room)
            if line.endswith((" 1", " 24"))
        ]


def test_no_line_is_left_with_a_single_word():
    style = Style(SANS, 20, 25, "#000000")
    text = "Boundaries and names on this map imply no opinion on the legal status of any territory at all here."
    [room] = [room for room in range(700, 1200) if wrap(text, style, room)[-1] == "here."][:1]
    lines = tidy(text, style, room)
    assert len(lines) == 2
    assert len(lines[-1]) > len(text) / 5
