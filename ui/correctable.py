"""Where are corrections offered? Where a statement is shown open, in a collection that can be changed from here."""

from pathlib import Path

import queries
from queries import permission
from ui import access, collections, links


def home() -> Path | None:
    """Give the folder of the records of the collection that this session looks at; None where it only reads."""
    return permission.home_of(queries.served()[collections.collection()]) if access.allows("write") else None


def link(statement_id: str) -> None:
    """Link to the page that corrects a statement; an older version is never corrected."""
    if collections.older() is None and home():
        links.to("correct", "Correct this statement", icon=":material/edit:", statement=statement_id)
