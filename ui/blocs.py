"""Where the members of organisations stand: the rows of the matrix by bloc, and what stands behind one cell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts.matrix_blocs import Bloc
from charts.positions import standing
from exports.phrases import count_words, list_words
from ui import evidence, links, names, rows, rules
from ui.view import View

# One member alone is no bloc.
FEWEST_MEMBERS = 2
# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 6
MOST_NAMES = 60
SIDES = ("support", "oppose", "neutral", "contested")

Row = Mapping[str, Any]


def blocs(found: Sequence[Row], view: View) -> list[Bloc]:
    """Give the organisations with members on the last day of the view, the largest first, and their positions.

    Args:
        found: From `positions_on_every_issue`, whoever the reader chose as actors.
        view: The filters.
    """
    members: dict[str, dict[str, str]] = {}
    for row in rows.records("members_on_day", until=view.until):
        members.setdefault(row["organisation_id"], {})[row["actor_id"]] = row["organisation_name"]
    made = [
        Bloc(organisation, next(iter(each.values())), len(each), _by_issue(found, each))
        for organisation, each in members.items()
        if len(each) >= FEWEST_MEMBERS
    ]
    return sorted(made, key=lambda bloc: (-bloc.members, bloc.name))


def _by_issue(found: Sequence[Row], members: Mapping[str, str]) -> dict[str, list[Row]]:
    by_issue: dict[str, list[Row]] = {}
    for row in found:
        if row["actor_id"] in members:
            by_issue.setdefault(row["issue_id"], []).append(row)
    return by_issue


def answer(found: Sequence[Bloc], issues: Sequence[Row]) -> str:
    """Say where members stand most as one, and where they oppose each other most."""
    counted = [(bloc, issue, _counts(bloc, issue)) for bloc in found for issue in issues]
    sides = [(bloc, issue, counts, stance) for bloc, issue, counts in counted for stance in SIDES[:3] if counts[stance]]
    if not sides:
        return "No member of an organisation has a position in this view."
    bloc, issue, counts, stance = max(sides, key=lambda side: (side[2][side[3]] / side[0].members, side[0].members))
    said = (
        f"{count_words(len(found), 'organisation')}, of {min(each.members for each in found):,} to "
        f"{max(each.members for each in found):,} members. Most as one: on “{issue['title']}”, {counts[stance]:,} of "
        f"{bloc.members:,} members of {bloc.name} {issue[f'{stance}_answer']}."
    )
    bloc, issue, counts = max(counted, key=lambda each: (_split(each[2]) / each[0].members, each[0].members))
    if not _split(counts):
        return said
    return (
        f"{said} Most divided: on “{issue['title']}”, {counts['support']:,} of {bloc.members:,} members of {bloc.name} "
        f"{issue['support_answer']} and {counts['oppose']:,} {issue['oppose_answer']}."
    )


def _counts(bloc: Bloc, issue: Row) -> Counter[str]:
    return Counter(row["stance"] for row in bloc.positions.get(issue["issue_id"], ()) if row["stance"])


def _split(counts: Mapping[str, int]) -> int:
    return min(counts["support"], counts["oppose"])


def behind(bloc: Bloc, issue: Row) -> None:
    """Show which members stand where on one issue, and the newest statements behind that."""
    labels = names.stance_labels(issue)
    told = bloc.positions.get(issue["issue_id"], ())
    sides: dict[str, list[str]] = {}
    for row in sorted(told, key=lambda row: (row["stance"] is None, str(row["actor_name"]))):
        sides.setdefault(standing(row).words(labels), []).append(links.actor(row["actor_id"], row["actor_name"]))
    lines = "".join(
        f"<li><b>{escape(words)} ({len(members):,})</b>: {list_words(members, MOST_NAMES)}</li>"
        for words, members in sides.items()
    )
    st.html(f"<p class='why'>{bloc.members:,} full members on the last day of these dates.</p><ul>{lines}</ul>")
    deciding = [row for row in told if row["stance"]]
    newest = sorted(deciding, key=lambda row: (row["counts_on"], row["actor_id"]), reverse=True)
    ids = [*dict.fromkeys(each for row in newest for each in row["statement_ids"])]
    if ids:
        evidence.statements(ids[:MOST_STATEMENTS])
    where = {"issue": issue["issue_id"], "org": [bloc.organisation_id], "actor": []}
    links.to("statements", "All statements that members made on it", **where)
    links.to(
        "map",
        f"The members of {names.actor_names()[bloc.organisation_id]} on the map",
        **where,
        **rules.address(rules.chosen()),
    )
