"""How did the actors stand, on the map of the world? What the drawing on the page and the picture to keep both show."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from charts import shapes
from charts.looks import Look, look, look_of_change
from charts.positions import STANDINGS, Standing, lines, stance_words, standing
from charts.theme import STANCES
from charts.words import day_words

DISCLAIMER = (
    f"Boundaries and names on this map imply no opinion on the legal status of any territory. Shapes: {shapes.SOURCE}."
)
DRAWN_KINDS = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")
CHANGES = ("changed", "new", "gone", "reaffirmed", "no new evidence", "silent")
_CHANGE_WORDS = {
    "new": "New",
    "reaffirmed": "Reaffirmed",
    "no new evidence": "No new evidence",
    "gone": "Gone",
    "silent": "Silent on both days",
}
# Before its first word an actor is silent in a way that a moving map does not look into.
_QUIET = "no position by then"
_QUIET_LOOK = Look("land", "dots", "not-searched")

Row = Mapping[str, Any]
Drawing = dict[str, Any]


def positions(rows: Iterable[Row], labels: Mapping[str, str], changes: Iterable[Row] = ()) -> Drawing:
    """The map of one day.

    Args:
        rows: From `positions_as_of`, with the lending organisations by name; others than states and authorities
            are left out.
        labels: The issue's words for support, oppose and neutral.
        changes: From `position_changes`, for a map that plays; empty for one that does not.

    Returns:
        label (the map's message), classes (words, count, fill, pattern, ink; in the order of the legend), actors
        (class, lines of text; by actor_id) and frames (day, label, count, classes by actor_id; None where it does
        not play), each with the changes since the one before it.
    """
    drawn = [row for row in rows if row["actor_kind"] in DRAWN_KINDS]
    standings = {row["actor_id"]: standing(row) for row in drawn}
    moves = list(_moves(changes))
    present = {*standings.values(), *(found for _, moved in moves for found in moved.values())}
    order = [found for found in STANDINGS if found in present]
    classes = [(found.words(labels), look(found)) for found in order]
    classes += [(_QUIET.capitalize(), _QUIET_LOOK)] if moves else []
    told = {row["actor_id"]: lines(row, labels) for row in drawn}
    places = {actor: order.index(found) for actor, found in standings.items()}
    return drawing(classes, places, told) | {"frames": _frames(moves, order)}


def differences(rows: Iterable[Row], labels: Mapping[str, str]) -> Drawing:
    """The map of what changed between two days; arguments and result as for `positions`.

    Args:
        rows: From `methods.difference.difference`.
        labels: The issue's words for support, oppose and neutral.
    """
    drawn = [row for row in rows if row["actor_kind"] in DRAWN_KINDS]
    keys = {row["actor_id"]: _change_key(row) for row in drawn}
    order = sorted(set(keys.values()), key=lambda key: [_ORDER.index(part) for part in key])
    classes = [(_change_words(key, labels), look_of_change(*key)) for key in order]
    told = {row["actor_id"]: [row["actor_name"], _change_words(keys[row["actor_id"]], labels)] for row in drawn}
    return drawing(classes, {actor: order.index(key) for actor, key in keys.items()}, told) | {"frames": None}


def drawing(classes: Iterable[tuple[str, Look]], places: Mapping[str, int], told: Mapping[str, list[str]]) -> Drawing:
    """What any map shows, but for its frames.

    Args:
        classes: The words and the look of each class, in the order of the legend; an issue may call two the same.
        places: The number of each actor's class.
        told: What is said of each actor, in lines; the first is its name.
    """
    counts = Counter(places.values())
    legend = [
        {"words": words, "count": counts[place]} | found._asdict() for place, (words, found) in enumerate(classes)
    ]
    said = "; ".join(f"{entry['words']}: {entry['count']}" for entry in legend if entry["count"])
    return {
        "label": f"World map of states and authorities. {said}.",
        "classes": legend,
        "actors": {actor: {"class": place, "lines": told[actor]} for actor, place in places.items()},
    }


def _moves(changes: Iterable[Row]) -> Iterator[tuple[date, dict[str, Standing]]]:
    """Each day on which a class changes, and whose; what only rests on newer words is no move."""
    last: dict[str, Standing] = {}
    drawn = (row for row in changes if row["actor_kind"] in DRAWN_KINDS)
    for day, rows in groupby(drawn, key=lambda row: row["day"]):
        found = {row["actor_id"]: standing({"silence": "outside these filters", **row}) for row in rows}
        moved = {actor: each for actor, each in found.items() if last.get(actor) != each}
        last |= moved
        if moved:
            yield day, moved


def _frames(moves: Sequence[tuple[date, Mapping[str, Standing]]], order: Sequence[Standing]) -> list[Row] | None:
    """The day before the first change, with everybody quiet, then a frame for each day on which something changes."""
    if not moves:
        return None
    quiet = dict.fromkeys(sorted({actor for _, moved in moves for actor in moved}), len(order))
    frames: list[tuple[date, int, dict[str, int]]] = [(moves[0][0] - timedelta(1), 0, quiet)]
    frames += [(day, len(moved), {actor: order.index(each) for actor, each in moved.items()}) for day, moved in moves]
    return [
        {"day": day.isoformat(), "label": day_words(day), "count": count, "classes": classes}
        for day, count, classes in frames
    ]


_ORDER = (*CHANGES, *STANCES, None)


def _change_key(row: Row) -> tuple[str, str | None, str | None]:
    """What happened, from which stance to which, as far as the map tells them apart."""
    before, after = (row[side]["stance"] if row[side] else None for side in ("before", "after"))
    if row["change"] == "changed":
        return row["change"], before, after
    return row["change"], None, after if row["change"] in ("new", "reaffirmed") else None


def _change_words(key: tuple[str, str | None, str | None], labels: Mapping[str, str]) -> str:
    change, before, after = key
    if before and after:
        return f"{stance_words(before, labels)} → {stance_words(after, labels)}"
    said = f": {stance_words(after, labels)}" if after else ""
    return f"{_CHANGE_WORDS[change]}{said}"
