"""The answer to a question, as one sentence with figures: the same on a page, in an embed and in a file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from exports.phrases import count_words, day_words, list_words
from exports.vocabulary import ACTOR_KINDS, STANCES

NOTHING = "No statement is in view."
PLURALS = {"body": "bodies", "de facto authority": "de facto authorities"}
STATES = ("state", "observer_state", "partially_recognised_state", "former_state")

Row = Mapping[str, Any]


def positions(rows: Sequence[Row], issue: Row, *, nothing_left_out: bool) -> str:
    """Say how many states stand where by their latest word, in whose voice.

    Args:
        rows: From `positions_as_of`, with the lending organisations named.
        issue: From `issues`, with its words for each stance.
        nothing_left_out: Whether absence says something: no filter leaves evidence out.
    """
    states = [row for row in rows if row["actor_kind"] in STATES and row["stance"]]
    if not states:
        return f"No state has a position in this view. {_others(rows)}".strip()
    counts = Counter((row["stance"], strength(row)) for row in states)
    totals = Counter(row["stance"] for row in states)
    votes = [bool(row["is_vote"]) for row in states]
    voice = "" if all(votes) else "own voice or vote" if any(votes) else "own voice"
    lenders = {
        stance: sorted({lender for row in states if row["stance"] == stance for lender in row["through"]})
        for stance in totals
    }
    sides = sorted(("oppose", "support", "neutral"), key=lambda stance: -totals[stance])
    said = [
        _side(issue[f"{stance}_answer"], counts, stance, lenders[stance], opens=[voice][place:])
        for place, stance in enumerate(sides)
        if totals[stance]
    ]
    said += [f"{totals['contested']:,} said different things on one day"] if totals["contested"] else []
    unsaid = [issue[f"{stance}_answer"] for stance in sides if not totals[stance] and stance != "neutral"]
    said += [f"none {' or '.join(unsaid)}"] if unsaid and nothing_left_out else []
    return f"By their latest {'vote' if all(votes) else 'word'}, {'; '.join(said)}. {_others(rows)}".strip()


def strength(row: Mapping[Any, Any]) -> str:
    """Tell how good the evidence of a position is: own voice or vote, only listed, or borrowed."""
    if row["voice"] == "borrowed":
        return "borrowed"
    return "listed" if row["attribution"] == "listed" and not row["is_vote"] else "own"


def timeline(bins: Sequence[Row], events: Sequence[Row], days: tuple[date, date], size: str) -> str:
    """Say when most was said, and what most of it reacted to.

    Args:
        bins: From `statements_per_bin`.
        events: From `events_in_range`.
        days: The first and the last of the range.
        size: Of the bins: day, week, month or year.
    """
    total = Counter[Any]()
    for row in bins:
        if row["is_certain"]:
            total[max(row["starts"], days[0])] += row["count_statements"]
    count = sum(row["count_statements"] for row in bins)
    if not sum(total.values()):
        return f"{count_words(count, 'statement')} in view, none with an exact date." if count else NOTHING
    start, most = max(total.items(), key=lambda item: (item[1], item[0]))
    if days[0] == days[1]:
        return f"{count_words(count, 'statement')} on {day_words(start)}."
    answer = f"Most was said {_when(start, size)}: {most:,} of {count_words(count, 'statement')}."
    vague = count - sum(total.values())
    if vague:
        answer += f" {vague:,} {'is' if vague == 1 else 'are'} dated by month or year only, and drawn apart."
    busiest = max(events, key=lambda event: event["count_statements"], default=None)
    if busiest and busiest["count_statements"]:
        answer += f" The event that drew most is “{busiest['title']}”: {busiest['count_statements']:,}."
    return answer


def statements(rows: Sequence[Row], size: Row) -> str:
    """Say how the statements divide by stance, and how many the actors themselves published.

    Args:
        rows: From `statements_by_stance`.
        size: From `view_size`.
    """
    if not rows:
        return "No statement on record fits these filters."
    words = {row["stance"]: row["stance_label"] for row in rows}
    if len(rows) > len(words):
        words = STANCES
    counts = Counter[str]()
    for row in rows:
        counts[words[row["stance"]]] += row["count_statements"]
    shares = list_words([f"{number:,} “{label}”" for label, number in counts.most_common()])
    direct = sum(row["count_direct"] for row in rows)
    made = f"{count_words(size['count_actors'], 'actor')} made {count_words(size['count_statements'], 'statement')}"
    own = f"{direct:,} of them {'rests' if direct == 1 else 'rest'}" if direct else "None of them rests"
    return f"{made}: {shares}. {own} on the actor’s own publication."


def _when(start: date, size: str) -> str:
    if size == "day":
        return f"on {day_words(start)}"
    return {"year": f"in {start.year}", "month": f"in {start:%B %Y}"}.get(size, f"in the week of {day_words(start)}")


def _side(phrase: str, counts: Counter[tuple[str, str]], stance: str, lenders: list[str], *, opens: list[str]) -> str:
    """One side of the sentence; `opens` is for the first, and says in which voice unless that is said already."""
    own, listed, borrowed = (counts[stance, weight] for weight in ("own", "listed", "borrowed"))
    ways = [
        (own, f"{phrase}{f' in {_their(own)} {opens[0]}' if any(opens) else ''}"),
        (listed, f"{'is' if listed == 1 else 'are'} only named in a list as having done so"),
        (borrowed, f"through {list_words(lenders)}"),
    ]
    parts = [f"{number:,} {'more ' if place else ''}{words}" for place, (number, words) in enumerate(ways) if number]
    if not own:
        parts[0] = f"{listed or borrowed:,} {phrase}, {'by mention in a list only' if listed else ways[2][1]}"
    number, words = parts[0].split(" ", 1)
    noun = f" {'state' if number == '1' else 'states'}" if opens else ""
    return ", ".join([f"{number}{noun} {words}", *parts[1:]])


def _their(number: int) -> str:
    return "its" if number == 1 else "their"


def _others(rows: Sequence[Row]) -> str:
    kinds = Counter(
        ACTOR_KINDS[row["actor_kind"]].lower() for row in rows if row["actor_kind"] not in STATES and row["stance"]
    )
    named = [count_words(number, kind, PLURALS.get(kind, "")) for kind, number in kinds.most_common()]
    return f"Also on record: {list_words(named)}." if named else ""
