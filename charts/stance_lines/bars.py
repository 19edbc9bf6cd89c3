"""The memberships on paper: a row an organisation, its name over its bars."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from charts.picture.paint import COLOURS, PAPER
from charts.picture.sheet import MARGIN, Sheet, position
from charts.picture.svg import Attributes, add
from charts.picture.type import BOLD, SANS, Style, clean, tidy
from charts.stance_lines.given import Drawing
from charts.stance_lines.paper import TITLE, WORDS
from charts.stance_lines.placing import at, end
from charts.timeline.scale import Scale

_THICK, _LEAST = 9.0, 4.0
_COLOUR = COLOURS["outline"]
_NAME = Style(BOLD, WORDS.size, WORDS.leading, COLOURS["strong"])
_PLAIN: Attributes = {"font-weight": SANS.weight, "fill": COLOURS["text"]}


def draw(sheet: Sheet, title: str, spans: Sequence[Drawing], scale: Scale, fade: str) -> None:
    """Draw all organisations below what is on the paper.

    Args:
        sheet: The paper.
        title: What is written over them.
        spans: As in the drawing.
        scale: Of the axis.
        fade: The paint of a start that is not known, from nothing on the left to the colour of the bars.
    """
    room = scale.right - scale.left
    sheet.write(tidy(title, TITLE, room), TITLE, above=8)
    for span in spans:
        sheet.y += 6
        _name(sheet, span, room)
        for spell in span["spells"]:
            _bar(sheet.root, spell, scale, sheet.y, fade)
        sheet.y += _THICK + 4


def _name(sheet: Sheet, span: Drawing, room: float) -> None:
    """The name in bold with the words behind it, in as many lines as they take."""
    name = clean(span["name"])
    for number, line in enumerate(tidy(f"{name} {span['words']}", _NAME, room)):
        bold = name if number == 0 and line.startswith(f"{name} ") else ""
        text = add(sheet.root, "text", position(MARGIN, sheet.y, _NAME), bold)
        add(text, "tspan", _PLAIN, f"\u00a0{line.removeprefix(bold).strip()}" if bold else line)
        sheet.y += _NAME.leading


def _bar(parent: ET.Element, spell: Drawing, scale: Scale, top: float, fade: str) -> None:
    begin = at(spell["starts"], scale) if spell["starts"] else scale.left
    long = max(end(spell["ends"], scale) - begin, _LEAST)
    paint = fade if not spell["starts"] else _COLOUR
    fill = paint if spell["is_full"] else PAPER
    place = {"x": min(begin, scale.right - long), "y": top + 1, "width": long, "height": _THICK, "rx": 2}
    add(parent, "rect", {**place, "fill": fill, "stroke": paint, "stroke-width": 1.5})
