"""All sources, to choose one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from exports.citations.work import LENGTHS
from exports.vocabulary import LANGUAGES
from ui import choices, links, names, rows, tables

# The browser is sent every option of a select box with every run; of more sources than this one is searched for.
MOST_OPTIONS = 3_000


def select() -> None:
    """Offer every source by publisher and title, where there are not too many; the choice is the parameter `read`."""
    if len(names.source_titles()) > MOST_OPTIONS:
        links.to("search", "Search for another source", q=st.session_state["q"])
        return
    placeholder = "Choose a source: type a publisher or words of a title"
    choices.one("Source to read", "read", names.source_titles(), placeholder)


def browse() -> None:
    """Show every source in a table, those with text first; choosing a row opens it."""
    sources = rows.records("sources")
    countries = names.actor_names()
    table = pd.DataFrame(
        {
            "Publisher": [row["publisher"] for row in sources],
            "Title": [row["title"] for row in sources],
            "Published": [published(row) for row in sources],
            "Country": [countries.get(row["publisher_country"], row["publisher_country"]) for row in sources],
            "Language": [LANGUAGES.get(row["language"], row["language"]) for row in sources],
            "Statements": [row["count_statements"] for row in sources],
            "Full text held": [row["has_text"] for row in sources],
        }
    )
    table = tables.linked(
        table,
        Title=("source", [row["source_id"] for row in sources]),
        Country=("actor", [row["publisher_country"] for row in sources]),
    )
    tables.choose_from(table, "sources", "All sources; choose a row to open one", choose, None)


def published(source: Mapping[str, Any]) -> str | None:
    """Write when a source was published, as exactly as it is known, so that a sort by the letter is one by time."""
    day: date | None = source["published"]
    return day.isoformat()[: LENGTHS[source["date_precision"] or "day"]] if day else None


def choose() -> None:
    """Open the source whose row was chosen."""
    chosen = st.session_state["sources"]["selection"]["rows"]
    if chosen:
        st.session_state["read"] = rows.records("sources")[chosen[0]]["source_id"]
