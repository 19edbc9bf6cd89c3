"""An event as something to cite: what we hold of it in the collection. Nobody is its author."""

from datetime import date

from exports.citations import held
from exports.citations.source import line, of_source
from exports.citations.work import Work
from exports.phrases import day_words, range_words


def of_event(edition: str, event_id: str, home: str, accessed: date) -> Work:
    """Say what an event was. Its days tell it from its like, so the title has them; issued is our account of it.

    Args:
        edition: A collection, or one of its kept versions.
        event_id: Of the event.
        home: Address of the app, with a slash at its end.
        accessed: The day of today.

    Raises:
        UnknownWork: the edition has no such event.
    """
    row = held.row(edition, "event", event_id)
    source = of_source(edition, row["source_id"], home, accessed)
    known = row["latitude"] is not None and row["longitude"] is not None
    return Work(
        kind="event",
        id=event_id,
        title=f"{row['title']}, {_days(row['start_date'], row['end_date'])}",
        name=row["title"],
        issued=held.built(edition),
        url=held.permalink(edition, f"{home}event", {"event": event_id}),
        accessed=accessed,
        place=row["place"] or "",
        position=(row["latitude"], row["longitude"]) if known else None,
        genre=row["kind"].capitalize(),
        note=f"Described in: {line(source)}",
        abstract=row["summary"],
        span=(row["start_date"], row["end_date"]),
        sources=(source,),
        home=home,
        **held.part_of(edition),
    )


def _days(first: date, last: date | None) -> str:
    return range_words(first, last) if last else f"from {day_words(first)}"
