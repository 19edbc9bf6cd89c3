"""The answers of the page of events: how many reacted to one, how fast, and what most of them said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from exports.phrases import count_words, lag_words, list_words

Row = Mapping[str, Any]


def events(found: Sequence[Row]) -> str:
    """Say how many events there are to choose from.

    Args:
        found: From `events`.
    """
    if not found:
        return "The collection holds no event: its statements reacted to none that is on record."
    years = [row["start_date"].year for row in found]
    return f"{count_words(len(found), 'event')} from {min(years)} to {max(years)}. Choose one to see who reacted to it."


def reactions(spoken: Sequence[Row], searched: Sequence[Row]) -> str:
    """Say who was first, how fast half of them were, what most said, and how many were searched for in vain.

    Args:
        spoken: From `reactions_to_event`.
        searched: From `searches_on_event`.
    """
    silent = {row["actor_id"] for row in searched if row["found"] == "no"}
    unfound = f" For {count_words(len(silent), 'actor')} a search found nothing." if silent else ""
    if not spoken:
        return f"No reaction to it is on record.{unfound}"
    firsts = first_reactions(spoken)
    answer = f"{count_words(len(firsts), 'actor')} reacted in {count_words(len(spoken), 'statement')}."
    return f"{answer} {_pace(firsts)} {_most(spoken)}{unfound}".replace("  ", " ")


def first_reactions(spoken: Sequence[Row]) -> list[Row]:
    """Give each actor's first reaction, in the order in which they came."""
    firsts: dict[str, Row] = {}
    for row in spoken:
        firsts.setdefault(row["actor_id"], row)
    return [*firsts.values()]


def _pace(firsts: Sequence[Row]) -> str:
    """Who came first, and the day by which half of those whose day is known had spoken."""
    opening = firsts[0]
    together = [row["actor_name"] for row in firsts if row["counts_on"] == opening["counts_on"]]
    told = f"First: {list_words(together, most=3)}, {lag_words(opening['days_first'], opening['days_last'])}."
    exact = [row["days_last"] for row in firsts if row["days_first"] == row["days_last"] and row["days_first"] >= 0]
    if len(exact) > 2:
        half = int(median(exact))
        told += f" Half of those that spoke after it on a known day did so {_within(half)}."
    return told


def _within(days: int) -> str:
    return f"within {count_words(days, 'day')}" if days else "on the same day"


def _most(spoken: Sequence[Row]) -> str:
    """The issue that most statements are on, and how its actors divide by their latest words on it."""
    issue, _ = Counter(row["issue_title"] for row in spoken).most_common(1)[0]
    latest: dict[str, dict[Any, set[str]]] = {}
    for row in spoken:
        if row["issue_title"] == issue:
            latest.setdefault(row["actor_id"], {}).setdefault(row["counts_on"], set()).add(row["stance_label"])
    words = [labels[max(labels)] for labels in latest.values()]
    sides = Counter(label for said in words if len(said) == 1 for label in said)
    ordered = [f"{count:,} “{label}”" for label, count in sorted(sides.items(), key=lambda side: (-side[1], side[0]))]
    torn = sum(len(said) > 1 for said in words)
    ordered += [f"{torn:,} said different things on one day"] if torn else []
    return f"On “{issue}”, by their latest words: {list_words(ordered)}."
