"""Parameters for every question that find rows among the real records."""

from datetime import date

from queries import contract

VALUES = {
    "actor_id": "FRA",
    "actor_ids": ["GEO", "FRA"],
    "actors": ["FRA", "EU", "USA", "AZE"],
    "attributions": ["direct", "press"],
    "bin": "year",
    "earliest": date(2020, 4, 12),
    "event_id": "unga-62-243",
    "first_row": 0,
    "found_in": "source",
    "ids": ["azernews-2020-04-15-geo"],
    "is_whole": False,
    "issue_id": "nk-votes-valid",
    "issue_ids": ["nk-votes-valid"],
    "kinds": ["vote", "statement"],
    "latest": date(2020, 4, 18),
    "limit": 20,
    "members_of": ["EU", "COE"],
    "offset": 3,
    "past_row": 20_000,
    "pattern": "karabakh",
    "since": date(1990, 1, 1),
    "sort": "actor",
    "source_id": "azernews-2020-04-15-geo",
    "source_ids": ["azernews-2020-04-15-geo"],
    "stances": ["oppose", "support"],
    "statement_ids": ["2020-04-15-geo-nk-votes-valid"],
    "text_sha256": "00",
    "through": ["EU", "OSCE"],
    "un_members_only": True,
    "until": date(2024, 4, 30),
    "url": "https://www.azernews.az/karabakh/164123.html",
    "voices": ["vote", "statement"],
    "words": "held words",
}
ALWAYS = {"bin", "sort", "is_whole", "offset", "first_row", "past_row"}
"""Of these null means nothing."""
NARROW = {
    "actors",
    "attributions",
    "found_in",
    "kinds",
    "members_of",
    "source_id",
    "stances",
    "voices",
    "un_members_only",
}


def everything(name):
    """As little as possible is asked for, so that the answer is large."""
    return {key: VALUES[key] if key in ALWAYS else None for key in contract(name).parameters}


def something(name):
    """What readers ask mostly: a thing and a range, but no filter."""
    named = contract(name).parameters
    return {key: None if key in NARROW and len(named) > 1 else VALUES[key] for key in named}


def little(name):
    """Every parameter has a value."""
    return {key: VALUES[key] for key in contract(name).parameters}


def nothing(name):
    """Lists are empty."""
    return {key: [] if isinstance(VALUES[key], list) else VALUES[key] for key in contract(name).parameters}


SAMPLES = {"everything": everything, "something": something, "little": little, "empty lists": nothing}
