"""An older version of the data, as a link names it: that it is one, and what has changed in view since."""

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

import queries
from exports import Asked
from exports.phrases import count_words, day_words, list_words
from methods.revision import Changed, Revision, revision, sentence
from ui import collections, links, names, permalink
from ui.record_columns import STATEMENTS
from ui.view import View

# What an editor writes; names of things are compared where they belong.
COMPARED = (*STATEMENTS, "attribution", "count_sources")
# Comparing more takes longer than a reader waits for a page.
MOST_ROWS = 20_000
# How much of an ISO date is known.
KNOWN = {"year": 4, "month": 7, "day": 10}
# Of each kind of change, in the list on the page.
MOST_SHOWN = 50

Row = Mapping[str, Any]


def banner(view: View) -> None:
    """Say that what is shown is an older version, what is different in the newest, and how to get there."""
    collection_id, version = collections.collection(), collections.older()
    if version is None:
        return
    built_on = next(each.built_on for each in queries.kept(collection_id) if each.version == version)
    newest = collections.newest(collection_id)
    said = (
        f"You are reading the data of {day_words(built_on)} (version {version}), as the link says. "
        f"Since then, under your filters: {since(view)}.{elsewhere(collection_id, version)}"
    )
    link = f"<a class='inner' href='{escape(permalink.here(data=newest))}'>See the newest version</a>"
    st.html(f"<div class='frozen'><p role='status'>{escape(said)} {link}</p>{details(view, newest)}</div>")


def asks_for_newest(deed: str) -> bool:
    """Tell whether an older version is shown, and then lead to the newest, in which alone something is done."""
    version = collections.older()
    if version:
        newest = escape(permalink.here(data=collections.newest(collections.collection())))
        st.info(f"**Version {version} is an older one.** {deed} the newest version.")
        st.html(f"<p class='why'><a class='inner' href='{newest}'>Go to the newest version</a></p>")
    return version is not None


def elsewhere(collection_id: str, version: str) -> str:
    """Say how many rows of other tables have changed since a version; nothing where none has."""
    known = [each.version for each in queries.kept(collection_id)]
    later = {*known[known.index(version) + 1 :]}
    changed = {(row.table, row.id) for row in queries.changes(collection_id) if row.version in later}
    counts = Counter(table for table, _ in changed if table != "statements")
    listed = list_words([f"{count:,} of {table}" for table, count in counts.most_common()])
    return f" Rows added, corrected or removed in other tables: {listed}." if listed else ""


def since(view: View) -> str:
    """Say what is different in the newest version: 3 statements added, 1 corrected."""
    found = _since(view)
    return sentence(found, ("statement", "statements")) if found else "too many statements to compare them here"


def _since(view: View) -> Revision | None:
    asked = view.asked("statements")
    return revised(asked, asked.only(edition=collections.collection()))


@st.cache_resource(show_spinner=False, max_entries=50)
def revised(asked: Asked, newest: Asked) -> Revision | None:
    """Compare the statements in view with those of the newest version; none where they are too many."""
    if max(asked.count(), newest.count()) > MOST_ROWS:
        return None
    return revision(_rows(asked), _rows(newest), ("statement_id",))


def _rows(asked: Asked) -> list[dict[str, Any]]:
    return [row for piece in asked.tables() for row in piece.select(COMPARED).to_pylist()]


def details(view: View, newest: str) -> str:
    """List as HTML what was added, corrected and removed; nothing where nothing was."""
    found = _since(view)
    if not found or not (found.added or found.changed or found.removed):
        return ""
    why = reasons(collections.collection())
    lists = (
        ("Corrected", [_corrected(each, why, newest) for each in found.changed]),
        ("Added", [_line(row, newest) for row in found.added]),
        ("Removed", [_line(row, "") + _why(row["statement_id"], why) for row in found.removed]),
    )
    shown = "".join(f"<h3>{title}</h3><ul>{_items(items)}</ul>" for title, items in lists if items)
    return f"<details><summary>What changed</summary>{shown}</details>"


def _items(items: list[str]) -> str:
    rest = len(items) - MOST_SHOWN
    more = [f"and {count_words(rest, 'more', 'more')}; the files of both versions hold all"] if rest > 0 else []
    return "".join(f"<li>{item}</li>" for item in [*items[:MOST_SHOWN], *more])


def reasons(collection_id: str) -> dict[str, list[Row]]:
    """Give the recorded corrections of statements and their evidence, by statement."""
    found: dict[str, list[Row]] = {}
    for row in queries.run_on(collection_id, "corrections").to_pylist():
        if row["table"] in ("statements", "evidence"):
            found.setdefault(row["id"].partition("|")[0], []).append(row)
    return found


def _corrected(each: Changed, why: Mapping[str, list[Row]], newest: str) -> str:
    changes = "; ".join(
        f"{escape(column.replace('_', ' '))}: <del>{_cell(each.before[column])}</del> "
        f"<ins>{_cell(each.after[column])}</ins>"
        for column in each.columns
    )
    return f"{_line(each.after, newest)}<br>{changes}{_why(each.after['statement_id'], why)}"


def _cell(value: object) -> str:
    return escape(str(value)) if value is not None else "nothing"


def _line(row: Row, version: str) -> str:
    actor = names.actor_names().get(row["actor_id"]) or str(row["actor_id"])
    said = f"{escape(actor)}, {str(row['date'])[: KNOWN[row['date_precision']]]}: {escape(row['summary'])}"
    if not version:
        return said
    address = links.href("statements", statement=row["statement_id"], data=version, issue=names.EVERY_ISSUE)
    return f"<a class='inner' href='{escape(address)}'>{said}</a>"


def _why(statement_id: str, why: Mapping[str, list[Row]]) -> str:
    return "".join(
        f"<br><span class='note'>{day_words(row['date'])}: {escape(row['what'])} {escape(row['why'])}</span>"
        for row in why.get(statement_id, [])
    )
