"""The map without its caption."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from charts import shapes
from charts.bare.drawn import LAYOUTS, Bare, cut, hatches, inked, keys, paper
from charts.picture import map_keys
from charts.picture.frame import Frame, fitted
from charts.picture.land import Land
from charts.picture.paint import COLOURS, Paints
from charts.picture.svg import Attributes, add

WORLD = "world"
_TALLEST = 1.0
# Half a pixel is finer than any of these is seen, and a third of the letters.
_GRAIN = 2
# The world on a phone would be full of the marks of its small states.
_SMALL = 0.7
# Names are written on parts of the world only, and the whole of it is a large drawing.
_WHOLE, _PART = ("narrow", "roomy"), ("narrow", "middle", "wide")


def bare_map(drawing: Mapping[str, Any], view: str) -> Bare:
    """Draw the map of a part of the world for every width.

    Args:
        drawing: As for `charts.map_picture.picture`.
        view: A key of the views in data/shapes/map.json.

    Returns:
        The drawings; each state and authority is marked with `data-actor`.
    """
    hatched, defs = hatches()
    paints = Paints(defs, "map")
    names = _WHOLE if view == WORLD else _PART
    lands = {name: Land(shapes.picture(), drawing, _frame(name, view)) for name in names}
    drawings = [_drawn(name, land, drawing, paints, view) for name, land in lands.items()]
    widest = [*lands.values()][-1]
    entries = keys(map_keys.entries(drawing, widest, paints))
    return inked(Bare(drawing["label"], hatched, tuple(drawings), entries, tuple(map_keys.notes(widest, view))))


def _frame(name: str, view: str) -> Frame:
    wide, mark = LAYOUTS[name], _SMALL if (name, view) == ("narrow", WORLD) else 1.0
    return replace(fitted(shapes.picture()["views"][view], wide, wide * _TALLEST), grain=_GRAIN, mark=mark)


def _drawn(name: str, land: Land, drawing: Mapping[str, Any], paints: Paints, view: str) -> ET.Element:
    root, frame = paper(name, drawing["label"]), land.frame
    land.draw(root, paints, view != WORLD, in_halos=True)
    # What is white and cut off would run into the paper.
    edge: Attributes = {"x": 0.5, "y": 0.5, "width": frame.width - 1, "height": round(frame.height) - 1}
    add(root, "rect", {**edge, "fill": "none", "stroke": COLOURS["outline"], "stroke-width": 1, "class": "edge"})
    cut(root, frame.width, frame.height)
    return root
