"""What do the map and the timeline of some words show? Plain values for the page and for the picture to keep."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from charts import map as charted
from charts.looks import Look
from charts.mentions.counts import Actor, Mentions, Year
from charts.words import period_words

# Where the classes of a map begin; the last has no end. Few sets of limits, so that two maps can be compared.
LADDERS = ((1, 2, 5, 10), (1, 5, 20, 50), (1, 20, 100, 250), (1, 100, 500, 1000))
# A set of limits does for counts up to so many times its highest limit.
_REACH = 5

Noun = tuple[str, str]
Drawing = dict[str, Any]


def on_map(found: Mentions) -> Drawing:
    """The map: who mentions the words and how often, who does not, who has no document; as `charts.map` gives it."""
    drawn = [actor for actor in found.actors if actor.is_drawn]
    limits = limits_for(max((actor.mentions for actor in drawn), default=0))
    one, many = noun = found.asked.noun
    classes = [(words, Look(f"count-{at}")) for at, words in enumerate(_class_words(limits, noun), start=1)]
    classes += [(f"{many.capitalize()} here, none mentions it", Look("no-position"))]
    classes += [(f"No {one} here in these years", Look("not-searched"))]
    places = {actor.actor_id: _class(actor, limits) for actor in drawn}
    made = charted.drawing(classes, places, {actor.actor_id: lines(actor, noun) for actor in drawn})
    said = "; ".join(f"{each['words']}: {each['count']:,}" for each in made["classes"] if each["count"])
    return made | {"label": f"World map of who mentions “{found.asked.words}”. {said}.", "frames": None}


def over_time(found: Mentions) -> Drawing:
    """The timeline, a bar for each year with a mention; as `charts.timeline` gives it, with `told` for its bars.

    It is not about events: `lanes` is None.
    """
    asked, bars = found.asked, [year for year in found.years if year.mentions]
    noun = [f"{asked.noun[0]} that mentions it", f"{asked.noun[1]} that mention it"]
    words = noun[1].capitalize()
    stance = {"key": "mention", "words": words, "fill": "count-3", "count": found.mentions}
    return {
        "label": _message(found),
        "since": asked.since.isoformat(),
        "until": asked.until.isoformat(),
        "bin": "year",
        "unit": f"{words}, per year",
        "noun": noun,
        "stances": [stance] if bars else [],
        "bars": [[_first_day(each), f"{each.year:04}-12-31", f"{each.year}", [each.mentions]] for each in bars],
        "told": {_first_day(each): [f"{each.year}: {share_words(each, asked.noun)}"] for each in bars},
        "spans": [],
        "bands": [],
        "lanes": None,
    }


def lines(actor: Actor, noun: Noun) -> list[str]:
    """What is said of an actor: its name, then in how many of its documents, and when first and last."""
    if not actor.documents:
        return [actor.name, f"No {noun[0]} here in these years"]
    if actor.first is None:
        return [actor.name, f"{number_words(actor.documents, noun)} here, none mentions it"]
    years = f"in {actor.first}" if actor.first == actor.last else f"first {actor.first}, last {actor.last}"
    return [actor.name, f"{share_words(actor, noun)}, {years}"]


def share_words(each: Actor | Year | Mentions, noun: Noun) -> str:
    """How many documents of how many: 12 of 33 speeches (36.4%)."""
    return f"{each.mentions:,} of {number_words(each.documents, noun)} ({each.mentions / each.documents:.1%})"


def number_words(number: int, noun: Noun) -> str:
    """How many documents: 1 speech, 1,430 speeches."""
    return f"{number:,} {noun[number != 1]}"


def limits_for(most: int) -> tuple[int, ...]:
    """Where the classes begin for a highest count: the finest set that has not outgrown its last class."""
    return next((limits for limits in LADDERS if most <= _REACH * limits[-1]), LADDERS[-1])


def _class_words(limits: Sequence[int], noun: Noun) -> list[str]:
    pairs = [(first, after - 1) for first, after in pairwise(limits)]
    closed = [f"{f'{first:,} to ' if first < last else ''}{number_words(last, noun)}" for first, last in pairs]
    return [*closed, f"{number_words(limits[-1], noun)} or more"]


def _class(actor: Actor, limits: Sequence[int]) -> int:
    if not actor.mentions:
        return len(limits) + (not actor.documents)
    return sum(actor.mentions >= limit for limit in limits) - 1


def _first_day(year: Year) -> str:
    return f"{year.year:04}-01-01"


def _message(found: Mentions) -> str:
    words, noun, since, until = found.asked
    period = period_words(since, until)
    if not found.documents:
        return f"Timeline: no {noun[0]} here, {period}."
    if not found.mentions:
        return f"Timeline: none of {number_words(found.documents, noun)} mentions “{words}”, {period}."
    most = max(found.years, key=lambda year: year.mentions)
    return (
        f"Timeline of {share_words(found, noun)} that mention “{words}”, {period}. "
        f"Most, {most.mentions:,}, in {most.year}."
    )
