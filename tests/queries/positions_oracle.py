"""Who held which position, and when did it change? Slow and plain, from docs/method.md#positions; see `oracle`."""

from datetime import date

from tests.queries.dates import date_label
from tests.queries.heard import Heard
from tests.queries.oracle import STRONGEST_FIRST
from tests.queries.silence_oracle import silence

SILENCE_IS_LISTED = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")
HELD = ("stance", "voice", "attribution", "is_vote", "counts_on", "date_label", "statement_ids", "through")
SILENT = ("silence", "searched_on", "sources_searched", "missed_event_id")


def positions(oracle, asked):
    """One row per actor with a position, and per state or authority without one, by the rule of design §4."""
    heard = Heard(oracle, asked)
    rows = []
    for name in asked_about(oracle, asked):
        row = who(oracle.actors[name]) | {"iso3": oracle.actors[name]["iso3"]} | dict.fromkeys(HELD + SILENT)
        deciding, through = heard.deciding(name)
        if is_shown(deciding, asked):
            rows.append(row | held(deciding, through))
        elif is_listed_when_silent(oracle, heard, name, asked):
            hidden = bool(deciding) or heard.spoke(name)
            rows.append(row | ({"silence": "outside these filters"} if hidden else silence(oracle, name, asked)))
    return rows


def changes(oracle, asked):
    """One row per actor and day on which what decides is other than before; see queries/position_changes.sql."""
    heard = Heard(oracle, asked)
    rows = []
    for name in asked_about(oracle, asked):
        before = dict.fromkeys(HELD)
        for day in days_of_words(heard, name):
            deciding, through = heard.deciding(name, day)
            now = held(deciding, through) if is_shown(deciding, asked) else dict.fromkeys(HELD)
            if (now["statement_ids"], now["voice"]) != (before["statement_ids"], before["voice"]):
                rows.append(who(oracle.actors[name]) | {"day": day} | now)
            before = now
    return sorted(rows, key=lambda row: (row["day"], row["actor_id"]))


def asked_about(oracle, asked):
    """The actors that the question is about, by id."""
    return sorted(name for name in oracle.actors if asked["actors"] is None or name in asked["actors"])


def days_of_words(heard, actor):
    """The days from which words count that the actor or its organisations said, whatever filters leave out."""
    speakers = {actor, *heard.through}
    return sorted({row["counts_on"] for speaker in speakers for row in heard.spoken.get(speaker, ())})


def is_shown(deciding, asked):
    """Is there a position, and does the filter for stances let it pass?"""
    stances = {row["stance"] for row in deciding}
    return bool(stances if asked["stances"] is None else stances & set(asked["stances"]))


def is_listed_when_silent(oracle, heard, actor, asked):
    """Only states and authorities are silent; with a filter or a rule for members, those of the day."""
    day = asked["until"] or date.max
    is_listed = oracle.actors[actor]["kind"] in SILENCE_IS_LISTED
    return is_listed and heard.is_among(actor, day) and heard.is_of_the_un(actor, day)


def who(actor):
    """The columns that say who it is."""
    return {"actor_id": actor["actor_id"], "actor_name": actor["short_name"], "actor_kind": actor["kind"]}


def held(deciding, through):
    """A position from the statements that decide it."""
    stances = {row["stance"] for row in deciding}
    # Of several that decide on the latest day, the last by id gives the date as known: any would be true.
    newest = max(deciding, key=lambda row: (row["counts_on"], row["statement_id"]))
    return {
        "stance": stances.pop() if len(stances) == 1 else "contested",
        "voice": "own" if through is None else "borrowed",
        "attribution": min((row["attribution"] for row in deciding), key=STRONGEST_FIRST.index),
        "is_vote": all(row["kind"] == "vote" for row in deciding),
        "counts_on": newest["counts_on"],
        "date_label": date_label(newest["date"], newest["date_precision"]),
        "statement_ids": sorted(row["statement_id"] for row in deciding),
        "through": through,
    }
