"""How does each issue look on a small map of the world? Fills by actor, and the counts that stand under each map."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from charts import shapes
from charts.looks import look
from charts.map import DRAWN_KINDS
from charts.matrix import SIGNS
from charts.positions import stance_words, standing
from charts.theme import STANCES

Row = Mapping[str, Any]


def maps(rows: Iterable[Row], issues: Sequence[Row]) -> dict[str, Any]:
    """One small map an issue; hatches are left out, for they would be noise at this size.

    Args:
        rows: From `positions_on_every_issue`; others than states and authorities are left out.
        issues: issue_id, title, and support_label, oppose_label, neutral_label, in the order of the maps.

    Returns:
        JSON values: the `address` of the outlines, and `maps`, each with id, title, `label` (its message in words),
        `fills` (actor_ids by the name of their colour) and `counts` (sign, colour and number of each stance).
    """
    drawn: dict[str, list[Row]] = {issue["issue_id"]: [] for issue in issues}
    for row in rows:
        if row["actor_kind"] in DRAWN_KINDS:
            drawn[row["issue_id"]].append(row)
    return {"address": shapes.map_url(), "maps": [_map(drawn[issue["issue_id"]], issue) for issue in issues]}


def _map(rows: Sequence[Row], issue: Row) -> dict[str, Any]:
    fills: dict[str, list[str]] = {}
    for row in rows:
        fills.setdefault(look(standing(row)).fill, []).append(row["actor_id"])
    counted = Counter(row["stance"] for row in rows if row["stance"])
    labels = {stance: issue[f"{stance}_label"] for stance in STANCES[:3]}
    said = ", ".join(f"{stance_words(stance, labels)}: {counted[stance]}" for stance in STANCES if counted[stance])
    return {
        "id": issue["issue_id"],
        "title": issue["title"],
        "label": f"{issue['title']}. {said or 'No position in view'}.",
        "fills": fills,
        "counts": [
            {"sign": SIGNS[stance], "fill": f"{stance}-own", "number": counted[stance]}
            for stance in STANCES
            if counted[stance]
        ],
    }
