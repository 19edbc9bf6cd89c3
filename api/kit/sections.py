"""The sections of a kit, in the order of its page."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from api.handout import tables
from api.handout.figure import Hint, figure
from api.handout.markup import Node, el, link, put
from api.handout.scenes import MapScene
from api.handout.table import Cell, Row, table, text
from api.kit.kit import Kit, anchor
from api.kit.statements import ways
from charts import map as charted
from charts.bare import bare_map, bare_timeline
from exports import TABLES
from exports.citations.quoting import published
from exports.phrases import count_words
from exports.vocabulary import LANGUAGES

ROWS = "the rows of the statements"
"""A comment in the page, in whose place the rows go."""


def map_(kit: Kit, scene: MapScene) -> ET.Element:
    """The map of the last day, and every position."""
    spoke = {row["actor_id"] for row in kit.statements.rows}

    def named(row: tables.Found) -> Node:
        if row["actor_id"] not in spoke:
            return el("span", row["actor_name"])
        return el("a", row["actor_name"], href="#statements", data_filter=row["actor_name"])

    hint = Hint("Point at a state, or tap it, for its position; click it for its row in the table.", "Click: its row")
    doors = {"data-actor": lambda actor_id: {"href": anchor("actor", actor_id)}}
    drawn = figure(bare_map(scene.drawing(), kit.part), doors, hint)
    said = (el("p", scene.answer(), class_="answer"), el("p", scene.counted(), class_="counted"))
    shown = tables.positions(scene.rows, scene.labels, named)
    twin = _unfolding(count_words(len(scene.rows), *_noun("positions")), shown)
    return _section("map", "Who stands where?", *said, drawn, twin, el("p", charted.DISCLAIMER, class_="note"))


def timeline(kit: Kit) -> ET.Element:
    """The statements over time, and every event."""
    scene = kit.timeline
    drawing = scene.drawing()

    def happened(ids: str) -> dict[str, str]:
        return {"href": anchor("event", ids.partition(" ")[0])}

    hint = Hint("Point at an event to see what it is; click it for its row in the table.", "Click: its row")
    drawn = figure(bare_timeline(drawing), {"data-events": happened}, hint)
    said = (el("p", scene.answer(), class_="answer"), el("p", scene.counted(), class_="counted"))
    shown = tables.events(scene.rows, lambda row: el("span", row["title"])), tables.bins(drawing)
    return _section(
        "timeline",
        "How did it unfold?",
        *said,
        drawn,
        _unfolding(count_words(len(scene.rows), *_noun("events")), *shown),
    )


def statements(kit: Kit) -> ET.Element:
    """The frame of the statements, with a place for their rows."""
    scene = kit.statements
    shown = tables.statements((), lambda _: None, with_issue=not kit.asked.issue)
    body = shown.find("tbody")
    if body is not None:
        body.append(ET.Comment(ROWS))
    said = (el("p", scene.answer(), class_="answer"), el("p", scene.counted(), class_="counted"))
    return _section("statements", "Who said what?", *said, shown)


def sources(kit: Kit) -> ET.Element:
    """The sources that carry the statements."""
    shown = table(
        "Sources of these statements",
        ("Source", "Publisher", "Published", "Language", "Statements in view"),
        (_source(row) for row in kit.sources),
        "sources",
    )
    return _section("sources", "What does it rest on?", shown)


def manifest(kit: Kit) -> ET.Element:
    """What the kit says of itself."""
    said, about = kit.manifest, kit.about
    shown: list[tuple[str, Node]] = [
        *about.filters,
        ("Rows", f"{about.rows:,} statements"),
        ("Data version", about.data_version),
        ("Made at", about.created),
        ("Collection", about.collection),
        ("How it was made", about.method),
        ("Made from", "; ".join(about.made_from)),
        ("Licence", link(about.licence_url, about.licence)),
        ("To cite", about.citation),
        ("This view online", link(about.url, about.url)),
        ("The same rows as CSV", link(kit.asked.api_url(kit.home, "csv"), said["file"]["name"])),
        ("SHA-256 of that file", el("code", said["file"]["sha256"])),
    ]
    listed = el("dl")
    for name, value in shown:
        put(listed, el("div", el("dt", name), el("dd", value)))
    return _section("manifest", "What is in this file?", listed)


def all_of(kit: Kit) -> Iterator[ET.Element]:
    """Every section."""
    if kit.map is not None:
        yield map_(kit, kit.map)
    yield from (timeline(kit), statements(kit), sources(kit), manifest(kit))


def _source(row: tables.Found) -> Row:
    named = el("span", row["title"])
    when = published(row["published"], row["date_precision"]) or "no date known"
    cells = [
        Cell([named, " ", *ways(row["url"], row["published"])]),
        text(row["publisher"]),
        Cell([when], row["published"].isoformat() if row["published"] else ""),
        text(LANGUAGES.get(row["language"], row["language"])),
        text(f"{row['count_statements']:,}"),
    ]
    return Row(cells, f"source-{row['source_id']}")


def _section(name: str, question: str, *content: Node) -> ET.Element:
    return el("section", el("h2", question), *content, id=name)


def _unfolding(words: str, *content: Node) -> ET.Element:
    return el("details", el("summary", f"The same as a table: {words}"), *content)


def _noun(name: str) -> tuple[str, str]:
    return TABLES[name].noun
