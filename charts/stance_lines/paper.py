"""A lane on paper: title and note, levels with their words, the step line, its changes and its points."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from charts.picture.paint import COLOURS, PAPER
from charts.picture.room import Room, around
from charts.picture.sheet import Sheet, position
from charts.picture.svg import Attributes, add, short
from charts.picture.type import BOLD, SANS, SLACK, Style, clean, tidy, width, wrap
from charts.stance_lines import signs
from charts.stance_lines.given import Drawing
from charts.stance_lines.placing import RADIUS, Heights, Place, Riser, at, end, heights, places, risers
from charts.timeline.scale import Scale

TITLE = Style(BOLD, 23, 30, COLOURS["strong"])
WORDS = Style(SANS, 19, 24, COLOURS["text"])
_NOTE = WORDS._replace(colour=COLOURS["strong"])
_OVER_LEVEL, _BESIDE_FLAG = 36.0, 14.0
_HALO: Attributes = {"stroke": PAPER, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"}


class Plot:
    """One lane, drawn below what is on the paper."""

    def __init__(self, sheet: Sheet, lane: Drawing, scale: Scale) -> None:
        self._sheet, self._lane, self._scale = sheet, lane, scale
        self._front = add(sheet.root, "g")
        self._taken: list[Room] = []

    def draw(self, with_title: bool) -> None:
        """Draw it, with the issue's title where that is new."""
        self._head(self._lane["title"], TITLE, 8) if with_title else None
        self._head(self._lane["note"], _NOTE, 4)
        levels, bottom = heights(self._lane, self._sheet.y)
        placed, moves = ([*found(self._lane, self._scale, levels)] for found in (places, risers))
        self._take(placed, moves)
        self._lines(levels, moves)
        self._words(levels)
        for move in moves:
            signs.flag(self._front, move.x, move.flag)
            self._day(move)
        for place in placed:
            signs.point(self._front, place)
        self._sheet.y = bottom

    def _head(self, words: str, style: Style, above: float) -> None:
        self._sheet.write(tidy(words, style, self._scale.right - self._scale.left), style, above)

    def _take(self, placed: Sequence[Place], moves: Sequence[Riser]) -> None:
        """What words may not cover."""
        self._taken += [around((place.x, place.y), RADIUS + 1) for place in placed]
        for move in moves:
            self._taken.append(Room(move.x - 4, min(move.start, move.end), move.x + 4, max(move.start, move.end)))
            self._taken.append(around((move.x, move.flag), 10))

    def _lines(self, levels: Heights, moves: Sequence[Riser]) -> None:
        for y in levels.values():
            way = f"M{short(self._scale.left)} {short(y)}H{short(self._scale.right)}"
            add(self._front, "path", {"d": way, "stroke": COLOURS["land"], "stroke-width": 1})
        for step in self._lane["steps"]:
            self._step(step, [levels[stance] for stance in step["levels"]])
        for move in moves:
            signs.riser(self._front, move)

    def _step(self, step: Drawing, ys: Sequence[float]) -> None:
        begin, stop = at(step["day"], self._scale), end(step["until"], self._scale)
        colour = COLOURS[step["fill"]]
        for y in ys:
            way = f"M{short(begin)} {short(y)}H{short(stop)}"
            signs.line(self._front, way, colour, is_open=step["until"] is None)
        if len(ys) > 1:
            signs.line(self._front, f"M{short(begin)} {short(min(ys))}V{short(max(ys))}", colour)

    def _words(self, levels: Heights) -> None:
        """The name of each level over its line, as far to the left as it is free; it stands in any case."""
        room = self._scale.right - self._scale.left
        for level in self._lane["levels"]:
            words, top = wrap(level["words"], WORDS, room)[0], levels[level["stance"]] - _OVER_LEVEL
            starts = [self._scale.left, *sorted(box.right + 3 for box in self._taken)]
            lefts = (left for left in starts if self._is_free(self._box(words, left, top)))
            self._write(words, next(lefts, self._scale.left), top, WORDS)
        if self._lane["silence"]:
            self._write(self._lane["silence"], self._scale.left, self._sheet.y + 12, WORDS)

    def _day(self, move: Riser) -> None:
        """The day of a change beside its sign, if there is room for it or for its year."""
        top = move.flag - WORDS.leading / 2
        for words in dict.fromkeys((clean(move.label), clean(move.label).split(" ")[-1])):
            long = width(words, *WORDS[:2]) * SLACK
            for left in (move.x + _BESIDE_FLAG, move.x - _BESIDE_FLAG - long):
                if self._is_free(self._box(words, left, top)):
                    self._write(words, left, top, _NOTE)
                    return

    def _box(self, words: str, left: float, top: float) -> Room:
        return Room(left, top + 3, left + width(words, *WORDS[:2]) * SLACK, top + WORDS.leading - 2)

    def _is_free(self, box: Room) -> bool:
        is_inside = self._scale.left <= box.left and box.right <= self._scale.right
        return is_inside and not any(box.overlaps(other) for other in self._taken)

    def _write(self, words: str, left: float, top: float, style: Style) -> None:
        box = self._box(words, left, top)
        self._taken.append(box._replace(left=box.left - 6, right=box.right + 6))
        _text(self._front, words, left, top, style)


def _text(parent: ET.Element, words: str, left: float, top: float, style: Style) -> None:
    add(parent, "text", {**position(left, top, style), **_HALO}, words)
