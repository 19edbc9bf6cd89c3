"""What does an address ask for? Every part of it is used or refused, with a sentence; nothing is silently dropped."""

from typing import Any

import queries
from exports import rule
from exports.asked import Asked
from exports.errors import Unusable
from exports.names import Names, names_of
from exports.tables import ALWAYS, EVERY_ISSUE, TABLES
from exports.values import Raw, day, echo, one, several, switch, text
from exports.vocabulary import ATTRIBUTIONS, COUNTED, FOUND_IN, KINDS, LANGUAGES, STANCES, VOICES
from queries.full_text.pieces import MOST_CHARACTERS

SINGLE = (
    "collection",
    "data",
    "raw",
    "from",
    "to",
    "as_of",
    "issue",
    "source",
    "event",
    "count",
    "rule",
    "q",
    "similar",
)


def asked_of(table: str, raw: Raw) -> Asked:
    """Read what an address asks for.

    Args:
        table: A key of `exports.TABLES`.
        raw: The texts of each parameter of the address, in their order.

    Raises:
        Unusable: the table does not take a parameter, or a text is no value of it.
        UnknownVersion: that version of the collection was not kept.
    """
    _check_names(table, raw)
    edition = _edition(raw)
    names = names_of(edition)
    asked = Asked(edition=edition, table=table, raw=switch(raw, "raw"), **_filters(raw, names), **_search(raw, names))
    asked = _with_days(asked, raw, names)
    if table == "search" and not asked.q.strip():
        raise Unusable("q", "", "q is missing: say which words to search for, q=referendum.")
    if table == "reactions" and not asked.event:
        raise Unusable(
            "event", "", "event is missing: say by its id which event was reacted to; /api/events has the ids."
        )
    return _with_rule(asked, raw, names)


def _check_names(table: str, raw: Raw) -> None:
    takes = (*ALWAYS, *TABLES[table].takes)
    for name, texts in raw.items():
        if name not in takes:
            raise Unusable(name, "", f"{table} does not take “{echo(name)}”; it takes {', '.join(takes)}.")
        if name in SINGLE and len(texts) > 1:
            raise Unusable(name, texts[1], f"{name} is given {len(texts)} times; give it once.")


def _edition(raw: Raw) -> str:
    first, *others = queries.served()
    collection_id = one(raw, "collection", [first, *others], default=first)
    if raw.get("data") and not text(raw, "data"):
        raise Unusable("data", "", "data is empty: name a version, or leave it out for the newest.")
    return queries.edition(collection_id, text(raw, "data") or None)


def _filters(raw: Raw, names: Names) -> dict[str, Any]:
    issue = one(raw, "issue", [*names.issues, EVERY_ISSUE], "issues")
    return {
        "issue": "" if issue == EVERY_ISSUE else issue,
        "actors": several(raw, "actor", names.actors, "actors"),
        "members_of": several(raw, "org", names.organisations, "actors"),
        "stances": several(raw, "stance", STANCES),
        "kinds": several(raw, "kind", KINDS),
        "attributions": several(raw, "attribution", ATTRIBUTIONS),
        "source": one(raw, "source", names.sources, "sources"),
        "event": one(raw, "event", names.events, "events"),
    }


def _search(raw: Raw, names: Names) -> dict[str, Any]:
    words = text(raw, "q")
    if len(words) > MOST_CHARACTERS or not words.isprintable():
        raise Unusable(
            "q", words, f"q has to be at most {MOST_CHARACTERS} printable characters; “{echo(words)}” is not."
        )
    return {
        "q": words,
        "similar": switch(raw, "similar"),
        "found": several(raw, "found", FOUND_IN),
        "country": several(raw, "country", names.actors, "actors"),
        "language": several(raw, "language", LANGUAGES),
    }


def _with_days(asked: Asked, raw: Raw, names: Names) -> Asked:
    if raw.get("as_of") and raw.get("to"):
        raise Unusable("as_of", text(raw, "as_of"), "as_of and to both name the last day; give one of them.")
    first, last = names.days if "from" in TABLES[asked.table].takes else (None, None)
    since, until = day(raw, "from"), day(raw, "as_of") or day(raw, "to")
    if since and until and since > until:
        raise Unusable("from", since.isoformat(), f"from ({since}) lies after the last day ({until}).")
    # Outside the years of the collection there is nothing, which is an answer too.
    since_then = since or (min(first, until) if first and until else first)
    until_then = until or (max(last, since) if last and since else last)
    return asked.only(since=since_then, until=until_then)


def _with_rule(asked: Asked, raw: Raw, names: Names) -> Asked:
    short = one(raw, "rule", rule.SHORT)
    given = [name for name in ("voice", "through", "count") if raw.get(name)]
    if short and given:
        raise Unusable(
            "rule", short, f"rule is short for voice, through and count; leave out {', '.join(given)} or rule."
        )
    if short == "borrowed":
        return asked.only(through=_lenders(asked))
    return asked.only(
        voices=rule.VOICES_OF.get(short, several(raw, "voice", VOICES)),
        through=several(raw, "through", names.organisations, "actors"),
        un_members_only=short == "un" or one(raw, "count", COUNTED) == "un",
    )


def _lenders(asked: Asked) -> tuple[str, ...]:
    """The narrow organisations that spoke in view, whoever the reader looks at."""
    view = asked.only(actors=(), members_of=(), stances=(), table="events").parameters()
    spoke = queries.run_on(asked.edition, "organisations_in_view", **view)["actor_id"].to_pylist()
    return tuple(set(spoke) - set(rule.WIDE))
