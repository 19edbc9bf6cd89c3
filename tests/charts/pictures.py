"""Drawings and captions made up, and what can be read from a picture: texts with their boxes, fills, swatches."""

import re
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from charts.looks import Look
from charts.map_picture import Caption
from charts.picture.type import BOLD, SANS, SERIF, width

SVG = "{http://www.w3.org/2000/svg}"
OPPOSE, SUPPORT = Look("oppose-own"), Look("support-own")
LENT = Look("oppose-borrowed", "lines", "oppose-own")
MOVED = Look("support-own", "stripes", "oppose-own")
CONTESTED = Look("contested-own", "cross", "border")
MISSED, UNSEARCHED = Look("not-searched", "lines", "outline"), Look("not-searched")
ABSENT, FUTURE = Look("sea", "cross", "outline"), Look("sea", "dots", "outline")
SILENT = Look("no-position")
HOSTILE = [
    '<script>alert("1")</script>&amp;]]><!--',
    "\u202eright to left\u202c \u2067שלום\u2069 العربية",
    "👩‍👩‍👧‍👦🇦🇲🇦🇿 Հայաստան საქართველო 한국",
    "line\nbreak\ttab\x00nul\x1b[31m\ufffe\ud800",
    "W" * 300,
    "word " * 60,
    " ",
]
LOOKS = (OPPOSE, SUPPORT, LENT, MOVED, CONTESTED, MISSED, UNSEARCHED, ABSENT, FUTURE, SILENT)


def caption(**more):
    """What a picture says, with every part there."""
    parts = {
        "title": "Who recognised the votes held in Nagorno-Karabakh?",
        "subtitle": "Own voice only, latest word of each state from 1 January 1988 to 24 November 2026",
        "total": "18 of 197 states refused, counted in their own voice only",
        "source": "Démarche, Positions on Nagorno-Karabakh, data version a1b2c3d4e5f6, retrieved on 24 November 2026.",
        "disclaimer": "Boundaries and names on this map imply no opinion on the legal status of any territory.",
        "link": "https://demarche.example/?issue=nk-votes-valid&from=1988-01-01&to=2026-11-24&data=a1b2c3d4e5f6",
    }
    return Caption(**parts | more)


def classes(*looks, words="Not recognised – own voice"):
    """A legend in which each look has a count of its own."""
    return [{"words": words, "count": 7 * at + 1} | look._asdict() for at, look in enumerate(looks)]


def drawing(actors=None, legend=None):
    """What the map on the page is handed; actors are their class by id, and named for their id."""
    named = {
        key: {"class": number, "lines": [f"Land of {key}", "Not recognised"]} for key, number in (actors or {}).items()
    }
    return {"label": "World map: 34 of 197", "classes": legend or classes(*LOOKS), "actors": named, "frames": None}


def everywhere(shapes, legend=None):
    """A drawing in which each place has an actor, with the classes in turn."""
    ids = sorted({place["id"] for kind in ("shapes", "dots", "seats") for place in shapes[kind]})
    count = len(legend or LOOKS)
    return drawing({key: at % count for at, key in enumerate(ids)}, legend)


class Box(NamedTuple):
    """A text, or something else that takes room, in pixels of the whole picture."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other):
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def parsed(svg):
    return ET.fromstring(svg)


def texts(root, wider=1.0):
    """The box of every text, as wide as the font makes it, times `wider`."""
    return list(_texts(root, {"x": 0.0, "y": 0.0}, {}, wider))


def _texts(element, offset, inherited, wider):
    shift = re.match(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    if shift:
        offset = {"x": float(shift[1]), "y": float(shift[2])}
    inherited = inherited | {
        name: element.get(name) for name in ("font-family", "font-size", "font-weight") if element.get(name)
    }
    if element.tag == f"{SVG}text":
        yield _box(element, offset, inherited, wider)
    for child in element:
        yield from _texts(child, offset, inherited, wider)


def _box(element, offset, style, wider):
    size = float(style["font-size"])
    long = sum(width(part, _face(style, weight), size) for part, weight in _parts(element, style)) * wider
    before = {"middle": long / 2, "end": long}.get(element.get("text-anchor"), 0)
    left = offset["x"] + float(element.get("x")) - before
    base = offset["y"] + float(element.get("y"))
    return Box("".join(element.itertext()), left, base - 0.76 * size, left + long, base + 0.24 * size)


def _parts(element, style):
    yield element.text or "", style["font-weight"]
    yield from (("".join(child.itertext()), child.get("font-weight")) for child in element)


def _face(style, weight):
    if "Serif" in style["font-family"]:
        return SERIF
    return BOLD if weight == "600" else SANS


def swatches(root):
    """The boxes of the legend, in its order, with what fills them."""
    boxes = [rect for rect in root.findall(f"{SVG}rect") if rect.get("width") == "34"]
    edges = ((float(rect.get("x")), float(rect.get("y")), rect) for rect in boxes)
    return [Box(rect.get("fill"), x, y, x + 34, y + float(rect.get("height"))) for x, y, rect in edges]


def fits(root, wider=1.12):
    """No text leaves the paper, meets another text, or meets a box of the legend, in letters so much wider."""
    found, (across, down) = texts(root, wider), (float(root.get("width")), float(root.get("height")))
    for text in found:
        assert min(text.left, text.top) >= 0, text
        assert text.right <= across, text
        assert text.bottom <= down, text
    for one, other in combinations([*found, *swatches(root)], 2):
        assert not one.overlaps(other), (one, other)


def titled(root):
    """What is drawn for an actor, by the first line of its title."""
    drawn: dict[str, list[ET.Element]] = {}
    for element in root.iter():
        title = element.find(f"{SVG}title")
        if title is not None and element.tag != f"{SVG}svg":
            drawn.setdefault((title.text or "").split("\n")[0], []).append(element)
    return drawn


def marked(root):
    """Whose marks are drawn, by the first line of their titles, from the bottom up."""
    marks = [element for element in root.iter() if element.get("stroke-width") == "1.2"]
    titles = [mark.find(f"{SVG}title") for mark in marks]
    return [title.text.split("\n")[0] for title in titles if title is not None]


def paints(root):
    """Each fill as colours: of a hatch, that of its ground and of its strokes."""
    hatches = {}
    for pattern in root.iter(f"{SVG}pattern"):
        ground, strokes = pattern.find(f"{SVG}rect"), pattern.find(f"{SVG}path")
        fill = ground.get("fill") if ground is not None else None
        hatches[f"url(#{pattern.get('id')})"] = (fill, strokes.get("stroke"), strokes.get("d"))
    return hatches
