"""Who mentions some words, how often and when, in a sentence; and whom the map cannot show."""

from collections.abc import Sequence

from charts.mentions import Actor, Mentions
from exports.answers import STATES
from exports.phrases import count_words, list_words

# So many are named as those who mention the words most; if more are equal, none of them is.
MOST_LEADERS = 4
# So many names stand in one sentence; the table has them all.
MOST_NAMES = 12


def answer(found: Mentions) -> str:
    """Say in how many documents the words stand, by how many actors, by whom most, and when first and last."""
    words, (one, many) = found.asked.words, found.asked.noun
    who = [actor for actor in found.actors if actor.mentions]
    if not found.documents:
        return f"No {one} with a known actor and year lies in these dates."
    if not who:
        return f"“{words}” stands in none of {count_words(found.documents, one, many)}."
    said = f"“{words}” stands in {found.mentions:,} of {count_words(found.documents, one, many)}, {_by(who)}"
    years = [year.year for year in found.years if year.mentions]
    return f"{said}; {f'first {years[0]}, last {years[-1]}' if years[1:] else f'all in {years[0]}'}."


def undrawn(found: Mentions) -> str:
    """Name everybody with documents in range who has no place on the map; empty where there is nobody."""
    missing = [actor for actor in found.actors if actor.documents and not actor.is_drawn]
    if not missing:
        return ""
    one, many = found.asked.noun
    speaking = [actor for actor in missing if actor.mentions]
    silent = [actor.name for actor in missing if not actor.mentions]
    have = "has" if len(missing) == 1 else "have"
    begin = f"{count_words(len(missing), 'actor')} with {many} here {have} no place on this map of today’s states. "
    mentioning = [f"{actor.name} ({count_words(actor.mentions, one, many)})" for actor in speaking]
    said = [f"Mentioned by {list_words(mentioning, MOST_NAMES)}."] if speaking else []
    said += [f"Not mentioned by {list_words(silent, MOST_NAMES)}."] if silent else []
    return begin + " ".join(said)


def rule(found: Mentions) -> str:
    """Say what is counted."""
    return f"Counted: {found.asked.noun[1]} with a known actor and year."


def _by(who: Sequence[Actor]) -> str:
    noun = "state" if all(actor.kind in STATES for actor in who) else "actor"
    if len(who) == 1:
        return f"all by {who[0].name}"
    return f"by {count_words(len(who), noun)}{_most(who)}"


def _most(who: Sequence[Actor]) -> str:
    """Who mentions the words most: the first two, with all who are equal to the second."""
    second = who[1].mentions
    leaders = [actor for actor in who if actor.mentions >= second]
    if len(leaders) > MOST_LEADERS:
        leaders = [actor for actor in who if actor.mentions > second]
    named = list_words([f"{actor.name} ({actor.mentions:,})" for actor in leaders])
    if not leaders:
        return f", none in more than {second:,}"
    return f": {named}" if len(leaders) == len(who) else f"; {named} most"
