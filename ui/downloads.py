"""Downloads: exactly the rows of the view, all of them, in every form."""

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

import exports
import queries
from ui import collections, names, rows, rules
from ui.dates import count_words, day_words
from ui.view import View

# What a file's address carries besides the filters, so that it leads back to what the reader saw.
PAGE_LOOK = ("view", "before", "rows", "with", "who", "event")
NOUNS = {
    "statements": ("statement",),
    "events": ("event",),
    "positions": ("position or silence", "positions and silences"),
    "reactions": ("reaction",),
}
# Rows that are those of a table of the collection under another name: its dictionary describes their columns.
DESCRIBED_BY = {"reactions": "statements"}


def offer(table: str, question: str, parameters: dict[str, Any], view: View, count: int) -> None:
    """Show a button for each form; the file is made when the reader asks for it. Rows about actors also go on a map.

    Args:
        table: What a row is, in the plural: statements.
        question: The question of `queries/` that gives the rows.
        parameters: Its parameters.
        view: The filters, for the file to say.
        count: How many rows the page shows; a file that would hold another number is not made.
    """
    if not count:
        return
    about = describe(table, question, parameters, view, count)
    with st.container(horizontal=True, gap="small", key=f"download-{table}"):
        st.html(f"<p class='download'>All {count_words(count, *NOUNS[table])}</p>", width="content")
        for form, (label, _, mime, _) in forms(question).items():
            st.download_button(
                label,
                data=partial(file, collections.chosen(), question, parameters, about, form),
                file_name=exports.file_name(about, form),
                mime=mime,
                on_click="ignore",
                key=f"{table}-{form}",
                help=f"All {table} in view as {label}",
            )


def forms(question: str) -> dict[str, exports.Form]:
    """Give the forms that a question's rows can be written in."""
    about_actors = next(iter(queries.contract(question).columns)) == "actor_id"
    return exports.FORMS | (exports.PLACE_FORMS if about_actors else {})


def statements(view: View, count: int) -> None:
    """Offer the statements in view, newest first."""
    parameters = view.parameters() | {"sort": "newest", "limit": None, "offset": 0}
    offer("statements", "statements_in_view", parameters, view, count)


def file(collection_id: str, question: str, parameters: dict[str, Any], about: exports.About, form: str) -> bytes:
    """Make one file, whole; called when it is asked for, outside the run of the page that offers it."""
    return exports.write(queries.run_on(collection_id, question, **parameters), about, form)


def describe(table: str, question: str, parameters: dict[str, Any], view: View, count: int) -> exports.About:
    """Say where the rows of a file come from, and what narrows them."""
    collection, today = names.collection(), date.today()
    return exports.About(
        title=queries.contract(question).question,
        filters=(*view.words(), *subject(parameters), *rules.words(parameters)),
        rows=count,
        data_version=collection["data_version"],
        created_on=today,
        licence=collection["licence"],
        licence_url=collection["licence_url"],
        citation=(
            f"Démarche, {collection['title']}, data version {collection['data_version']}, "
            f"retrieved on {day_words(today)}."
        ),
        columns=columns(question, table),
        table=table,
        subject=view.source or view.issue or parameters.get("event_id", ""),
        since=view.since,
        until=view.until,
        url=link(view, **rules.address(parameters)),
    )


def subject(parameters: dict[str, Any]) -> list[tuple[str, str]]:
    """Name the event that a question is about, as a reader would; nothing where it is about none."""
    event = parameters.get("event_id")
    return [("Event", names.event_titles()[event])] if event else []


def link(view: View, /, **more: Any) -> str:
    """Give the whole address of this page with a view, with what the page looks like and further parameters."""
    look = {name: st.session_state[name] for name in PAGE_LOOK if name in st.session_state}
    return f"{(st.context.url or '').rstrip('/')}/?{urlencode(view.address(**look | more), doseq=True)}"


def columns(question: str, table: str) -> tuple[exports.Column, ...]:
    """Describe the columns of a question's rows: by the question's header, or else by the dictionary of the table."""
    known = {
        row["field"]: row["description"]
        for row in rows.records("fields")
        if row["table"] == DESCRIBED_BY.get(table, table)
    }
    contract = queries.contract(question)
    return tuple(
        exports.Column(name, kind, contract.notes.get(name) or known[name]) for name, kind in contract.columns.items()
    )
