"""Rows as the queries give them, made up; actor ids are real."""

from datetime import date

LABELS = {"support": "Regarded as valid", "oppose": "Not recognised", "neutral": "No judgement"}


def position(actor_id, stance=None, voice="own", **more):
    """One row of positions_as_of; without a stance a silence."""
    speaks = stance is not None
    row = {
        "actor_id": actor_id,
        "actor_name": f"Name of {actor_id}",
        "actor_kind": "state",
        "iso3": actor_id,
        "stance": stance,
        "voice": voice if speaks else None,
        "attribution": ("direct" if voice == "own" else None) if speaks else None,
        "is_vote": False if speaks else None,
        "counts_on": date(2020, 3, 31) if speaks else None,
        "date_label": "31 March 2020" if speaks else None,
        "through": ["EU"] if voice == "borrowed" else [],
        "statement_ids": [f"by {actor_id}"] if speaks else None,
        "silence": None if speaks else "no position found",
    }
    return row | more


def counted(stance, count, starts, ends=None, certain=True):
    """One row of statements_per_bin; without an end the bin is a day."""
    return {
        "starts": starts,
        "ends": ends or starts,
        "is_certain": certain,
        "stance": stance,
        "count_statements": count,
    }


def event(event_id, kind, start, end=None, count=1, title=None):
    """One row of events_in_range; without an end it is not recorded."""
    return {
        "event_id": event_id,
        "title": f"Title of {event_id}" if title is None else title,
        "start_date": start,
        "end_date": end,
        "kind": kind,
        "place": "Baku",
        "summary": "What happened.",
        "source_id": "source",
        "count_statements": count,
    }
