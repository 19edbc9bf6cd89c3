"""How was one vote after the other received? The picture to take away: a bar a vote, divided by stance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from charts.picture import caption as written
from charts.picture import legend
from charts.picture.caption import Caption
from charts.picture.legend import Entry
from charts.picture.paint import COLOURS
from charts.picture.sheet import ACROSS, MARGIN, Sheet, position
from charts.picture.svg import Attributes, add
from charts.picture.type import BOLD, FONTS, SANS, SLACK, Style, clean, width, wrap
from charts.positions import stance_words
from charts.theme import STANCES, ink_on
from charts.words import day_words

__all__ = ["FONTS", "Caption", "picture"]

_DAY = Style(BOLD, 20, 26, COLOURS["strong"])
_TITLE = Style(SANS, 19, 24, COLOURS["text"])
_NUMBER = Style(BOLD, 21, 26, COLOURS["strong"])
_LEFT, _GAP = 430.0, 26.0
_THICK, _AIR = 40.0, 16.0


class Part(NamedTuple):
    """How many actors took a stance on a vote: in their own words, or named so in somebody else's list only."""

    stance: str
    weight: str
    words: str
    number: int


class Vote(NamedTuple):
    """One vote with its parts in the order of the stances, what is only listed after the rest."""

    day: str
    title: str
    parts: Sequence[Part]


def picture(rows: Iterable[Mapping[str, Any]], caption: Caption, labels: Mapping[str, str]) -> str:
    """Draw the votes in order of time.

    Args:
        rows: From `vote_series`: event_id, title, start_date, stance, count_actors, count_listed.
        caption: What is written round it.
        labels: The issue's words for support, oppose and neutral.

    Returns:
        An SVG file of its own, 1200 pixels wide; nothing in it runs or loads. `FONTS` are the fonts that it names
        first; it leaves room for wider ones.

    Raises:
        ValueError: a stance has no colour.
    """
    votes = list(_votes(rows, labels))
    sheet = Sheet(caption.title, _message(votes))
    most = max((sum(part.number for part in vote.parts) for vote in votes), default=1)
    written.head(sheet, caption)
    sheet.y += 20
    sheet.y += legend.draw(sheet.root, [*_entries(votes)], MARGIN, sheet.y, ACROSS)
    for vote in votes:
        sheet.rule(above=6, colour="land")
        sheet.y += _AIR
        sheet.y += _draw(sheet.root, vote, sheet.y, (ACROSS - _LEFT - _GAP) / most)
    written.total(sheet, caption)
    written.foot(sheet, caption, (caption.source, caption.disclaimer))
    return sheet.finish()


def _votes(rows: Iterable[Mapping[str, Any]], labels: Mapping[str, str]) -> Iterator[Vote]:
    """The rows by vote, each with its stances in their order."""
    ordered = sorted(rows, key=lambda row: (row["start_date"], row["event_id"], _rank(row["stance"])))
    for _, found in groupby(ordered, key=lambda row: row["event_id"]):
        held = list(found)
        parts = [part for row in held for part in _parts(row, labels) if part.number]
        yield Vote(day_words(held[0]["start_date"]), held[0]["title"], parts)


def _rank(stance: str) -> int:
    if stance not in STANCES:
        raise ValueError(f'no colour for the stance "{stance}"')
    return STANCES.index(stance)


def _parts(row: Mapping[str, Any], labels: Mapping[str, str]) -> tuple[Part, Part]:
    words, listed = clean(stance_words(row["stance"], labels)), row["count_listed"]
    return (
        Part(row["stance"], "own", words, row["count_actors"] - listed),
        Part(row["stance"], "listed", f"{words} – listed by others only", listed),
    )


def _message(votes: Sequence[Vote]) -> str:
    told = (f"{vote.day}: " + ", ".join(f"{part.words} {part.number:,}" for part in vote.parts) for vote in votes)
    return f"Bars of actors by stance, one for each of {len(votes):,} votes. {'; '.join(told)}."


def _entries(votes: Sequence[Vote]) -> Iterator[Entry]:
    """The parts that there are, once each."""
    words = {(part.stance, part.weight): part.words for vote in votes for part in vote.parts}
    for key in ((stance, weight) for stance in STANCES for weight in ("own", "listed")):
        if key in words:
            yield Entry(words[key], "", partial(legend.swatch, fill=COLOURS["-".join(key)]))


def _draw(parent: ET.Element, vote: Vote, top: float, unit: float) -> float:
    """Draw a vote with its day and title on the left, and say how many pixels high it is."""
    add(parent, "text", position(MARGIN, top, _DAY), vote.day)
    lines = wrap(vote.title, _TITLE, _LEFT)
    for at, line in enumerate(lines):
        add(parent, "text", position(MARGIN, top + _DAY.leading + at * _TITLE.leading, _TITLE), line)
    left, beside = MARGIN + _LEFT + _GAP, []
    start = left
    for part in vote.parts:
        _draw_part(parent, part, (left, top), unit)
        left += part.number * unit
        if not _fits(part, unit):
            beside.append(f"{part.words} {part.number:,}")
    rest = wrap(" · ".join(beside), _TITLE, ACROSS - _LEFT - _GAP) if beside else []
    for at, line in enumerate(rest):
        add(parent, "text", position(start, top + _THICK + 4 + at * _TITLE.leading, _TITLE), line)
    return max(_DAY.leading + len(lines) * _TITLE.leading, _THICK + 4 + len(rest) * _TITLE.leading) + 4


def _draw_part(parent: ET.Element, part: Part, corner: tuple[float, float], unit: float) -> None:
    """Draw a part, with its number where it fits."""
    (left, top), wide, fill = corner, part.number * unit, COLOURS[f"{part.stance}-{part.weight}"]
    group = add(parent, "g")
    add(group, "title", text=f"{part.words}: {part.number:,}")
    box: Attributes = {"x": left, "y": top, "width": max(wide - 1, wide / 2), "height": _THICK}
    add(group, "rect", {**box, "fill": fill})
    if _fits(part, unit):
        style = _NUMBER._replace(colour=ink_on(fill))
        place = {**position(left + wide / 2, top + (_THICK - style.leading) / 2, style), "text-anchor": "middle"}
        add(group, "text", place, f"{part.number:,}")


def _fits(part: Part, unit: float) -> bool:
    return width(f"{part.number:,}", BOLD, _NUMBER.size) * SLACK + 3 <= part.number * unit
