"""What was said when: bars by stance, below them what is dated by month or year only, behind them the wars."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from charts.picture.paint import COLOURS, PAPER, Paints
from charts.picture.svg import Attributes, add
from charts.picture.type import BOLD, SLACK, Style, clean, width
from charts.theme import LIGHT
from charts.timeline.labels import stack_rows
from charts.timeline.scale import Scale

NUMBER = Style(BOLD, 19, 24, COLOURS["strong"])
THICK = 28.0
"""Height of what lies over a whole period."""
_GAP, _AIR, _LEAST = 1.0, 6.0, 3.0
_NARROWEST, _FADE, _SHADE = 3.0, 60.0, 0.24


class Span(NamedTuple):
    """A period in its place; its number stands in the middle of it, or beside it where it is too narrow.

    `days` are its first and its last, as ISO text with a space between them.
    """

    left: float
    right: float
    row: int
    middle: float
    words: str
    counts: Sequence[int]
    days: str


def vague(stance: str) -> Mapping[str, str]:
    """The look of what is dated by month or year only, by its stance or the name of another colour."""
    return {"fill": "", "pattern": "vague", "ink": stance}


def bars(parent: ET.Element, drawing: Mapping[str, Any], scale: Scale, box: tuple[float, float, int]) -> None:
    """Draw the bars, each over its own days.

    Args:
        parent: Where to.
        drawing: From `charts.timeline`.
        scale: The line of days.
        box: Upper edge, lower edge, and the number that the upper edge stands for.
    """
    top, bottom, most = box
    for starts, ends, words, counts in drawing["bars"]:
        left, right = scale.stretch(date.fromisoformat(starts), date.fromisoformat(ends))
        wide = right - left - (_GAP if right - left > 4 * _GAP else 0)
        group, y = add(parent, "g", {"data-days": f"{starts} {ends}"}), bottom
        add(group, "title", text=told(words, counts, drawing["stances"]))
        for stance, count in zip(drawing["stances"], counts, strict=True):
            high = (bottom - top) * count / most
            y -= high
            if count:
                size: Attributes = {"x": left, "y": y, "width": wide, "height": high}
                add(group, "rect", {**size, "fill": COLOURS[stance["fill"]]})


def spans(found: Sequence[Sequence[Any]], scale: Scale) -> list[Span]:
    """Give each period a row, so that neither they nor their numbers lie on each other."""
    flat = [_span(row, scale) for row in found]
    needed = [(min(span.left, _edges(span)[0]), max(span.right, _edges(span)[1]) + _AIR) for span in flat]
    order = sorted(range(len(flat)), key=lambda at: needed[at])
    rows = stack_rows([needed[at] for at in order], len(flat))
    return [flat[at]._replace(row=row) for at, row in zip(order, rows, strict=True)]


def draw_span(parent: ET.Element, span: Span, top: float, drawing: Mapping[str, Any], paints: Paints) -> None:
    """Draw a period hatched over all of its days, divided by stance from top to bottom, with its number."""
    group, y, total = add(parent, "g", {"data-days": span.days}), top, sum(span.counts)
    add(group, "title", text=told(span.words, span.counts, drawing["stances"]))
    box: Attributes = {"x": span.left, "width": max(span.right - span.left, _NARROWEST)}
    shares = [max(_LEAST, THICK * count / total) if count else 0.0 for count in span.counts]
    for stance, share in zip(drawing["stances"], shares, strict=True):
        if share:
            high = THICK * share / sum(shares)
            add(group, "rect", {**box, "y": y, "height": high, "fill": paints.fill(vague(stance["fill"]))})
            y += high
    add(group, "rect", {**box, "y": top, "height": THICK, "fill": "none", "stroke": COLOURS["text"]})
    words: Attributes = {"x": span.middle, "y": top + THICK / 2 + 0.34 * NUMBER.size, "text-anchor": "middle"}
    halo: Attributes = {"stroke": PAPER, "stroke-width": 6, "stroke-linejoin": "round", "paint-order": "stroke"}
    face: Attributes = {"font-family": BOLD.family, "font-size": NUMBER.size, "font-weight": BOLD.weight}
    add(group, "text", {**words, **face, **halo, "fill": NUMBER.colour}, f"{total:,}")


def bands(parent: ET.Element, found: Sequence[Sequence[Any]], scale: Scale, paints: Paints) -> list[ET.Element]:
    """Shade the days of wars and blockades; the heights are set when they are known. An unknown end fades out."""
    shades = []
    for _, title, starts, ends in found:
        first = date.fromisoformat(starts)
        left, right = scale.stretch(first, date.fromisoformat(ends) if ends else first)
        far = max(right, left + _NARROWEST) if ends else min(left + _FADE, scale.right)
        shade = add(parent, "rect", {"x": left, "width": far - left, **shading(paints, is_open=not ends)})
        add(shade, "title", text=clean(title))
        shades.append(shade)
    return shades


def shading(paints: Paints, is_open: bool) -> Attributes:
    """The paint of a band."""
    return {"fill": paints.fading(LIGHT.quiet, _SHADE)} if is_open else {"fill": LIGHT.quiet, "fill-opacity": _SHADE}


def told(words: str, counts: Sequence[int], stances: Sequence[Mapping[str, Any]]) -> str:
    """What a bar or a period says when it is pointed at."""
    lines = (f"{stance['words']}: {count:,}" for stance, count in zip(stances, counts, strict=True) if count)
    return "\n".join(map(clean, (words, *lines)))


def _span(row: Sequence[Any], scale: Scale) -> Span:
    starts, ends, words, counts = row
    left, right = scale.stretch(date.fromisoformat(starts), date.fromisoformat(ends))
    span = Span(left, right, 0, (left + right) / 2, words, counts, f"{starts} {ends}")
    if _half(span) * 2 + _AIR <= right - left:
        return span
    beyond = right + _AIR + 2 * _half(span) > scale.right
    return span._replace(middle=left - _AIR - _half(span) if beyond else right + _AIR + _half(span))


def _half(span: Span) -> float:
    return width(f"{sum(span.counts):,}", BOLD, NUMBER.size) * SLACK / 2


def _edges(span: Span) -> tuple[float, float]:
    return span.middle - _half(span), span.middle + _half(span)
