"""What does each sign look like on paper? In the plot, and in the legend without the colour of a stance."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from charts.picture.legend import SWATCH
from charts.picture.marks import diamond
from charts.picture.paint import COLOURS, PAPER
from charts.picture.svg import Attributes, add, short
from charts.picture.type import clean
from charts.stance_lines.placing import RADIUS, Place, Riser

_OPEN: Attributes = {"stroke-dasharray": "8 6", "stroke-width": 2.5}
_HELD: Attributes = {"stroke-width": 4.5}
_GREY = COLOURS["text"]


def point(parent: ET.Element, place: Place) -> None:
    """A statement, with the period it may fall in; what is known of it stands in its title."""
    colour = COLOURS[place.point["fill"]]
    if place.begin < place.x - RADIUS:
        _period(parent, place.begin, place.x, place.y, colour)
    mark = _mark(parent, place.point["form"], (place.x, place.y), colour)
    add(mark, "title", text="\n".join(clean(line) for line in place.point["lines"]))


def riser(parent: ET.Element, found: Riser) -> None:
    """The way from one level to another."""
    way = f"M{short(found.x)} {short(found.start)}V{short(found.end)}"
    add(parent, "path", {"d": way, "stroke": COLOURS["strong"], "stroke-width": 2})


def flag(parent: ET.Element, x: float, y: float) -> None:
    """The sign of a change."""
    look: Attributes = {"fill": COLOURS["strong"], "stroke": PAPER, "stroke-width": 1.5}
    add(parent, "path", {"d": diamond((x, y), 8), **look})


def line(parent: ET.Element, way: str, colour: str, is_open: bool = False) -> None:
    """A piece of the step line."""
    look = _OPEN if is_open else _HELD
    add(parent, "path", {"d": way, "fill": "none", "stroke": colour, **look})


def _mark(parent: ET.Element, form: str, at: tuple[float, float], colour: str) -> ET.Element:
    x, y = at
    if form == "vote":
        side, half = 2 * RADIUS - 1, RADIUS - 0.5
        edge: Attributes = {"stroke": PAPER, "stroke-width": 1.5}
        box: Attributes = {"x": x - half, "y": y - half, "width": side, "height": side}
        return add(parent, "rect", {**box, **edge, "fill": colour})
    ring: Attributes = {"fill": PAPER, "stroke": colour, "stroke-width": 3, "r": RADIUS - 1.5}
    full: Attributes = {"fill": colour, "stroke": PAPER, "stroke-width": 1.5, "r": RADIUS}
    return add(parent, "circle", {"cx": x, "cy": y, **(ring if form == "listed" else full)})


def _period(parent: ET.Element, begin: float, x: float, y: float, colour: str) -> None:
    way = f"M{short(begin)} {short(y - 5)}v10M{short(begin)} {short(y)}H{short(x)}"
    add(parent, "path", {"d": way, "fill": "none", "stroke": colour, "stroke-width": 2.5})


def swatch(sign: str) -> Callable[[ET.Element, float, float], None]:
    """What draws the sign of a form into the legend."""
    return lambda parent, left, top: _swatch(parent, sign, left, top + SWATCH[1] / 2)


def _swatch(parent: ET.Element, sign: str, left: float, y: float) -> None:
    middle, right = left + SWATCH[0] / 2, left + SWATCH[0]
    if sign == "change":
        riser(parent, Riser("", middle, y - 12, y + 12, y))
        flag(parent, middle, y)
    elif sign == "contested":
        branch = f"M{short(right)} {short(y - 8)}H{short(left + 4)}v16H{short(right)}"
        line(parent, branch, COLOURS["contested-own"])
    elif sign in ("held", "open"):
        line(parent, f"M{short(left)} {short(y)}H{short(right)}", _GREY, is_open=sign == "open")
    elif sign == "period":
        _period(parent, left + 2, right - RADIUS, y, _GREY)
        _mark(parent, "word", (right - RADIUS, y), _GREY)
    else:
        _mark(parent, sign, (middle, y), _GREY)
