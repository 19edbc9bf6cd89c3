"""What was found, counted by kind, country, language, actor and year; each count is a link that narrows the search."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from exports.vocabulary import FOUND_IN, LANGUAGES
from queries import full_text
from ui import names, search

# More are one click away.
FIRST = 7

Changes = Callable[[str], dict[str, Any]]


class Facet(NamedTuple):
    """One way to count: its heading, what its values are called, those that are chosen, what a choice changes."""

    heading: str
    words: Callable[[str], str]
    chosen: tuple[str, ...]
    changes: Changes


def show(found: full_text.Found, asked: full_text.Asked) -> None:
    """Show every way to narrow the search that would make a difference."""
    written = "".join(section(facet, found.facets[key]) for key, facet in facets(asked).items())
    if written:
        st.html(f"<nav class='facets' aria-label='Narrow the search'>{written}</nav>")


def facets(asked: full_text.Asked) -> dict[str, Facet]:
    """Give the ways to count, by the names that the search has for them."""
    actors, countries = names.actor_names(), names.publisher_countries()
    return {
        "found_in": Facet("Found in", FOUND_IN.__getitem__, asked.found_in, toggled("found", asked.found_in)),
        "actor": Facet("Actor", lambda each: actors.get(each, each), asked.actors, toggled("actor", asked.actors)),
        "country": Facet(
            "Country of publication",
            lambda each: countries.get(each, each),
            asked.countries,
            toggled("country", asked.countries),
        ),
        "language": Facet(
            "Language",
            lambda each: LANGUAGES.get(each, each),
            asked.languages,
            toggled("language", asked.languages),
        ),
        "year": Facet("Year", str, chosen_year(asked), year_changes(asked)),
    }


def toggled(parameter: str, chosen: Iterable[str]) -> Changes:
    """Say what a click on a value changes: it is taken into the list of a parameter, or out of it."""
    held = [*chosen]
    return lambda value: {parameter: [each for each in held if each != value] if value in held else [*held, value]}


def chosen_year(asked: full_text.Asked) -> tuple[str, ...]:
    """Name the year that the dates hold, where they hold just one."""
    since, until = asked.since, asked.until
    is_year = since and until and (since, until) == (date(since.year, 1, 1), date(since.year, 12, 31))
    return (str(since.year),) if since and is_year else ()


def year_changes(asked: full_text.Asked) -> Changes:
    """Say what a click on a year changes: the dates become that year, or all years again."""
    first, last = names.first_and_last_day()

    def changes(year: str) -> dict[str, Any]:
        if year in chosen_year(asked):
            return {"from": first, "to": last}
        return {"from": date(int(year), 1, 1), "to": date(int(year), 12, 31)}

    return changes


def section(facet: Facet, counts: Mapping[str, int]) -> str:
    """Write one way to count as HTML; nothing where all that was found is of one value and none is chosen."""
    values = sorted(counts, key=lambda value: (value not in facet.chosen, -counts[value], value))
    values = [*(value for value in facet.chosen if value not in counts), *values]
    if len(values) < 2 and not facet.chosen:
        return ""
    items = [item(facet, value, counts.get(value, 0)) for value in values]
    rest = f"<details><summary>{len(items) - FIRST} more</summary><ul>{''.join(items[FIRST:])}</ul></details>"
    more = rest if len(items) > FIRST else ""
    return f"<section><h3 class='small'>{facet.heading}</h3><ul>{''.join(items[:FIRST])}</ul>{more}</section>"


def item(facet: Facet, value: str, count: int) -> str:
    """Write one value as a link with its count; a chosen one says that the click takes it out again."""
    is_chosen = value in facet.chosen
    name = escape(facet.words(value))
    words = f"<b>{name}</b> <span class='unseen'>is chosen; take it out</span>" if is_chosen else name
    target = escape(search.href(**facet.changes(value)))
    return f"<li><a class='inner' href='{target}'>{words}</a> <span class='count'>{count:,}</span></li>"
