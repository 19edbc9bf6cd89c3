"""What do the colours and signs of a timeline mean, and how many are there of each?"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

from charts.picture import bars, lanes, legend
from charts.picture.legend import Entry
from charts.picture.paint import COLOURS, Paints
from charts.picture.svg import Attributes, add
from charts.timeline.placing import Mark


def entries(drawing: Mapping[str, Any], placed: Mapping[str, Sequence[Mark]], paints: Paints) -> Iterator[Entry]:
    """The stances, how many of them are dated vaguely, then the signs of what happened."""
    for stance in drawing["stances"]:
        fill = COLOURS[stance["fill"]]
        yield Entry(stance["words"], f"{stance['count']:,}", partial(legend.swatch, fill=fill))
    vague = sum(sum(counts) for *_, counts in drawing["spans"])
    if vague:
        hatch = paints.fill(bars.vague("text"))
        yield Entry("Of these, dated by month or year only", f"{vague:,}", partial(legend.swatch, fill=hatch))
    yield from _signs([event for lane in drawing["lanes"] or () for event in lane["events"]])
    if any(len(mark.events) > 1 for held in placed.values() for mark in held):
        yield Entry("Several events close together", "", lanes.several)
    for is_open, words in ((False, "War or blockade"), (True, "War or blockade, end not recorded")):
        number = sum((band[3] is None) == is_open for band in drawing["bands"])
        if number:
            yield Entry(words, f"{number:,}", partial(_shade, paint=bars.shading(paints, is_open)))


def _signs(events: Sequence[Sequence[Any]]) -> Iterator[Entry]:
    spoken = sum(event[4] > 0 for event in events)
    if spoken:
        yield Entry("Event, larger with more statements", f"{spoken:,}", lanes.event)
    if len(events) > spoken:
        words = "Event without statements in view"
        yield Entry(words, f"{len(events) - spoken:,}", partial(lanes.event, statements=0))


def _shade(parent: ET.Element, left: float, top: float, paint: Attributes) -> None:
    """The shade of a band in the legend."""
    add(parent, "rect", {"x": left, "y": top, "width": legend.SWATCH[0], "height": legend.SWATCH[1], **paint})
