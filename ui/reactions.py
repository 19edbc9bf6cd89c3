"""Who reacted to an event: actor by actor in order, and issue by issue in words."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from charts.theme import palette
from exports.phrases import count_words, lag_words, list_words
from exports.vocabulary import ATTRIBUTIONS, KINDS
from ui import event_answers, links, pictures
from ui.markup import plain

# A roll call of 150 members buries the page; the rest is one click away.
MOST_ROWS = 40

Row = Mapping[str, Any]


def by_actor(spoken: Sequence[Row]) -> None:
    """List the actors in the order of their first reaction, each with its lag and its stance on every issue.

    Args:
        spoken: From `reactions_to_event`.
    """
    firsts = event_answers.first_reactions(spoken)
    shown = firsts if is_asked_for(len(firsts), "actor", "all-actors") else firsts[:MOST_ROWS]
    together = groupby(shown, key=lambda row: (row["days_first"], row["days_last"], row["date_label"]))
    body = "".join(_group(when, [*rows], spoken) for when, rows in together)
    st.html(
        "<table class='reactions'><caption>Each actor at its first reaction, with the last that it said on each issue. "
        "Days are counted from the first day of the event. Where only the month is known, the first and the last day "
        "that it allows are given, and the last decides the order.</caption>"
        "<thead><tr><th scope='col'>When and who</th><th scope='col'>What it stood for</th></tr></thead>"
        f"{body}</table>"
    )


def is_asked_for(number: int, noun: str, key: str) -> bool:
    """Offer to show what is left out of a long list, and tell whether all is to be shown."""
    if number <= MOST_ROWS:
        return True
    return st.toggle(f"Show all {count_words(number, noun)}", key=key)


def _of(spoken: Iterable[Row], actor_id: str) -> list[Row]:
    return [row for row in spoken if row["actor_id"] == actor_id]


def _group(when: tuple[int, int, str], firsts: Sequence[Row], spoken: Sequence[Row]) -> str:
    """The actors that reacted first at the same time, under how long that was after the event."""
    first, last, label = when
    lag = lag_words(first, last)
    lines = "".join(_line(row, _of(spoken, row["actor_id"])) for row in firsts)
    number = f" – {count_words(len(firsts), 'actor')}" if len(firsts) > 1 else ""
    return (
        f"<tbody><tr><th scope='rowgroup' colspan='2'>{escape(lag[0].upper() + lag[1:])}<span class='note'>, "
        f"{escape(label)}{number}</span></th></tr>{lines}</tbody>"
    )


def _line(first: Row, own: Sequence[Row]) -> str:
    said = "".join(f"<li>{stance(row)}, {links.issue(row['issue_id'], row['issue_title'])}</li>" for row in _last(own))
    name = links.actor(first["actor_id"], first["actor_name"])
    return f"<tr><th scope='row'>{name}</th><td><ul>{said}</ul></td></tr>"


def _last(own: Sequence[Row]) -> list[Row]:
    """The last thing that an actor said on each issue, and each stance of it where it said several that day."""
    latest = {row["issue_id"]: row["counts_on"] for row in own}
    kept = {(row["issue_id"], row["stance"]): row for row in own if row["counts_on"] == latest[row["issue_id"]]}
    return sorted(kept.values(), key=lambda row: (row["issue_title"], row["stance"]))


def stance(row: Row) -> str:
    """Write a stance as HTML: a mark in its colour, and the issue's word for it."""
    weight = "listed" if row["attribution"] == "listed" and row["kind"] != "vote" else "own"
    colour = palette(pictures.is_dark()).stance(row["stance"], weight)
    listed = " (only named in a list)" if weight == "listed" else ""
    return f"<span class='dot' style='background: {colour}'></span>{escape(row['stance_label'] + listed)}"


def by_issue(spoken: Sequence[Row]) -> None:
    """List the statements under their issues, those with most first; each leads to its evidence.

    Args:
        spoken: From `reactions_to_event`.
    """
    in_order = sorted(spoken, key=lambda row: row["issue_id"])
    groups = {issue: [*found] for issue, found in groupby(in_order, key=lambda row: str(row["issue_id"]))}
    for issue, found in sorted(groups.items(), key=lambda group: -len(group[1])):
        in_time = [row for row in spoken if row["issue_id"] == issue]
        with st.expander(f"{plain(_title(found))} – {count_words(len(found), 'statement')}", expanded=len(groups) == 1):
            st.html(f"<p class='why'>{links.issue(issue, 'This issue on the map')}. {_sides(found)}</p>")
            all_shown = is_asked_for(len(in_time), "statement", f"all-{issue}")
            st.html(statements(in_time if all_shown else in_time[:MOST_ROWS]))


def _title(found: Sequence[Row]) -> str:
    title: str = found[0]["issue_title"]
    return title


def _sides(found: Sequence[Row]) -> str:
    actors: dict[str, set[str]] = {}
    for row in found:
        actors.setdefault(row["stance_label"], set()).add(row["actor_id"])
    told = [f"“{label}”: {count_words(len(who), 'actor')}" for label, who in actors.items()]
    return escape(f"{list_words(told)}.")


def statements(found: Iterable[Row]) -> str:
    """Write statements on one issue as an HTML list: when, who, stance, and our summary that leads to its evidence."""
    return f"<ul class='said'>{''.join(map(_statement, found))}</ul>"


def _statement(row: Row) -> str:
    lag = lag_words(row["days_first"], row["days_last"])
    speaker = f", <span class='speaker'>{escape(row['speaker'])}</span>" if row["speaker"] else ""
    evidence = links.anchor("statements", "Evidence", statement=row["statement_id"], issue=row["issue_id"])
    how = "Recorded vote" if row["kind"] == "vote" else f"{KINDS[row['kind']]}. {ATTRIBUTIONS[row['attribution']]}"
    return (
        f"<li><p class='who'>{links.actor(row['actor_id'], row['actor_name'])}{speaker} · {escape(row['date_label'])}, "
        f"{escape(lag)} · {stance(row)}</p><p class='summary'>{escape(row['summary'])}</p>"
        f"<p class='note'>{escape(how)}; {count_words(row['count_sources'], 'source')}. {evidence}</p></li>"
    )
