"""Which columns do the records have that a page writes rows of? A test holds these to the descriptions."""

STATEMENTS = (
    "statement_id",
    "actor_id",
    "speaker",
    "date",
    "date_precision",
    "event_id",
    "issue_id",
    "stance",
    "kind",
    "summary",
    "doubt",
)
EVIDENCE = ("statement_id", "source_id", "attribution", "locator", "exact", "prefix", "suffix")
SOURCES = ("source_id", "kind", "publisher", "publisher_country", "title", "url", "published", "language")
