"""Which parameters does the question take that gives the rows asked for?"""

from typing import TYPE_CHECKING, Any

from exports.errors import Unusable
from exports.tables import MOST_ISSUES, TABLES

if TYPE_CHECKING:
    from exports.asked import Asked


def parameters(asked: "Asked") -> dict[str, Any]:
    """Give the parameters, but for those that `queries.streamed` fills in.

    Raises:
        Unusable: positions on every issue are asked for, and these are too many.
    """
    if not TABLES[asked.table].takes:
        return {}
    if asked.table == "reactions":
        return {"event_id": asked.event}
    given = {
        "since": asked.since,
        "until": asked.until,
        "issue_id": asked.issue or None,
        "actors": [*asked.actors] or None,
        "members_of": [*asked.members_of] or None,
        "stances": [*asked.stances] or None,
        "kinds": [*asked.kinds] or None,
        "attributions": [*asked.attributions] or None,
        "source_id": asked.source or None,
    }
    if asked.question == "positions_on_every_issue":
        _refuse_too_many(len(asked.names.issues))
        del given["issue_id"]
    return given | _more(asked)


def _refuse_too_many(issues: int) -> None:
    if issues > MOST_ISSUES:
        raise Unusable(
            "issue",
            "",
            f"issue has to name one: the collection has {issues:,}, and positions are given on at most "
            f"{MOST_ISSUES} at once; /api/issues has the ids.",
        )


def _more(asked: "Asked") -> dict[str, Any]:
    if asked.table == "positions":
        return {
            "voices": [*asked.voices] or None,
            "un_members_only": asked.un_members_only,
            "through": [*asked.through] or None,
        }
    more: dict[str, Any] = {"event_id": asked.event or None} if "event" in TABLES[asked.table].takes else {}
    return more | ({"is_whole": asked.is_whole} if asked.table in ("actors", "sources") else {})
