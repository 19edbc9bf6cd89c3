"""What do the colours and signs of a map mean, how many are there of each, and what is to be said of it?"""

from collections.abc import Iterator, Mapping
from functools import partial
from operator import itemgetter
from typing import Any

from charts.picture import legend
from charts.picture.land import DASHES, DISPUTED, Land
from charts.picture.legend import Entry
from charts.picture.paint import COLOURS, Paints


def entries(drawing: Mapping[str, Any], land: Land, paints: Paints) -> Iterator[Entry]:
    """The classes that somebody is in, in the order of the legend, then whatever else is on the map."""
    for look in filter(itemgetter("count"), drawing["classes"]):
        yield Entry(look["words"], f"{look['count']:,}", partial(legend.swatch, fill=paints.fill(look)))
    if land.has_other:
        yield Entry("Other land, not counted", "", partial(legend.swatch, fill=COLOURS["land"]))
    if any(not mark.is_seat for mark in land.marks):
        yield Entry("State too small to show", "", legend.circle)
    if any(mark.is_seat for mark in land.marks):
        yield Entry("Authority, at its seat", "", legend.diamond)
    if land.disputed:
        yield Entry("Disputed area", "", partial(legend.swatch, fill=paints.fill(DISPUTED), dashes=DASHES))


def notes(land: Land, view: str) -> Iterator[str]:
    """What is to be said of a map that shows a part of the world; nothing of the whole."""
    if view != "world":
        yield "The counts are of all actors, also of those outside this part of the world."
        yield from (f"{area['note']}." for area in land.disputed)
