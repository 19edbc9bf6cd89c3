"""The page of corrections: what was changed after publication, from what to what, and why."""

from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from exports import atom, corrected
from exports.address import joined
from exports.corrected import Corrected
from exports.names import names_of
from exports.phrases import count_words, day_words, list_words
from ui import collections, links, names
from ui.address import correct
from ui.file_links import File, group
from ui.view import View

PAGE_LENGTH = 25
# The page that shows a row of a table other than the statements, and the part of its key that names it.
SHOWN = {"actors": "actor", "memberships": "actor", "issues": "issue", "events": "event", "sources": "source"}


def found() -> list[Corrected]:
    """List the corrections that the chosen edition tells of, newest first."""
    return collections.copied("corrections", lambda: corrected.corrected(collections.chosen()))


def answer(told: Sequence[Corrected]) -> str:
    """Say how many statements were corrected and retracted since when, and when it was done last."""
    versions = corrected.versions_until(collections.chosen())
    since = f" since {day_words(versions[0].built_on)}, when these data were first built" if versions else ""
    if not told:
        return f"Nothing has been corrected{since}." if since else "Nothing is on record as corrected here."
    retracted = {each.statement_id for each in told if each.is_retraction}
    statements = {each.statement_id for each in told if each.statement_id} - retracted
    others = sum(not each.statement_id for each in told)
    counted = [
        f"{count_words(len(statements), 'statement')} corrected" if statements else "",
        f"{count_words(len(retracted), 'statement')} retracted" if retracted else "",
        f"{count_words(others, 'row')} of other tables corrected" if others else "",
    ]
    said = list_words([each for each in counted if each])
    return f"{said}{since}; the last on {day_words(told[0].day)}."


def browse(told: Sequence[Corrected]) -> None:
    """Show one page of the corrections, the newest first, each with what it changed, why, and both versions of it."""
    pages = max(1, -(-len(told) // PAGE_LENGTH))
    if st.session_state["page"] > pages:
        correct("page", pages)
    start = (st.session_state["page"] - 1) * PAGE_LENGTH
    items = "".join(f"<li>{_item(each)}</li>" for each in told[start : start + PAGE_LENGTH])
    if items:
        st.html(f"<ul class='said corrections'>{items}</ul>")
    if pages > 1:
        st.pagination(pages, key="page")


def follow() -> None:
    """Link to the feed of corrections alone."""
    address = View.whole().asked("corrections").address(frozen=False)
    st.html(group("Follow corrections", [File("Corrections (Atom feed)", joined(atom.CORRECTIONS, address), "")]))


def statement_href(statement_id: str, version: str) -> str:
    """Write the address that shows a statement in a version, whatever the reader's filters; not escaped."""
    address = View.whole().address(statement=statement_id, data=version, collection=collections.collection())
    return f"statements?{urlencode(address, doseq=True)}"


def _item(told: Corrected) -> str:
    row = corrected.statement(collections.chosen(), told) if told.is_retraction else told.lines[0]
    subject = f"{_thing('actor', row)} on {_thing('issue', row)}" if row and row["actor_id"] else _row(told)
    act = "Retracted" if told.is_retraction else "Corrected"
    head = f"<p class='who'><b>{day_words(told.day)}</b> · {act}: {subject}</p>"
    if told.is_retraction and row:
        said = f"{row['date_label']}: {row['stance_label']}. {row['summary']}"
        head += f"<p>It said, {escape(said)}</p>"
    return head + _reasons(told) + _ways(told)


def _thing(kind: str, row: Any) -> str:  # noqa: ANN401 -- a row of a question, of whichever type its columns are
    return links.thing(kind, row[f"{kind}_id"], row[f"{kind}_name" if kind == "actor" else f"{kind}_title"])


def _row(told: Corrected) -> str:
    if told.statement_id:
        return f"statement {escape(told.statement_id)}"
    first, kind = told.id.partition("|")[0], SHOWN.get(told.table, "")
    known = {"actor": names.actor_names, "issue": names.issue_titles, "event": names.event_titles}
    titles = known.get(kind, names.source_titles)()
    return f"{escape(told.table)}, {links.thing(kind, first, titles[first]) if first in titles else escape(told.id)}"


def _reasons(told: Corrected) -> str:
    """What was changed; of a retraction, every row of which went for the same reason, that once."""
    named = names_of(collections.chosen())
    changes = "".join(f"<p>{escape(corrected.words(line['what'], named))}</p>" for line in told.lines)
    if told.is_retraction:
        changes = f"<details><summary>What stood there</summary>{changes}</details>"
    why = dict.fromkeys(_why(line["why"], line["reported_by"]) for line in told.lines)
    return changes + "".join(why)


def _why(why: str, reported_by: str | None) -> str:
    reported = f" Reported by: {escape(reported_by)}." if reported_by else ""
    return f"<p>Why: {escape(why)}{reported}</p>"


def _ways(told: Corrected) -> str:
    if not told.statement_id:
        return ""
    now = "" if told.is_retraction else _inner(told.statement_id, collections.version(), "The statement as it is now")
    then = _inner(told.statement_id, told.before, f"As it stood before, in version {told.before}")
    return f"<p class='note'>{' · '.join(filter(None, (now, then if told.before else '')))}</p>"


def _inner(statement_id: str, version: str, label: str) -> str:
    return f"<a class='inner' href='{escape(statement_href(statement_id, version))}'>{escape(label)}</a>"
