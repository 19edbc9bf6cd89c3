"""The reader's search: what is asked for, what was found, and the addresses that ask for more or less of it."""

import re
from typing import Any

import streamlit as st

import exports
from exports.phrases import count_words, list_words, range_words
from exports.vocabulary import FOUND_IN
from queries import full_text
from ui import collections, links, names
from ui.view import View

PAGE_LENGTH = 10
# Where one of these is in the words, they say more than "all of these".
OPERATORS = re.compile(r"[\"“”*~()]|\b(AND|OR|NOT)\b")
# What an address of the search holds besides the filters of the frame.
OWN = ("q", "similar", "found", "country", "language", "show")


def asked(view: View) -> full_text.Asked:
    """Read what the reader asks for: the words, how they may match, and what narrows them.

    Args:
        view: The filters; of these dates and actors hold for a search, and a range of all years is none.
    """
    state = st.session_state
    is_whole = (view.since, view.until) == names.first_and_last_day()
    return full_text.Asked(
        text=state["q"],
        is_similar=state["similar"],
        since=None if is_whole else view.since,
        until=None if is_whole else view.until,
        found_in=tuple(state["found"]),
        countries=tuple(state["country"]),
        languages=tuple(state["language"]),
        actors=tuple(view.actors),
    )


def taken(asked: full_text.Asked) -> exports.Asked:
    """Ask for all that was found, to take along."""
    return exports.Asked(
        edition=collections.chosen(),
        table="search",
        since=asked.since,
        until=asked.until,
        actors=asked.actors,
        q=asked.text,
        similar=asked.is_similar,
        found=asked.found_in,
        country=asked.countries,
        language=asked.languages,
    )


def page_of(asked: full_text.Asked, number: int) -> full_text.Found:
    """Search, and give one page of what was found; pages are numbered from 1."""
    return full_text.search(collections.chosen(), asked, limit=PAGE_LENGTH, offset=(number - 1) * PAGE_LENGTH)


def href(**changes: Any) -> str:
    """Write the address of this search with some parameters changed, from its first page on."""
    return links.href("search", **{name: st.session_state[name] for name in OWN} | changes)


def answer(found: full_text.Found, asked: full_text.Asked) -> str:
    """Say how much was found, and in what."""
    words = f"“{asked.text}”"
    if not found.total:
        return f"Nothing holds {words}."
    kinds = [
        f"{count:,} {FOUND_IN[kind].lower() if count != 1 else FOUND_IN[kind].lower().removesuffix('s')}"
        for kind, count in sorted(found.facets["found_in"].items(), key=lambda item: -item[1])
        if not asked.found_in or kind in asked.found_in
    ]
    actors = sorted(found.facets["actor"].items(), key=lambda item: (-item[1], item[0]))
    most = [f"{names.actor_names()[actor]} ({count:,})" for actor, count in actors[:2]] if not asked.actors else []
    by = f", by {count_words(len(actors), 'actor')}: {list_words(most)} most" if len(actors) > len(most) > 1 else ""
    verb = "holds" if found.total == 1 else "hold"
    return f"{list_words(kinds)} {verb} {words}{by}."


def scope(view: View) -> str:
    """Say what was searched: of the filters, actors and dates hold for a search."""
    actors = list_words([names.actor_names()[actor] for actor in view.actors])
    return f"documents by {actors or 'any actor'}, {range_words(view.since, view.until)}"


def notes(found: full_text.Found, asked: full_text.Asked) -> list[str]:
    """Say how the words were understood and what the search could not do, a sentence each."""
    said = [f"Understood as: {found.understood}."] if OPERATORS.search(asked.text) else []
    if not found.is_ranked:
        said.append(
            "The index of this collection is missing, so texts were read one by one: what holds the words as written "
            "is shown unranked, without stems and similar spellings. `python -m data.index` makes the index."
        )
    if found.undated:
        said.append(f"{count_words(found.undated, 'document')} without a known date left out by the dates.")
    return [*said, *found.notes]
