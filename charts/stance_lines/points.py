"""What is said of each statement: the point, what stands in its note, and what a screen reader calls it."""

from collections.abc import Iterator

from charts.positions import stance_words
from charts.stance_lines.given import Drawing, Frame, Lane, Row, fill, form, shortened
from charts.words import day_words

_EVIDENCE = {
    "direct": "In a publication of its own",
    "press": "As reported by others",
    "listed": "Only named in somebody else's list",
}


def points(lane: Lane, frame: Frame) -> list[Drawing]:
    """The statements on the axis in the order of time: id, period, stance, paint, lines of the note, and name."""
    before = dict(_before(lane))
    on_axis = (row for row in lane.statements if row["date"] <= frame.until and row["counts_on"] >= frame.since)
    inorder = sorted(on_axis, key=lambda row: (row["counts_on"], row["statement_id"]))
    return [_point(row, lane, before.get(row["statement_id"], "")) for row in inorder]


def _before(lane: Lane) -> Iterator[tuple[str, str]]:
    """What each statement changed, in words."""
    last: Row | None = None
    for row in lane.history:
        said = _change(row, last, lane)
        if said:
            yield from ((statement, said) for statement in row["statement_ids"])
        last = row


def _change(row: Row, last: Row | None, lane: Lane) -> str:
    if row["stance"] == "contested":
        return "Contested: different stances on the same day"
    if last is None or last["stance"] == row["stance"]:
        return ""
    return f"Changed from {stance_words(last['stance'], lane.labels)}"


def _point(row: Row, lane: Lane, change: str) -> Drawing:
    marked = form(row)
    return {
        "id": row["statement_id"],
        "starts": row["date"].isoformat(),
        "ends": row["counts_on"].isoformat(),
        "stance": row["stance"],
        "fill": fill(row["stance"], marked == "listed"),
        "form": marked,
        "lines": [*_lines(row, lane, change)],
        "name": _name(row, lane, change),
    }


def _lines(row: Row, lane: Lane, change: str) -> Iterator[str]:
    whose = f"{lane.note}, " if lane.note else ""
    yield f"{whose}{row['date_label']}: {row['stance_label']}"
    yield shortened(row["summary"])
    if row["event_title"]:
        yield f"On: {shortened(row['event_title'])}"
    yield "By vote" if row["kind"] == "vote" else _EVIDENCE[row["attribution"]]
    if row["date_precision"] != "day":
        yield f"Dated by {row['date_precision']} only: counts from {day_words(row['counts_on'])}"
    if change:
        yield change


def _name(row: Row, lane: Lane, change: str) -> str:
    whose = f", {lane.note}" if lane.note else ""
    how = {"vote": ", by vote", "listed": ", only listed by others", "word": ""}[form(row)]
    said = f"{row['date_label']}{whose}, {lane.title}: {row['stance_label']}{how}. {shortened(row['summary'])}"
    return f"{said} {change}." if change else said
