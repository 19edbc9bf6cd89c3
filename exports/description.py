"""What does a file of some rows say of itself: where they come from, what narrows them, what each column means?"""

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import queries
from exports import address, search_rows
from exports.about import About, Column
from exports.phrases import day_words, range_words
from exports.tables import TABLES
from exports.vocabulary import ATTRIBUTIONS, FOUND_IN, KINDS, LANGUAGES, STANCES

if TYPE_CHECKING:
    from exports.asked import Asked

# Rows that are those of a table of the collection under another name: its dictionary describes their columns.
DESCRIBED_BY = {"reactions": "statements"}
# Tables, times builds that readers look at.
MOST_DESCRIBED = 200


def about(asked: "Asked", home: str, created_at: datetime, rows: int) -> About:
    """Describe a file.

    Args:
        asked: What it holds.
        home: Address of the app, with a slash at its end.
        created_at: When it is made: UTC, whole seconds.
        rows: How many it holds.
    """
    collection = asked.names.collection
    version = collection["data_version"]
    return About(
        title=TABLES[asked.table].title,
        collection_id=collection["collection_id"],
        collection=collection["title"],
        filters=words(asked),
        rows=rows,
        data_version=version,
        created_at=created_at,
        licence=collection["licence"],
        licence_url=collection["licence_url"],
        method=collection["description"] or "",
        made_from=made_from(asked.edition),
        citation=(
            f"Démarche, {collection['title']}, data version {version}, retrieved on {day_words(created_at.date())}."
        ),
        columns=columns(asked.edition, asked.question, asked.table),
        url=address.page_url(asked, home),
        api_url=address.api_url(asked, home),
        table=asked.table,
        subject=asked.source or asked.issue or asked.event,
        since=asked.since,
        until=asked.until,
    )


def made_from(edition: str) -> tuple[str, ...]:
    """Name what the statements and the texts of an edition come from, each once: title, then address if it has one."""
    return _made_from(queries.build(edition))


# Each picture on each page says it, after every change of a filter.
@lru_cache(maxsize=MOST_DESCRIBED)
def _made_from(build: str) -> tuple[str, ...]:
    tables = {row["table"]: row["sources"] for row in queries.run_on(build, "tables").to_pylist()}
    named = [text for table in ("statements", "sources") for text in (tables.get(table) or "").split("; ")]
    return tuple(dict.fromkeys(filter(None, named)))


def words(asked: "Asked") -> tuple[tuple[str, str], ...]:
    """Name what narrows the rows, as a reader would: dates and issue always, where the table has them."""
    names, takes = asked.names, TABLES[asked.table].takes
    actors = names.actors
    first, last = names.days
    filters = [
        ("Words", asked.q),
        ("Spelling", "similar spellings too" if asked.similar else ""),
        ("Dates", range_words(asked.since or first, asked.until or last) if "from" in takes else ""),
        ("Issue", names.issues[asked.issue] if asked.issue else "Every issue" if "issue" in takes else ""),
        ("Actors", ", ".join(actors[actor] for actor in asked.actors)),
        ("Full members of", ", ".join(actors[actor] for actor in asked.members_of)),
        ("Stance", ", ".join(STANCES[stance] for stance in asked.stances)),
        ("Kind", ", ".join(KINDS[kind] for kind in asked.kinds)),
        ("Attribution", ", ".join(ATTRIBUTIONS[attribution] for attribution in asked.attributions)),
        ("Source", names.sources[asked.source] if asked.source else ""),
        ("Event", names.events[asked.event] if asked.event else ""),
        ("Found in", ", ".join(FOUND_IN[kind] for kind in asked.found)),
        ("Country", ", ".join(actors.get(country, country) for country in asked.country)),
        ("Language", ", ".join(LANGUAGES.get(language, language) for language in asked.language)),
        ("Counting rule", asked.rule() if asked.table == "positions" else ""),
    ]
    return tuple((name, value) for name, value in filters if value)


def columns(edition: str, question: str, table: str) -> tuple[Column, ...]:
    """Describe the columns of a question's rows: by its header, or else by the dictionary of the collection's table.

    Args:
        edition: Whose dictionary.
        question: Of `queries/`; empty for a search.
        table: What a row is, in the plural.
    """
    if not question:
        return search_rows.COLUMNS
    return _described(queries.build(edition), question, table)


@lru_cache(maxsize=MOST_DESCRIBED)
def _described(build: str, question: str, table: str) -> tuple[Column, ...]:
    fields = queries.run_on(build, "fields").to_pylist()
    known = {row["field"]: row for row in fields if row["table"] == DESCRIBED_BY.get(table, table)}
    contract = queries.contract(question)
    return tuple(
        Column(
            name,
            kind,
            (known[name]["unit"] or "") if name in known else "",
            contract.notes.get(name) or known[name]["description"],
        )
        for name, kind in contract.columns.items()
        if name != "row_number"
    )
