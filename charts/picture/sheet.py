"""The paper of the picture: what is written goes below what is there already."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from charts.picture.paint import COLOURS, PAPER
from charts.picture.svg import Attributes, add, short
from charts.picture.type import Style, clean

WIDTH, MARGIN = 1200.0, 40.0
ACROSS = WIDTH - 2 * MARGIN


class Sheet:
    """An SVG that grows downwards; `y` is the first free pixel."""

    def __init__(self, title: str, description: str) -> None:
        self.root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        add(self.root, "title", text=clean(title))
        add(self.root, "desc", text=clean(description))
        self.defs = add(self.root, "defs")
        self._paper = add(self.root, "rect", {"width": WIDTH, "fill": PAPER})
        self.y = MARGIN

    def write(self, lines: Iterable[str], style: Style, above: float, link: str = "") -> None:
        """Set lines of text below a gap; with the address of a page they lead there. Nothing is left for no text."""
        parent = add(self.root, "a", {"href": clean(link)}) if _is_page(link) else self.root
        for at, line in enumerate(filter(None, lines)):
            self.y += 0 if at else above
            add(parent, "text", position(MARGIN, self.y, style), line)
            self.y += style.leading

    def rule(self, above: float, colour: str = "outline") -> None:
        """Draw a thin line across in a colour of the map, below a gap."""
        self.y += above
        way = f"M{short(MARGIN)} {short(self.y)}h{short(ACROSS)}"
        add(self.root, "path", {"d": way, "stroke": COLOURS[colour], "stroke-width": 1})

    def finish(self) -> str:
        """The whole file, as high as what is on it."""
        height = round(self.y + MARGIN)
        self._paper.set("height", f"{height}")
        self.root.attrib |= {"width": f"{WIDTH:g}", "height": f"{height}", "viewBox": f"0 0 {WIDTH:g} {height}"}
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(self.root, encoding="unicode") + "\n"


def position(left: float, top: float, style: Style) -> Attributes:
    """The attributes of a line of text whose box begins at left and top."""
    return {
        "x": left,
        "y": top + (style.leading - style.size) / 2 + 0.78 * style.size,
        "font-family": style.face.family,
        "font-size": style.size,
        "font-weight": style.face.weight,
        "fill": style.colour,
    }


def _is_page(link: str) -> bool:
    """Whether an address may be followed: a script in it would run in the reader's browser."""
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False
