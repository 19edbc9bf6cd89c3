"""The answer to a page's question: one sentence with figures, and under it what is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts.timeline import bin_for
from ui import names, naming
from ui.dates import count_words, day_words, list_words
from ui.view import View
from ui.vocabulary import ACTOR_KINDS, STANCES

NOTHING = "No statement is in view."
PLURALS = {"body": "bodies", "de facto authority": "de facto authorities"}
STATES = ("state", "observer_state", "partially_recognised_state", "former_state")

Row = Mapping[str, Any]


def show(answer: str, view: View, *, filtered: bool = True, rule: str = "", shown: str = "") -> None:
    """Show the answer of a page, and under it which statements it speaks of, if there are any, and on what.

    Args:
        answer: The sentence.
        view: The filters.
        filtered: Whether the page follows the filters; one about a source or the whole collection does not.
        rule: The counting rule that its figures follow, as `rules.sentence` says it; empty for figures without one.
        shown: What is in view, on a page that does not speak of the statements in view.
    """
    proposition = names.issue(view.issue)["proposition"] if view.issue and filtered else ""
    said = f"<p class='proposition'>The proposition: {escape(proposition)}.</p>" if proposition else ""
    counted = f" Counted: {naming.linked(rule)}." if rule else ""
    begin = "In view" if filtered or shown else "Your filters, for the other pages, hold"
    in_view = shown or (view.sentence() if names.has_statements() else "")
    status = f"<p class='shown' role='status'>{begin}: {naming.linked(in_view)}.{counted}</p>" if in_view else ""
    st.html(f"<p class='answer'>{naming.linked(answer)}</p>{status}{said}")


def positions(rows: Sequence[Row], issue: Row, view: View) -> str:
    """Say how many states stand where by their latest word, in whose voice.

    Args:
        rows: From `positions_as_of`, with the lending organisations named.
        issue: From `issues`, with its words for each stance.
        view: The filters; where they leave evidence out, absence says nothing.
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
    said += [f"none {' or '.join(unsaid)}"] if unsaid and view.is_whole() else []
    return f"By their latest {'vote' if all(votes) else 'word'}, {'; '.join(said)}. {_others(rows)}".strip()


def strength(row: Mapping[Any, Any]) -> str:
    """Tell how good the evidence of a position is: own voice or vote, only listed, or borrowed."""
    if row["voice"] == "borrowed":
        return "borrowed"
    return "listed" if row["attribution"] == "listed" and not row["is_vote"] else "own"


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


def timeline(bins: Sequence[Row], events: Sequence[Row], view: View) -> str:
    """Say when most was said, and what most of it reacted to.

    Args:
        bins: From `statements_per_bin`.
        events: From `events_in_range`.
        view: The filters; its range sets the bins.
    """
    total = Counter[Any]()
    for row in bins:
        if row["is_certain"]:
            total[max(row["starts"], view.since)] += row["count_statements"]
    count = sum(row["count_statements"] for row in bins)
    if not sum(total.values()):
        return f"{count_words(count, 'statement')} in view, none with an exact date." if count else NOTHING
    start, most = max(total.items(), key=lambda item: (item[1], item[0]))
    name = bin_for(view.since, view.until)
    when = {"year": f"{start.year}", "month": f"{start:%B %Y}", "week": f"the week of {day_words(start)}"}
    if view.since == view.until:
        return f"{count_words(count, 'statement')} on {day_words(start)}."
    answer = f"Most was said in {when[name]}" if name != "day" else f"Most was said on {day_words(start)}"
    answer += f": {most:,} of {count_words(count, 'statement')}."
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
    return f"{made}: {shares}. {direct:,} of them {'rests' if direct == 1 else 'rest'} on the actor’s own publication."


def sources(rows: Sequence[Row]) -> str:
    """Say on how many sources the collection rests."""
    texts = sum(row["has_text"] for row in rows)
    return (
        f"The collection rests on {count_words(len(rows), 'source')} in {len({row['language'] for row in rows})} "
        f"languages. We hold the full text of {texts:,}; for the others we give links and our own summaries."
    )


def source(rows: Sequence[Row]) -> str:
    """Say what rests on one source.

    Args:
        rows: From `passages_of_source`.
    """
    count = len({row["statement_id"] for row in rows})
    passages = len({(row["start"], row["end"]) for row in rows if row["start"] is not None})
    listed = len({row["statement_id"] for row in rows if row["attribution"] == "listed"})
    answer = f"{count_words(count, 'statement')} rest{'s' if count == 1 else ''} on this source"
    answer += f", on {count_words(passages, 'passage')} of its text" if passages else ""
    answer += f"; in {listed:,} the actor is only named in a list" if listed else ""
    return f"{answer[0].upper()}{answer[1:]}."
