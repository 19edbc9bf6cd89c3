"""The PNG of a picture: twice its size, in its own colours and letters, saying what it is."""

import io
from functools import cache

import pytest
import resvg_py
from PIL import Image, ImageChops

from charts import shapes
from charts.map_picture import FONTS, picture
from charts.picture.frame import fitted
from charts.picture.sheet import ACROSS, MARGIN
from charts.picture.type import BOLD, SANS, SERIF, width
from charts.theme import LIGHT
from exports import png_file
from tests.charts.pictures import SVG, caption, drawing, parsed

COLOURS = LIGHT.named()
SAID = {"Title": "Who recognised the votes? – Կ", "Source": "Démarche", "Copyright": "CC BY 4.0"}
MADE = drawing({"FRA": 0, "DEU": 1, "RUS": 4, "MLT": 1, "ABK": 1, "ESP": 2})


@cache
def drawn(view):
    """The picture of a view as SVG, and as read from its PNG."""
    svg = picture(MADE, caption(), view)
    return svg, Image.open(io.BytesIO(png_file.write(svg, FONTS, SAID)))


def colour(view, place, half):
    """The commonest colour round a place; a name may lie on its very point."""
    svg, image = drawn(view)
    seen = shapes.picture()
    spot = next(spot for kind in ("seats", "dots", "shapes") for spot in seen[kind] if spot["id"] == place)
    x, y = fitted(seen["views"][view], ACROSS, 900).place(spot["point"])
    [window] = [group for group in parsed(svg).findall(f"{SVG}g") if group.get("transform")]
    left, top = round(2 * (x + MARGIN)), round(2 * (y + float(window.get("transform").split()[1].rstrip(")"))))
    around = image.crop((left - half, top - half, left + half + 1, top + half + 1))
    _, commonest = max(around.getcolors(10**6))
    return "#{:02X}{:02X}{:02X}".format(*commonest)


def text(words, face, size, fonts=FONTS):
    """A text alone, black on white, as the renderer draws it."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="100"><rect width="900" height="100" fill="#fff"/>'
        f'<text x="20" y="60" font-family="{face.family}" font-weight="{face.weight}" font-size="{size}">{words}</text>'
        "</svg>"
    )
    drawn = resvg_py.svg_to_bytes(svg_string=svg, font_files=[str(f) for f in fonts], skip_system_fonts=True, zoom=2)
    grey = Image.open(io.BytesIO(drawn)).convert("L")
    return ImageChops.invert(grey).getbbox()


@pytest.mark.parametrize("view", ["world", "europe", "caribbean"])
def test_it_is_twice_the_size_and_opaque(view):
    svg, image = drawn(view)
    root = parsed(svg)
    assert image.size == (2 * int(root.get("width")), 2 * int(root.get("height")))
    assert image.mode == "RGB"
    assert image.format == "PNG"
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.1)


@pytest.mark.parametrize(("view", "half"), [("world", 8), ("europe", 50)])
def test_actors_have_the_colour_of_their_class(view, half):
    assert colour(view, "FRA", half) == COLOURS["oppose-own"]
    assert colour(view, "DEU", half) == COLOURS["support-own"]
    assert colour(view, "GBR", half=8) == COLOURS["land"]
    assert colour(view, "MLT", half=4) == COLOURS["support-own"]
    assert colour(view, "ABK", half=4) == COLOURS["support-own"]


def test_a_hatch_shows_both_of_its_colours():
    _, image = drawn("europe")
    legend = image.crop((80, image.size[1] // 2, 150, image.size[1]))
    seen = {"#{:02X}{:02X}{:02X}".format(*found) for _, found in legend.getcolors(10**6)}
    assert {COLOURS["oppose-borrowed"], COLOURS["border"]} <= seen
    assert colour("europe", "ESP", half=20) in (COLOURS["oppose-borrowed"], COLOURS["oppose-own"])


def test_paper_is_white_up_to_the_edges_and_text_is_on_it():
    _, image = drawn("world")
    across, down = image.size
    corners = [(0, 0), (across - 1, 0), (0, down - 1), (across - 1, down - 1)]
    assert {image.getpixel(corner) for corner in corners} == {(255, 255, 255)}
    title = image.crop((80, 80, across - 80, 180))
    assert min(title.convert("L").getextrema()) < 40


def test_it_says_what_it_is():
    _, image = drawn("world")
    assert {key: image.info[key] for key in SAID} == SAID


def test_the_same_picture_gives_the_same_bytes():
    svg, _ = drawn("caribbean")
    assert png_file.write(svg, FONTS, SAID) == png_file.write(svg, FONTS, SAID)


def test_only_the_fonts_handed_over_are_used():
    assert text("Handgloves", SANS, 40)
    assert text("Handgloves", SANS, 40, fonts=[]) is None
    svg, _ = drawn("caribbean")
    bare = Image.open(io.BytesIO(png_file.write(svg, [], {})))
    assert bare.crop((80, 80, bare.size[0] - 80, 180)).getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("face", [SANS, BOLD, SERIF])
@pytest.mark.parametrize(
    "words", ["Not recognised – own voice", "AVATAR Tokyo", "ÅÄÖ əĞşçİı Ελλάδα Україна", "1,234 of 5,678"]
)
def test_texts_are_as_wide_as_they_were_measured_to_be(face, words):
    left, _, right, _ = text(words, face, 40)
    # What is measured leaves out kerning and takes in the space beside the outermost letters.
    assert 0.85 * width(words, face, 40) <= (right - left) / 2 <= width(words, face, 40)
    assert left >= 2 * 20 - 4
