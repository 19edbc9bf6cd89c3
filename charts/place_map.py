"""Where is that? A small map of the surroundings of a place, to stand in a page."""

from collections.abc import Iterator, Mapping, Sequence
from math import dist
from operator import itemgetter
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as ET

from charts import shapes
from charts.equal_earth import project
from charts.picture import names
from charts.picture.frame import Frame, fitted
from charts.picture.naming import Place, named
from charts.picture.outline import Ring, path, rings
from charts.picture.room import Room, around
from charts.picture.svg import Attributes, add
from charts.picture.type import SANS, clean
from charts.theme import DARK, LIGHT

WIDTH, HEIGHT = 580.0, 362.0
_ACROSS = 42.0
"""Map units from side to side: some 18 degrees of longitude in the South Caucasus."""
_DOT = 8.0
_LARGE = 9000.0
"""Square units from which on a state is named by the part that is seen; the name of a corner would mislead."""
_NEAR = 70.0
_DROP = 0.34 * names.SIZE
_NOBODY: Mapping[str, str] = MappingProxyType({})


def svg(latitude: float | None, longitude: float | None, label: str, called: Mapping[str, str] = _NOBODY) -> str:
    """Draw the surroundings of a place, with a dot where it is.

    Args:
        latitude: Degrees; None where the place is not known.
        longitude: Degrees east.
        label: What the place is called, plain text.
        called: Names of states by the ids of the shapes (ISO 3166-1 alpha-3), written where there is room for them.

    Returns:
        An SVG file, to be shown as an image: `st.html` drops SVG elements. Its colours follow the light or dark
        scheme that the image is shown in. Empty without a place.
    """
    if latitude is None or longitude is None:
        return ""
    frame = _window(latitude, longitude)
    dot = frame.place(project(longitude, latitude))
    root = _sea(label)
    land = {shape["id"]: rings(shape["d"], frame) for shape in _seen(frame)}
    outlines = add(root, "g", {"style": f"fill:{_both('land')};stroke:{_both('outline')};stroke-width:0.8"})
    for held in land.values():
        add(outlines, "path", {"d": path(held)})
    _draw_disputed(root, frame)
    spot = around(dot, _DOT + 2)
    taken = _write_names(root, land, frame, spot, called)
    _write_place(root, clean(label), spot, taken, frame)
    colours = f"fill:{_both('strong')};stroke:{_both('ground')};stroke-width:2.5"
    add(root, "circle", {"cx": dot[0], "cy": dot[1], "r": _DOT, "style": colours})
    return ET.tostring(root, encoding="unicode")


def _sea(label: str) -> ET.Element:
    """The empty map, saying what it shows."""
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}"})
    said = f"Map of the surroundings of {clean(label) or 'the place'}"
    root.attrib |= {"role": "img", "aria-label": said, "style": "color-scheme:light dark"}
    add(root, "title", text=said)
    add(root, "rect", {"width": WIDTH, "height": HEIGHT, "style": f"fill:{_both('sea')}"})
    return root


def _window(latitude: float, longitude: float) -> Frame:
    x, y = project(longitude, latitude)
    down = _ACROSS * HEIGHT / WIDTH
    return fitted((x - _ACROSS / 2, y - down / 2, _ACROSS, down), WIDTH, HEIGHT)


def _seen(frame: Frame) -> Iterator[Mapping[str, Any]]:
    """The shapes of which something lies in the window."""
    for shape in shapes.picture()["shapes"]:
        if frame.meets(shape["box"]) and rings(shape["d"], frame, bleed=0):
            yield shape


def _draw_disputed(root: ET.Element, frame: Frame) -> None:
    """Outline what is disputed, as on the large map, so that no border looks settled that is not."""
    style = f"fill:none;stroke:{_both('text')};stroke-width:1;stroke-dasharray:4 3"
    for area in shapes.picture()["disputed"]:
        held = rings(area["d"], frame)
        if held:
            add(add(root, "path", {"d": path(held), "style": style}), "title", text=clean(area["note"]))


def _write_names(
    root: ET.Element, land: Mapping[str, Sequence[Ring]], frame: Frame, spot: Room, called: Mapping[str, str]
) -> list[Room]:
    """Write the names of the states for which there is room, and say what is taken now."""
    waiting, taken = _places(land, frame, called, spot), [spot]
    while waiting:
        place = waiting.pop(0)
        middles = [around(other.point, 6) for other in waiting]
        for name in named([place], land, frame, [*taken, *middles]):
            _write(root, name.name, name.room, f"fill:{_both('strong')}")
            taken.append(name.room)
    return taken


def _write_place(root: ET.Element, label: str, spot: Room, taken: Sequence[Room], frame: Frame) -> None:
    """Write what the place is called beside its dot, if there is room."""
    rooms = names.beside(label, spot) if label else []
    room = next((room for room in rooms if room.is_free(taken, frame)), None)
    if room:
        _write(root, label, room, f"fill:{_both('strong')};font-weight:600")


def _places(land: Mapping[str, Sequence[Ring]], frame: Frame, called: Mapping[str, str], spot: Room) -> list[Place]:
    """Which states may be named: those that lie in the window, or fill a good part of it.

    Those round the place come first, the small ones before the large: of two that meet there, both have their name.
    """
    found = []
    for shape in _seen(frame):
        held, large = land[shape["id"]], max(map(names.extent, land[shape["id"]]))
        if shape["id"] in called and (frame.holds(shape["point"]) or large >= _LARGE):
            is_near = any(dist(corner, spot.middle) <= _NEAR for ring in held for corner in ring)
            place = Place(shape["id"], clean(called[shape["id"]]), frame.place(shape["point"]), 0, held)
            found.append((not is_near, large if is_near else -large, place))
    return [place for *_, place in sorted(found, key=itemgetter(0, 1))]


def _write(root: ET.Element, words: str, room: Room, colour: str) -> None:
    x, y = room.middle
    face = f"font-family:{SANS.family};font-size:{names.SIZE:g}px"
    halo = f"stroke:{_both('land')};stroke-width:4;stroke-linejoin:round;paint-order:stroke"
    place: Attributes = {"x": x, "y": y + _DROP, "text-anchor": "middle"}
    add(root, "text", {**place, "style": f"{colour};{face};{halo}"}, words)


def _both(name: str) -> str:
    """A colour of the palettes for a light and a dark page."""
    light, dark = (palette.named() | {"ground": palette.ground} for palette in (LIGHT, DARK))
    return f"light-dark({light[name]},{dark[name]})"
