"""Who takes back what was said, and which statement is gone by that?"""

from collections.abc import Sequence

from spacy.tokens import Token

from desk import tables
from desk.articles import Proposal
from desk.stances import Hit

RULE = "withdrawal"
_FARTHEST = 3
"""Paragraphs in which the statement that is withdrawn is looked for, back from its withdrawal."""


def withdrawal(verb: Token) -> Hit | None:
    """The cue of a predicate that takes words back: "withdrew the charge", "has taken down a post"; neutral."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    lemma = f"{verb.lemma_.lower()} {particle}".strip()
    taken = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if taken is None or lemma not in tables.words("withdrawals", "verb"):
        return None
    is_said = taken.lemma_.lower() in tables.words("utterances", "noun")
    return Hit(verb, f"{verb.text} … {taken.text}", "neutral", 0) if is_said else None


def without_withdrawn(found: Sequence[Proposal], text: str) -> list[Proposal]:
    """Leave out what an actor withdraws: the last thing that it said before, if that is not far back."""
    gone: set[int] = set()
    for at, proposal in enumerate(found):
        if proposal.rule == RULE:
            earlier = [n for n in range(at) if found[n].actor_id == proposal.actor_id and n not in gone]
            if earlier and text.count("\n\n", found[earlier[-1]].end, proposal.start) < _FARTHEST:
                gone.add(earlier[-1])
    return [proposal for at, proposal in enumerate(found) if at not in gone]
