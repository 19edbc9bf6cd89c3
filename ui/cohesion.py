"""How united were blocs in a roll call? A table by organisation, its answer in a sentence, and its files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

import exports
import queries
from exports import description
from exports.phrases import count_words, day_words, list_words
from methods.cohesion import attina, rice
from ui import collections, downloads, links, rows, tables
from ui.view import View

QUESTION = "roll_call_by_bloc"
# More equal names than this are a number.
MOST_NAMES = 6
INDICES = (
    exports.Column("rice", "double", "", "Rice index: |in favour - against| / (in favour + against), 0 to 1"),
    exports.Column(
        "attina", "double", "", "Attinà index: (largest of the three - sum of the others) / all votes, -1/3 to 1"
    ),
)

Row = Mapping[str, Any]


def draw(view: View) -> None:
    """Show every roll call on record within the dates of the view: sentence, table, files."""
    held = [call for call in rows.records("roll_calls") if view.since <= call["called_on"] <= view.until]
    if not held:
        st.html("<p class='why'>No roll call is on record in these dates. Widen the dates to see one.</p>")
    for call in held:
        found = measured(rows.table(QUESTION, event_id=call["event_id"])).to_pylist()
        st.html(f"<p class='why'>{answer(found, call, links.HTML)}</p>")
        table(found, call["event_id"])
        offer(call, view, len(found))


def measured(found: pa.Table) -> pa.Table:
    """Add both indices to the rows of a roll call by bloc."""
    counts = found.to_pylist()
    indices = {
        "rice": [rice(row["in_favour"], row["against"]) for row in counts],
        "attina": [attina(row["in_favour"], row["against"], row["abstained"]) for row in counts],
    }
    for column in INDICES:
        found = found.append_column(column.name, pa.array(indices[column.name], pa.float64()))
    return found


def ordered(found: Sequence[Row]) -> list[Row]:
    """Put the most united first, by Attinà, then by Rice, then the larger; who did not vote comes last."""
    return sorted(found, key=_place)


def _place(row: Row) -> tuple[float, float, int, str]:
    place = [2.0 if row[index] is None else -row[index] for index in ("attina", "rice")]
    return place[0], place[1], -row["members"], row["organisation_name"]


def answer(found: Sequence[Row], call: Row, form: links.Form = links.PLAIN) -> str:
    """Say how the called voted, and who among the blocs was most and least united; plain, or in HTML with links."""
    whole = next((row for row in found if row["organisation_id"] == call["organisation_id"]), None)
    blocs = [row for row in ordered(found) if row is not whole and row["attina"] is not None]
    said = f"“{form.thing('event', call['event_id'], call['title'])}”, {day_words(call['called_on'])}"
    if whole:
        called = form.thing("actor", call["organisation_id"], call["organisation_name"])
        said += (
            f": {count_words(whole['members'], 'full member')} of the {called} were called; "
            f"{whole['in_favour']:,} voted in favour, {whole['against']:,} against, {whole['abstained']:,} abstained, "
            f"{whole['absent']:,} took no part"
        )
    if not blocs:
        return f"{said}."
    most, least = blocs[0]["attina"], blocs[-1]["attina"]
    united = "Voted as one" if most == 1 else f"Most united (Attinà {_figure(most)})"
    first, last = (_names(blocs, index, form) for index in (most, least))
    return f"{said}. {united}: {first}. Least united (Attinà {_figure(least)}): {last}."


def _figure(index: float) -> str:
    return f"{index:.2f}".replace("-", "−")


def _names(blocs: Sequence[Row], index: float, form: links.Form) -> str:
    named = [(row["organisation_id"], row["organisation_name"]) for row in blocs if row["attina"] == index]
    return list_words([form.thing("actor", *each) for each in named], MOST_NAMES)


def table(found: Sequence[Row], key: str) -> None:
    """Show the blocs, the most united first."""
    words = {
        "organisation_name": "Organisation",
        "members": "Members",
        "in_favour": "In favour",
        "against": "Against",
        "abstained": "Abstained",
        "absent": "Took no part",
        "attina": "Attinà",
        "rice": "Rice",
    }
    shown = pd.DataFrame(ordered(found), columns=[*words]).round(2).rename(columns=words)
    shown = tables.linked(shown, Organisation=("actor", [row["organisation_id"] for row in ordered(found)]))
    tables.show(shown, f"cohesion-{key}", "Votes of the members of each organisation, and how united they were")
    st.caption(
        "Full members on the day. Attinà: 1 where all who voted did the same, 0 where half of them did, less where "
        "they split in three. Rice: the same for those who voted in favour or against alone; empty where nobody did. "
        "Who took no part counts in neither. Formulas and sources: Data and method."
    )


def offer(call: Row, view: View, count: int) -> None:
    """Offer the rows of one roll call, with both indices, in every form."""
    about = describe(call, view, count)
    with st.container(horizontal=True, gap="small", key=f"download-{call['event_id']}"):
        st.html(f"<p class='download'>All {count_words(count, 'organisation')}</p>", width="content")
        for name, form in exports.FORMS.items():
            st.download_button(
                form.label,
                data=partial(file, collections.chosen(), {"event_id": call["event_id"]}, about, name),
                file_name=exports.file_name(about, name),
                mime=form.mime,
                on_click="ignore",
                key=f"cohesion-{call['event_id']}-{name}",
                help=f"Votes and cohesion of all organisations as {form.label}",
            )


def describe(call: Row, view: View, count: int) -> exports.About:
    """Say where the rows of a file come from: one roll call on its day, whatever else is in view."""
    about = downloads.describe(view.asked("reactions", event=call["event_id"]), count)
    return replace(
        about,
        title=queries.contract(QUESTION).question,
        table="cohesion",
        filters=(("Roll call", call["title"]),),
        columns=(*description.columns(collections.chosen(), QUESTION, "cohesion"), *INDICES),
        subject=call["event_id"],
        since=call["called_on"],
        until=call["called_on"],
    )


def file(collection_id: str, parameters: Mapping[str, Any], about: exports.About, form: str) -> bytes:
    """Make one file, whole; called when it is asked for, outside the run of the page that offers it."""
    return exports.write(measured(queries.run_on(collection_id, QUESTION, **parameters)), about, form)
