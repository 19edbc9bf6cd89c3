"""The map itself: land, outlines by class, disputed areas, marks, names."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from charts.picture import marks, names
from charts.picture.frame import Frame, Point
from charts.picture.naming import Named, Place, named
from charts.picture.outline import Ring, outline, rings
from charts.picture.paint import COLOURS, PAPER, Paints, is_absent, is_open
from charts.picture.svg import Attributes, add
from charts.picture.type import BOLD, clean
from charts.theme import ink_on

DISPUTED = {"fill": "", "pattern": "falling", "ink": "text"}
DASHES = "4 3"
_SMALLEST_HATCH = 50.0
_NAME_DROP = 0.34 * names.SIZE
_HALO: Attributes = {
    "fill": COLOURS["strong"],
    "stroke": PAPER,
    "stroke-width": 4,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}


class Land:
    """What lies in a window, and how it is drawn.

    Attributes:
        frame: The window.
        marks: In the order of drawing.
        disputed: The disputed areas in view, as the shapes' file has them.
        has_other: Whether there is land without an actor in view.
    """

    def __init__(self, shapes: Mapping[str, Any], drawing: Mapping[str, Any], frame: Frame) -> None:
        self.frame = frame
        self._actors = {key: actor for key, actor in drawing["actors"].items() if actor["class"] is not None}
        self._looks = {key: drawing["classes"][actor["class"]] for key, actor in self._actors.items()}
        seats = {seat["id"] for seat in shapes["seats"]}
        seen = [shape for shape in shapes["shapes"] if frame.meets(shape["box"])]
        self._drawn = {shape["id"]: shape["d"] for shape in seen if outline(shape["d"], frame)}
        self._points = {shape["id"]: frame.place(shape["point"]) for shape in seen}
        self._outlined = [key for key in self._drawn if key in self._looks and key not in seats]
        self.marks = marks.marks(shapes, self._looks, frame)
        self.disputed = [area for area in shapes["disputed"] if _is_visible(rings(area["d"], frame, bleed=0))]
        self.has_other = len(self._outlined) < len(self._drawn)

    def draw(self, parent: ET.Element, paints: Paints, with_names: bool, *, in_halos: bool = False) -> None:
        """Draw all of it, from the sea up; `in_halos` for names that can be read whatever their ground becomes."""
        add(parent, "rect", {"width": self.frame.width, "height": self.frame.height, "fill": COLOURS["sea"]})
        self._draw_outlines(parent, paints)
        hatched = add(parent, "g", {**_line("text", 1), "fill": paints.fill(DISPUTED), "stroke-dasharray": DASHES})
        for area in self.disputed:
            _titled(add(hatched, "path", {"d": outline(area["d"], self.frame)}), [area["note"]])
        for mark in self.marks:
            self._known(marks.draw(parent, mark, paints), mark.actor_id, mark.point)
        if with_names:
            group = add(parent, "g", {"font-family": BOLD.family, "font-size": names.SIZE, "font-weight": BOLD.weight})
            found = {key: rings(d, self.frame) for key, d in self._drawn.items()}
            for name in named([*self._places(found)], found, self.frame):
                self._write(group, name, in_halos)

    def _draw_outlines(self, parent: ET.Element, paints: Paints) -> None:
        """Open classes last: their outline would be covered by a neighbour's."""
        other = add(parent, "g", {**_line("outline", 1), "fill": COLOURS["land"]})
        for key in sorted(self._drawn.keys() - set(self._outlined)):
            add(other, "path", {"d": outline(self._drawn[key], self.frame)})
        filled, opened = add(parent, "g", _line("border", 1.6)), add(parent, "g", _line("outline", 1.6))
        for key in self._outlined:
            look = self._looks[key]
            group = opened if is_open(look) else filled
            shape = add(group, "path", {"fill": paints.fill(look), "d": outline(self._drawn[key], self.frame)})
            self._known(shape, key, self._points[key])

    def _known(self, element: ET.Element, key: str, point: Point) -> None:
        """Say on an element whose it is: in words for readers, by id and place for whoever makes a link of it."""
        element.attrib |= {"data-actor": clean(key), "data-at": f"{point[0]:.1f} {point[1]:.1f}"}
        _titled(element, self._actors[key]["lines"])

    def _places(self, found: Mapping[str, list[Ring]]) -> Iterator[Place]:
        """Who may be named: marks with a position first; nobody who did not exist."""
        marked = {mark.actor_id for mark in self.marks}
        for mark in reversed(self.marks):
            if not is_absent(mark.look):
                yield Place(mark.actor_id, self._name(mark.actor_id), mark.point, mark.radius, [])
        for key in self._outlined:
            if key not in marked and not is_absent(self._looks[key]):
                yield Place(key, self._name(key), self._points[key], 0, found[key])

    def _name(self, key: str) -> str:
        return clean(self._actors[key]["lines"][0])

    def _write(self, group: ET.Element, name: Named, in_halo: bool) -> None:
        """Black or white on a plain fill; with a halo on hatches, over borders, and where asked for."""
        look, (x, y) = self._looks[name.actor_id], name.room.middle
        is_plain = name.is_inside and not look["pattern"] and not in_halo
        ink: Attributes = {"fill": ink_on(COLOURS[look["fill"]])} if is_plain else _HALO
        add(group, "text", {"x": x, "y": y + _NAME_DROP, "text-anchor": "middle", **ink}, name.name)


def _is_visible(found: list[Ring]) -> bool:
    """Whether an area is large enough for a hatch: on islets the dashes would be a black speck."""
    return sum(map(names.extent, found)) >= _SMALLEST_HATCH


def _line(colour: str, thick: float) -> Attributes:
    """A line beneath the fill, so that half of it shows and small islands keep their size."""
    return {"stroke": COLOURS[colour], "stroke-width": thick, "stroke-linejoin": "round", "paint-order": "stroke"}


def _titled(element: ET.Element, lines: list[str]) -> None:
    add(element, "title", text="\n".join(clean(line) for line in lines))
