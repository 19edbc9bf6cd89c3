"""What changed between two days, and what would turn the positions of the first into those of the second?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

CHANGES = ("changed", "new", "gone", "reaffirmed", "no new evidence", "silent")
"""Every kind of difference, the most telling first; docs/method.md#two-dates says what each means."""


def difference(before: Iterable[Row], after: Iterable[Row]) -> list[dict[str, Any]]:
    """Compare the positions of two days, actor by actor.

    Args:
        before: Rows of `positions_as_of` on the first day.
        after: The same question on the second day, under the same rules.

    Returns:
        One row per actor that has a row on either day, by actor_id: actor_id, actor_name, actor_kind, change (see
        `CHANGES`), and its row before and after, None where it has none.
    """
    first, second = ({row["actor_id"]: dict(row) for row in rows} for rows in (before, after))
    return [_compared(first.get(actor), second.get(actor)) for actor in sorted({*first, *second})]


def apply(before: Iterable[Row], differences: Sequence[Row]) -> list[dict[str, Any]]:
    """Turn the positions of the first day into those of the second.

    Args:
        before: Rows of the first day.
        differences: From `difference`.

    Returns:
        The rows of the second day, by actor_id.
    """
    positions = {row["actor_id"]: dict(row) for row in before}
    for row in differences:
        positions.pop(row["actor_id"], None)
        if row["after"]:
            positions[row["actor_id"]] = row["after"]
    return [positions[actor] for actor in sorted(positions)]


def change(before: Row | None, after: Row | None) -> str:
    """Name what happened to one actor's position."""
    held, holds = (row["stance"] if row else None for row in (before, after))
    if not (before and after and held and holds):
        return {(False, False): "silent", (False, True): "new", (True, False): "gone"}[bool(held), bool(holds)]
    if held != holds:
        return "changed"
    return "no new evidence" if before["statement_ids"] == after["statement_ids"] else "reaffirmed"


def _compared(before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    known = after or before or {}
    named = {column: known[column] for column in ("actor_id", "actor_name", "actor_kind")}
    return named | {"change": change(before, after), "before": before, "after": after}
