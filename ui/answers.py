"""The answer to a page's question: one sentence with figures, and under it what is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts.timeline import bin_for
from ui.dates import count_words, day_words, list_words
from ui.view import View

STATES = ("state", "observer_state", "partially_recognised_state", "former_state")

Row = Mapping[str, Any]


def show(answer: str, view: View) -> None:
    """Show the answer of a page, and under it which statements it speaks of."""
    st.html(
        f"<p class='answer'>{escape(answer)}</p><p class='shown' role='status'>In view: {escape(view.sentence())}.</p>"
    )


def positions(rows: Sequence[Row], issue: Row) -> str:
    """Say how many states stand where, in whose voice.

    Args:
        rows: From `positions_as_of`, with the lending organisations named.
        issue: From `issues`, with its words for each stance.
    """
    states = [row for row in rows if row["actor_kind"] in STATES and row["stance"]]
    if not states:
        return f"No state took a position in these dates. {_others(rows)}".strip()
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
        subject = count_words(own[stance], "state") if not said else f"{own[stance]:,}"
        more = f", {borrowed[stance]:,} more through {list_words(lenders)}" if borrowed[stance] else ""
        said.append(f"{subject} {phrase}{' in their own voice' if not said else ''}{more}")
    contested = own["contested"] + borrowed["contested"]
    said += [f"{contested:,} said different things on one day"] if contested else []
    said += [f"none {list_words(unsaid).replace(' and ', ' or ')}"] if unsaid else []
    answer = "; ".join(said) + "."
    return " ".join(filter(None, [answer[0].upper() + answer[1:], _listed(states), _others(rows)]))


def _listed(states: Sequence[Row]) -> str:
    listed = sum(row["voice"] == "own" and row["attribution"] == "listed" for row in states)
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
        return f"Nothing was said in these dates, and {count_words(len(events), 'event')} happened."
    start, most = max(total.items(), key=lambda item: (item[1], item[0]))
    name = bin_for(view.since, view.until)
    when = {"year": f"{start.year}", "month": f"{start:%B %Y}", "week": f"the week of {day_words(start)}"}
    answer = f"Most was said in {when[name]}" if name != "day" else f"Most was said on {day_words(start)}"
    answer += f": {most:,} of {count_words(sum(total.values()), 'statement')}."
    busiest = max(events, key=lambda event: event["count_statements"], default=None)
    if busiest and busiest["count_statements"]:
        answer += f" The event that drew most is “{busiest['title']}”: {busiest['count_statements']:,}."
    return answer


def statements(rows: Sequence[Row], total: int) -> str:
    """Say how the statements divide by stance, and how many the actors themselves published.

    Args:
        rows: All statements in view, from `statements_in_view`.
        total: How many actors made them.
    """
    if not rows:
        return "Nobody said anything on record that fits these filters."
    one_issue = len({row["issue_id"] for row in rows}) == 1
    words = Counter(row["stance_label" if one_issue else "stance"] for row in rows)
    shares = list_words([f"{number:,} “{label}”" for label, number in words.most_common()])
    direct = sum(row["attribution"] == "direct" for row in rows)
    return (
        f"{count_words(total, 'actor')} made {count_words(len(rows), 'statement')}: {shares}. "
        f"{direct:,} rest on the actor’s own publication."
    )


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
