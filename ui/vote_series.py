"""All votes held by the de facto authorities compared: how many rejected each, by year."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

import exports
from charts import vote_series as charted
from charts.picture.caption import Caption
from charts.theme import STANCES, palette
from exports.phrases import count_words
from ui import downloads, links, names, permalink, picture_files, pictures, rows
from ui.view import View

VOTES = ("election", "referendum")

Row = Mapping[str, Any]


def show(event: Row, spoken: Sequence[Row]) -> None:
    """Compare a vote with all others by how they were received; nothing for an event that is no vote.

    Args:
        event: From `event_by_id`.
        spoken: From `reactions_to_event`; the issue with most of them is the one compared.
    """
    issue = compared_on(event, spoken)
    if not issue:
        return
    series = rows.records("vote_series", issue_id=issue["issue_id"])
    st.header("All such votes compared", anchor=False)
    st.html(f"<p class='why'>{escape(answer(series, event, issue))}</p>{table(series, event, issue)}")


def offer(event: Row, spoken: Sequence[Row]) -> None:
    """Offer the comparison as a picture; nothing for an event that is no vote."""
    issue = compared_on(event, spoken)
    if not issue:
        return
    series = rows.records("vote_series", issue_id=issue["issue_id"])
    view = View.whole().only(issue=issue["issue_id"])
    about = downloads.describe(view.asked("reactions", event=event["event_id"]), len(spoken))
    caption = Caption(
        title="How were the votes received?",
        subtitle=f"{issue['title']}. Actors by their latest word on each vote, in their own voice.",
        total=answer(series, event, issue),
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer="",
        link=permalink.whole(),
    )
    stem = exports.stem(replace(about, table="votes"))
    draw = partial(charted.picture, series, caption, names.stance_labels(issue))
    picture_files.offer("The votes compared", stem, draw, caption)


def compared_on(event: Row, spoken: Sequence[Row]) -> Row | None:
    """Give the issue that most reactions to a vote are on; none for an event that is no vote, or without reactions."""
    on_issue = [row["issue_id"] for row in spoken]
    if event["kind"] not in VOTES or not on_issue:
        return None
    return names.issue(max(sorted(set(on_issue)), key=on_issue.count))


def answer(series: Sequence[Row], event: Row, issue: Row) -> str:
    """Say how many rejected this vote, and which was rejected by most.

    Args:
        series: From `vote_series`.
        event: The one that the page is about.
        issue: From `issues`.
    """
    rejected = {row["event_id"]: row for row in series if row["stance"] == "oppose"}
    label = issue["oppose_label"]
    here = rejected.get(event["event_id"])
    told = f"“{label}”: {count_words(here['count_actors'] if here else 0, 'actor')} on this vote"
    if rejected:
        most = max(rejected.values(), key=lambda row: (row["count_actors"], row["start_date"]))
        is_here = here is not None and here["count_actors"] == most["count_actors"]
        told += (
            ", the most on any vote"
            if is_here
            else f"; most, {most['count_actors']:,}, on that of {most['start_date'].year}"
        )
    return (
        f"{told}. Counted is each actor’s latest word on a vote. Few names do not mean few rejections: earlier votes "
        "were searched for less."
    )


def table(series: Sequence[Row], event: Row, issue: Row) -> str:
    """Write the series as an HTML table whose cells are bars, in order of time."""
    stances = [stance for stance in STANCES if stance in {row["stance"] for row in series}]
    labels = names.stance_labels(issue)
    head = "".join(f"<th scope='col'>{escape(labels[stance])}</th>" for stance in stances)
    longest = max((row["count_actors"] for row in series), default=1)
    body = "".join(
        _vote([*found], event["event_id"], stances, longest)
        for _, found in groupby(series, key=lambda row: row["event_id"])
    )
    return (
        "<table class='series'><caption>Actors by their latest word on each vote: "
        f"{links.issue(issue['issue_id'], issue['title'])}</caption>"
        f"<thead><tr><th scope='col'>Vote</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _vote(found: Sequence[Row], chosen: str, stances: Sequence[str], longest: int) -> str:
    first = found[0]
    current = " aria-current='true'" if first["event_id"] == chosen else ""
    counts = {row["stance"]: row for row in found}
    cells = "".join(f"<td>{_bar(counts[stance], longest) if stance in counts else ''}</td>" for stance in stances)
    name = links.event(first["event_id"], first["title"])
    return f"<tr{current}><th scope='row'>{first['start_date'].year}<br><span>{name}</span></th>{cells}</tr>"


def _bar(row: Row, longest: int) -> str:
    """A bar as long as its share of the longest; the part that is only named in lists is lighter."""
    colours = palette(pictures.is_dark())
    own, listed = (colours.stance(row["stance"], weight) for weight in ("own", "listed"))
    width, firm = 100 * row["count_actors"] / longest, 100 * (1 - row["count_listed"] / row["count_actors"])
    only = f" ({row['count_listed']:,} only listed)" if row["count_listed"] else ""
    return (
        f"<span class='bar' style='width: {width:.1f}%; background: linear-gradient(to right, {own} {firm:.1f}%, "
        f"{listed} 0)'></span><span class='count'>{row['count_actors']:,}{only}</span>"
    )
