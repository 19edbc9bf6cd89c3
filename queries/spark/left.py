"""Which questions stay with DuckDB although a server is named, and why?

A test asks the server all of them: it fails when one of these works there, and when any other does not.
"""

from collections.abc import Mapping

LEFT: Mapping[str, str] = {
    "documents": "a search without an index folds letters by DuckDB's strip_accents, which Spark does not have",
    "explanation_of_position": "asks in a column whether somebody was a member, which Sail does in filters only",
    "fetched_sources": "texts that a reader fetched lie on the dashboard's machine",
    "fetched_text_of_source": "texts that a reader fetched lie on the dashboard's machine",
    "positions_on_every_issue": "works out the positions anew for each issue of a join, which Spark does not allow",
    "statements_in_order": "files are written by stretches of the table, by numbers of rows that Spark does not have",
    "texts_of_sources": "the index of texts is made by numbers of rows, which Spark does not have",
}
"""The reason by the question."""
