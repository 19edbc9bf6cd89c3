"""What each embed is there for: the map, the timeline, or the table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from api.embed.wanted import Wanted
from api.handout import tables
from api.handout.figure import Hint, figure
from api.handout.markup import Node, el, link
from api.handout.scenes import MapScene, Row, Scene, TableScene, TimelineScene
from charts import map as charted
from charts.bare import bare_map, bare_timeline
from exports import TABLES
from exports.phrases import count_words

MOST_ROWS = 100
"""Of the table; the rows behind a drawing are all shown, since it shows them all."""
_FORMS = (("csv", "CSV"), ("xlsx", "Excel"))
_TAB = "in a new tab"


@dataclass(frozen=True)
class Content:
    """An embed without its frame.

    Attributes:
        scene: Whose rows they are.
        texts: The question, the answer, and what is counted.
        nodes: What it shows.
    """

    scene: Scene
    texts: tuple[str, str, str]
    nodes: Sequence[Node]


def map_(wanted: Wanted) -> Content:
    """The map of a day, and every position and silence."""
    scene, links = MapScene(wanted.asked), wanted.links
    hint = Hint(
        "Point at a state, or tap it, for its position; click it for the evidence.", f"Click: the evidence, {_TAB}"
    )
    doors = {"data-actor": _door(links.actor)}
    twin = tables.positions(scene.rows, scene.labels, lambda row: link(links.actor(row["actor_id"]), row["actor_name"]))
    nodes = [
        figure(bare_map(scene.drawing(), wanted.part), doors, hint),
        _twin(wanted, len(scene.rows), twin),
        el("p", charted.DISCLAIMER, class_="note"),
    ]
    return Content(scene, ("Who stands where?", scene.answer(), scene.counted()), nodes)


def timeline(wanted: Wanted) -> Content:
    """The statements over time, what happened, and both as tables."""
    scene, links = TimelineScene(wanted.asked), wanted.links
    drawing = scene.drawing()
    starts = {event[0]: date.fromisoformat(event[2]) for lane in drawing["lanes"] for event in lane["events"]}

    def happened(ids: str) -> str:
        first, *others = ids.split(" ")
        return links.happened([starts[first], *(starts[other] for other in others)]) if others else links.event(first)

    def said(days: str) -> str:
        return links.said(map(date.fromisoformat, days.split(" ")))

    hint = Hint("Point at a bar or an event to see what it is; click it for more.", f"Click: more of it, {_TAB}")
    doors = {"data-days": _door(said), "data-events": _door(happened)}
    twin = tables.events(scene.rows, lambda row: link(links.event(row["event_id"]), row["title"]))
    nodes = [figure(bare_timeline(drawing), doors, hint), _twin(wanted, len(scene.rows), twin, tables.bins(drawing))]
    return Content(scene, ("How did it unfold?", scene.answer(), scene.counted()), nodes)


def table(wanted: Wanted) -> Content:
    """The newest statements."""
    scene, links = TableScene(wanted.asked), wanted.links
    rows: list[Row] = wanted.asked.page(MOST_ROWS, sort="newest").to_pylist()
    total = wanted.asked.count()
    shown = tables.statements(
        rows,
        lambda row: link(links.statement(row["statement_id"]), row["actor_name"]),
        with_issue=not wanted.asked.issue,
    )
    few = f"The newest {len(rows):,} of {count_words(total, 'statement')} are shown. " if total > len(rows) else ""
    nodes = [shown if rows else None, _complete(wanted, total, few)]
    return Content(scene, ("Who said what?", scene.answer(), scene.counted()), nodes)


CONTENTS: Mapping[str, Callable[[Wanted], Content]] = {"map": map_, "timeline": timeline, "table": table}
"""By the kind of embed."""


def _door(address: Callable[[str], str]) -> Callable[[str], Mapping[str, str]]:
    return lambda thing: {"href": address(thing), "target": "_blank", "rel": "noopener"}


def _twin(wanted: Wanted, rows: int, *shown: ET.Element) -> ET.Element:
    """The same as the drawing in words, for who cannot see it or wants to read on."""
    said = f"The same as a table: {count_words(rows, *_noun(wanted))}"
    return el("details", el("summary", said), *shown, _complete(wanted, rows))


def _complete(wanted: Wanted, rows: int, few: str = "") -> ET.Element | None:
    """Where the complete table is to be had."""
    if not rows:
        return None
    forms = [link(wanted.asked.api_url(wanted.home, form, frozen=wanted.frozen), words) for form, words in _FORMS]
    return el(
        "p", few, f"All {count_words(rows, *_noun(wanted))} as a file: ", forms[0], ", ", forms[1], ".", class_="note"
    )


def _noun(wanted: Wanted) -> tuple[str, str]:
    return TABLES[wanted.asked.table].noun
