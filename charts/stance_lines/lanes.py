"""How did an actor's position on an issue unfold? The line of a lane, its levels and its changes."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from charts.positions import stance_words
from charts.stance_lines.given import LEVELS, Drawing, Frame, Lane, Row, fill
from charts.stance_lines.points import points


def lanes(given: Sequence[Lane], frame: Frame) -> list[Drawing]:
    """The lanes as they follow each other; those of one issue have the same levels, so that they can be compared."""
    return [
        _lane(lane, levels, frame)
        for group in (list(found) for _, found in groupby(given, key=lambda lane: lane.title))
        for levels in (_levels(group),)
        for lane in group
    ]


def changes(lane: Lane) -> list[tuple[Row, Row]]:
    """The rows of the history between which the stance changed: the last of the old stance, the first of the new."""
    return [(before, after) for before, after in pairwise(lane.history) if before["stance"] != after["stance"]]


def _lane(lane: Lane, levels: Sequence[str], frame: Frame) -> Drawing:
    is_heard = bool(lane.history or lane.statements)
    return {
        "title": lane.title,
        "note": lane.note,
        "silence": "" if is_heard else "No statement of its own on record",
        "levels": [{"stance": stance, "words": lane.labels[stance]} for stance in levels if is_heard],
        "steps": [*_steps(lane, frame)],
        "points": points(lane, frame),
        "changes": [*_changes(lane, frame)],
    }


def _levels(group: Sequence[Lane]) -> list[str]:
    """The stances that occur, from the top."""
    said = {row["stance"] for lane in group for row in [*lane.statements, *lane.history]}
    return [stance for stance in LEVELS if stance in said]


def _steps(lane: Lane, frame: Frame) -> Iterator[Drawing]:
    """What held from which day to which, as far as it is on the axis; the last word holds with an open end."""
    for row in lane.history:
        until = row["held_until"]
        if row["day"] > frame.until or (until is not None and until < frame.since):
            continue
        is_listed = row["attribution"] == "listed" and not row["is_vote"]
        yield {
            "day": max(row["day"], frame.since).isoformat(),
            "until": until and min(until, frame.until).isoformat(),
            "stance": row["stance"],
            "fill": fill(row["stance"], is_listed),
            "levels": _heights(row, lane),
        }


def _heights(row: Row, lane: Lane) -> list[str]:
    """The level of a step; of a contested one all that were taken on that day."""
    if row["stance"] != "contested":
        return [row["stance"]]
    taken = {said["stance"] for said in lane.statements if said["statement_id"] in row["statement_ids"]}
    return [stance for stance in LEVELS if stance in taken]


def _changes(lane: Lane, frame: Frame) -> Iterator[Drawing]:
    for before, after in changes(lane):
        if frame.since <= after["day"] <= frame.until:
            yield {
                "day": after["day"].isoformat(),
                "label": after["date_label"],
                "from": stance_words(before["stance"], lane.labels),
                "to": stance_words(after["stance"], lane.labels),
                "from_levels": _heights(before, lane),
                "to_levels": _heights(after, lane),
            }
