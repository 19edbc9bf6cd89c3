"""The timeline without its caption."""

from collections.abc import Mapping
from typing import Any

from charts.bare.drawn import LAYOUTS, Bare, cut, hatches, inked, keys, paper
from charts.picture import keys as meanings
from charts.picture.paint import Paints
from charts.picture.plot import Layout, Plot, placed

_RIGHT = 14.0
_LAYOUTS = {
    "narrow": Layout(left=0, right=LAYOUTS["narrow"] - _RIGHT, gutter=52, high=220, names_above=True),
    "middle": Layout(left=0, right=LAYOUTS["middle"] - _RIGHT, gutter=58, high=220, names_above=True),
    "wide": Layout(left=0, right=LAYOUTS["wide"] - _RIGHT, gutter=172, high=240),
}


def bare_timeline(drawing: Mapping[str, Any]) -> Bare:
    """Draw the timeline for every width.

    Args:
        drawing: From `charts.timeline.drawing`.

    Returns:
        The drawings; bars and periods are marked with `data-days`, events with `data-events`.
    """
    hatched, defs = hatches()
    paints, drawings = Paints(defs, "timeline"), []
    held = {name: placed(drawing, layout.scale(drawing)) for name, layout in _LAYOUTS.items()}
    for name, layout in _LAYOUTS.items():
        root = paper(name, drawing["label"])
        cut(root, LAYOUTS[name], Plot(root, drawing, layout, paints).draw(0, held[name]) + 4)
        drawings.append(root)
    entries = keys(meanings.entries(drawing, held["narrow"], paints))
    return inked(Bare(drawing["label"], hatched, tuple(drawings), entries, ()))
