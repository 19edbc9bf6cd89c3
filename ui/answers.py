"""The answer to a page's question: one sentence with figures, and under it what is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts.timeline import bin_for
from ui import names
from ui.dates import count_words, day_words, list_words
from ui.view import View
from ui.vocabulary import STANCES

STATES = ("state", "observer_state", "partially_recognised_state", "former_state")

Row = Mapping[str, Any]


def show(answer: str, view: View) -> None:
    """Show the answer of a page, and under it which statements it speaks of and what they are for or against."""
    proposition = names.issue(view.issue)["proposition"] if view.issue else ""
    said = f"<p class='proposition'>The proposition: {escape(proposition)}.</p>" if proposition else ""
    st.html(
        f"<p class='answer'>{escape(answer)}</p>"
        f"<p class='shown' role='status'>In view: {escape(view.sentence())}.</p>{said}"
    )


def positions(rows: Sequence[Row], issue: Row, view: View) -> str:
    """Say how many states stand where, in whose voice.

    Args:
        rows: From `positions_as_of`, with the lending organisations named.
        issue: From `issues`, with its words for each stance.
        view: The filters; where they leave evidence out, absence says nothing.
    """
    states = [row for row in rows if row["actor_kind"] in STATES and row["stance"]]
    if not states:
        return f"No state has a position in this view. {_others(rows)}".strip()
    own = Counter(row["stance"] for row in states if row["voice"] == "own")
    borrowed = Counter(row["stance"] for row in states if row["voice"] == "borrowed")
    lenders = sorted({lender for row in states for lender in row["through"]})
    said: list[str] = []
    unsaid: list[str] = []
    for stance in sorted(("oppose", "support", "neutral"), key=lambda stance: -own[stance] - borrowed[stance]):
        phrase = issue[f"{stance}_answer"]
        if own[stance] + borrowed[stance] == 0:
            unsaid.append(phrase)
            continue
        said.append(_stance(phrase, own[stance], borrowed[stance], lenders, first=not said))
    contested = own["contested"] + borrowed["contested"]
    said += [f"{contested:,} said different things on one day"] if contested else []
    said += [f"none {' or '.join(unsaid)}"] if unsaid and view.is_whole() else []
    answer = "; ".join(said) + "."
    return " ".join(filter(None, [answer[0].upper() + answer[1:], _listed(states), _others(rows)]))


def _stance(phrase: str, own: int, borrowed: int, lenders: list[str], *, first: bool) -> str:
    through = f"through {list_words(lenders)}"
    if not own:
        return f"{count_words(borrowed, 'state') if first else f'{borrowed:,}'} {phrase} {through}"
    voice = f" in {'its' if own == 1 else 'their'} own voice" if first else ""
    more = f", {borrowed:,} more {through}" if borrowed else ""
    return f"{count_words(own, 'state') if first else f'{own:,}'} {phrase}{voice}{more}"


def _listed(states: Sequence[Row]) -> str:
    listed = sum(row["voice"] == "own" and row["attribution"] == "listed" and not row["is_vote"] for row in states)
    return (
        f"Of these, {listed:,} {'is' if listed == 1 else 'are'} only named in somebody else’s list." if listed else ""
    )


def _others(rows: Sequence[Row]) -> str:
    others = sum(row["actor_kind"] not in STATES and bool(row["stance"]) for row in rows)
    return f"{count_words(others, 'other')} (organisations, parliaments, authorities) also spoke." if others else ""


def timeline(bins: Sequence[Row], events: Sequence[Row], view: View) -> str:
    """Say when most was said, and what most of it reacted to.

    Args:
        bins: From `statements_per_bin`.
        events: From `events_in_range`.
        view: The filters; its range sets the bins.
    """
    total = Counter[Any]()
    for row in bins:
        total[row["bin_start"]] += row["count_statements"]
    if not total:
        return f"No statement is in view; {count_words(len(events), 'event')} in these dates."
    start, most = max(total.items(), key=lambda item: (item[1], item[0]))
    name = bin_for(view.since, view.until)
    when = {"year": f"{start.year}", "month": f"{start:%B %Y}", "week": f"the week of {day_words(start)}"}
    answer = f"Most was said in {when[name]}" if name != "day" else f"Most was said on {day_words(start)}"
    answer += f": {most:,} of {count_words(sum(total.values()), 'statement')}."
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
