"""Which tables can be taken along, and what narrows each of them?"""

from typing import NamedTuple

EVERY_ISSUE = "every-issue"
MOST_ISSUES = 300
"""On more at once nobody's positions are given: each actor has a cell on each of them."""
ALWAYS = ("collection", "data", "raw")
"""What every table takes."""
FILTERS = ("from", "to", "issue", "actor", "org", "stance", "kind", "attribution", "source")
"""The filters of every page, by their names in the address."""
RULE = ("voice", "through", "count", "rule")
"""Who counts as having a position, by the names in the address; `rule` is short for the others."""
WORDS = ("from", "to", "actor", "q", "similar", "found", "country", "language")
"""What a search takes."""


class Table(NamedTuple):
    """One table.

    Attributes:
        title: The question that it answers.
        noun: What a row is: singular and plural.
        question: Of `queries/`, which gives the rows; a search has none.
        takes: The parameters of the address that narrow it, besides collection, data and raw.
        has_place: Whether its rows can be put on a map.
        counted_by: Of `queries/`, with the same parameters: counts a million rows in a tenth of the time that making
            them with all names would take. Where there is none, the rows themselves are counted.
    """

    title: str
    noun: tuple[str, str]
    question: str
    takes: tuple[str, ...]
    has_place: bool = False
    counted_by: str = ""


TABLES = {
    "statements": Table(
        "Which statements are in view, and what does each say?",
        ("statement", "statements"),
        "statements_in_order",
        (*FILTERS, "event"),
        counted_by="count_in_view",
    ),
    "positions": Table(
        "How did each actor stand on an issue on a day?",
        ("position or silence", "positions and silences"),
        "positions_as_of",
        (*FILTERS, "as_of", *RULE),
        has_place=True,
    ),
    "events": Table(
        "What happened in the range, and how many statements in view react to it?",
        ("event", "events"),
        "events_in_range",
        FILTERS,
        has_place=True,
    ),
    "actors": Table(
        "Whose statements are in view?", ("actor", "actors"), "actors_in_view", (*FILTERS, "event"), has_place=True
    ),
    "sources": Table(
        "Which sources carry the statements in view?", ("source", "sources"), "sources_in_view", (*FILTERS, "event")
    ),
    "evidence": Table(
        "On what do the statements in view rest?",
        ("piece of evidence", "pieces of evidence"),
        "evidence_in_view",
        (*FILTERS, "event"),
    ),
    "search": Table("Where do these words stand?", ("document", "documents"), "", WORDS),
    "reactions": Table(
        "Who reacted to an event, in which order, how fast, and with what stance?",
        ("reaction", "reactions"),
        "reactions_to_event",
        ("event",),
    ),
    "corrections": Table(
        "What was corrected after publication, and why?", ("correction", "corrections"), "corrections", ()
    ),
}
"""By their names in addresses, which never change."""

SORTS = {
    "newest": "counts_on desc, statement_id",
    "oldest": "counts_on, statement_id",
    "actor": "actor_name, counts_on desc, statement_id",
    "issue": "issue_title, counts_on desc, statement_id",
    "stance": "stance, counts_on desc, statement_id",
}
"""The orders in which a page of statements can be had, as SQL; a file is in the order of the ids."""
