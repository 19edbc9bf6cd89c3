"""The answers of the page of actors: how much one said, and where its position changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from exports.phrases import count_words

Row = Mapping[str, Any]


def actors(found: Sequence[Row]) -> str:
    """Say how many actors there are to choose from.

    Args:
        found: From `actors`.
    """
    spoken = sum(row["count_statements"] > 0 for row in found)
    return (
        f"{count_words(len(found), 'actor')} are in the collection; {spoken:,} of them have spoken for themselves. "
        "Choose one to see how its position unfolded."
    )


def positions(actor: Row, history: Sequence[Row]) -> str:
    """Say how much an actor said, on how many issues its position changed, and what the latest change was.

    Args:
        actor: From `actor_by_id`.
        history: From `position_history`.
    """
    name = actor["short_name"]
    if not history:
        return f"Nothing that {name} said itself is on record."
    first, last = actor["first_date"].year, actor["last_date"].year
    years = f"in {first}" if first == last else f"from {first} to {last}"
    spoke = (
        f"{name} spoke on {count_words(actor['count_issues'], 'issue')} in "
        f"{count_words(actor['count_statements'], 'statement')} {years}"
    )
    changed = [row for row in history if row["change"] == "changed"]
    if not changed:
        return f"{spoke}; no change of its position is on record."
    latest = max(changed, key=lambda row: (row["day"], row["issue_title"]))
    times = count_words(len(changed), "time")
    issues = count_words(len({row["issue_id"] for row in changed}), "issue")
    return (
        f"{spoke}. Its position changed {times}, on {issues}; last, by {latest['date_label']}, on "
        f"“{latest['issue_title']}”: from “{side(latest, 'previous_')}” to “{side(latest)}”."
    )


def side(row: Row, which: str = "") -> str:
    """Give the words of a position in a row of `position_history`, or of the one before it."""
    return row[f"{which}label" if which else "stance_label"] or "contested"
