"""The page about the data: what there is, how it was made, what is missing, what each column means."""

from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from exports import description
from exports.phrases import count_words
from exports.vocabulary import LANGUAGES
from ui import collections, links, names, rows, tables
from ui.markup import plain

BORDERS = Path(__file__).parent.parent / "docs" / "borders.md"
BORDERS_ANSWER = (
    "They imply no opinion on the legal status of any territory: one published set of shapes, drawn as it is, with a "
    "few exceptions that are all named here."
)
METHOD = Path(__file__).parent.parent / "docs" / "method.md"


def answer() -> str:
    """Say how much there is."""
    counts = {row["table"]: row["rows"] for row in rows.records("tables")}
    collection = names.collection()
    if not names.has_statements():
        return (
            f"{count_words(counts['sources'], 'source')}, by {count_words(counts['actors'], 'actor')}, with texts and "
            f"without positions on issues. Data version {collection['data_version']}, {collection['licence']}."
        )
    made = "; collected from public pages, in our own words" if collections.collection() == collections.OWN else ""
    return (
        f"{count_words(counts['statements'], 'statement')} on {count_words(counts['issues'], 'issue')}, resting on "
        f"{count_words(counts['sources'], 'source')}{made}. "
        f"Data version {collection['data_version']}, {collection['licence']}."
    )


def counts() -> None:
    """Show how many rows each table has."""
    st.header("What there is", anchor=False)
    table = rows.frame("tables")
    shown = pd.DataFrame({"Table": table["title"], "Rows": table["rows"], "What it holds": table["description"]})
    st.table(
        tables.as_text(shown),
        hide_index=True,
        alt="Tables of the collection, with their number of rows",
    )


def collection() -> None:
    """Show what the chosen collection is: how it was made, from what, and under which licence."""
    said = names.collection()
    st.header("What this collection is", anchor=False)
    st.html(f"<p class='why'><strong>{escape(said['title'])}.</strong> {escape(said['description'] or '')}</p>")
    if made_from := description.made_from(collections.chosen()):
        st.html(f"<p class='why'>Made from: {'; '.join(map(_source, made_from))}</p>")
    licence = _link(said["licence_url"], said["licence"]) if said["licence_url"] else escape(said["licence"])
    st.html(f"<p class='why'>Licence: {licence}</p>")


def method() -> None:
    """Show rules, checks and known gaps of the project's own collection; others say what they have to themselves."""
    if collections.collection() == collections.OWN:
        st.markdown(METHOD.read_text(encoding="utf-8"))


def _source(text: str) -> str:
    """Write what rows were made from; an address stands behind its title."""
    title, _, address = text.rpartition(" ")
    return _link(address, title) if title and address.startswith(("http://", "https://")) else escape(text)


def _link(address: str, label: str) -> str:
    """Link to another host; only to an address of the web, wherever it came from."""
    if not address.startswith(("http://", "https://")):
        return escape(f"{label}, {address}")
    return f"<a href='{escape(address)}' rel='noopener'>{escape(label)}</a>"


def borders() -> None:
    """Show what the map's borders mean, as docs/borders.md holds it."""
    st.markdown(BORDERS.read_text(encoding="utf-8"))


def coverage() -> None:
    """Show which searches were made, and what they found."""
    st.header("What was searched", anchor=False)
    searches = rows.frame("coverage")
    if searches.empty:
        st.html("<p class='why'>No search for what an actor said is on record in this collection.</p>")
        return
    found = searches["found"].value_counts()
    st.markdown(
        f"{count_words(len(searches), 'search', 'searches')} for what an actor said on an event or issue: "
        f"{found.get('no', 0)} found nothing, {found.get('press only', 0)} press reports only, "
        f"{found.get('partly', 0)} a part, {found.get('listed only', 0)} a mention in somebody else’s list. "
        "Where no search is on record, silence means nothing."
    )
    ids = {
        "Actor": ("actor", searches["actor_name"].map(links.ids("actor"))),
        "Event": ("event", searches["event_title"].map(links.ids("event"))),
        "Issue": ("issue", searches["issue_title"].map(links.ids("issue"))),
    }
    words = {
        "actor_name": "Actor",
        "event_title": "Event",
        "issue_title": "Issue",
        "found": "Found",
        "searched_on": "Searched on",
        "sources_searched": "Where",
        "note": "Note",
    }
    shown = tables.linked(searches.rename(columns=words), **ids)
    tables.show(shown, "coverage", "Searches that were made and what they found")


def origins() -> None:
    """Show from where and in which languages the sources come."""
    st.header("Where the sources come from", anchor=False)
    counted = rows.frame("source_counts")
    counted["language"] = counted["language"].map(LANGUAGES)
    words = {"publisher_country": "Country of publication", "language": "Language", "count_sources": "Sources"}
    countries = counted["publisher_country"].map(links.ids("actor"))
    shown = tables.linked(counted.rename(columns=words), **{"Country of publication": ("actor", countries)})
    tables.show(shown, "origins", "Number of sources by country and language")


def corrections() -> None:
    """Lead to what was changed after publication."""
    st.header("Corrections", anchor=False)
    links.to("corrections", "What was corrected, and what each version of the data changed")


def dictionary() -> None:
    """Show what each column of each table means."""
    st.header("What each column means", anchor=False)
    fields = rows.frame("fields")
    titles = {row["table"]: row["title"] for row in rows.records("tables")}
    for name, columns in fields.groupby("table"):
        with st.expander(plain(titles[str(name)])):
            words = {
                "field": "Column",
                "type": "Type",
                "unit": "Unit",
                "description": "Meaning",
                "constraints": "Allowed",
            }
            st.table(tables.as_text(columns[[*words]].rename(columns=words)), hide_index=True)
