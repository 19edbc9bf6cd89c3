"""What a desk could hand over for the small collection; all of it is invented."""

from datetime import UTC, datetime

from data.saving import Addition, NewStatement

NOW = datetime.now(UTC)

# Line ends of both kinds, characters beyond the 16-bit plane, and the same words twice.
TEXT = "🌍 Ruritania said yes.\r\n\r\n“Yes 🎉,” said the\nminister. Ruritania said yes to all.\n"

CELLS = {
    "actor_id": "RUR",
    "speaker": "Minister",
    "date": "2002-03-04",
    "date_precision": "day",
    "event_id": "",
    "issue_id": "border",
    "stance": "support",
    "kind": "statement",
    "summary": 'It said "yes", and more.',
    "doubt": "",
}
SOURCE = {
    "source_id": "",
    "kind": "news",
    "publisher": "Gazette",
    "publisher_country": "RUR",
    "title": "Ruritania says yes, at last, to everybody",
    "url": "https://example.org/yes",
    "published": "2002-03-05",
    "language": "en",
}


def statement(words=None, held_id=None, locator="", nth=0, **cells):
    """A confirmed statement that rests on some words of TEXT, or on none."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.find(words, start + 1) if words else -1
    span = (start, start + len(words)) if words else None
    return NewStatement(CELLS | cells, {"attribution": "press", "locator": locator}, span, held_id)


def addition(*statements, text=TEXT, review=None, reviewed_by="Ada", **source):
    """A source with confirmed statements; one with a passage if none is given."""
    given = statements or (statement("Ruritania said yes"),)
    return Addition(SOURCE | source, text, given, reviewed_by, review or {"proposed": [], "final": []})


def tree(home):
    """Every file of a home but those that the build writes: bytes by path."""
    built = {"parquet", "versions"}
    files = (path for path in home.rglob("*") if path.is_file() or path.is_symlink())
    parts = ((path.relative_to(home), path) for path in files)
    return {str(name): path.read_bytes() for name, path in parts if name.parts[0] not in built}
