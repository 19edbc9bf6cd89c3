"""Who takes back what was said, and which statement is gone by that?"""

from collections.abc import Sequence

from spacy.tokens import Token

from desk import tables
from desk.articles import Proposal
from desk.stances import Hit

RULE = "withdrawal"
_FARTHEST = 3
"""Ends of paragraphs between a withdrawal and the statement that is looked for before it: fewer than these."""

_LONGEST_WAY = 2_000
"""The same in characters, for texts whose paragraphs are not told apart."""


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
    last: dict[str, int] = {}
    gone: set[int] = set()
    for at, proposal in enumerate(found):
        before = last.get(proposal.actor_id)
        if proposal.rule == RULE and before is not None and _is_near(text, found[before].end, proposal.start):
            gone.add(before)
        last[proposal.actor_id] = at
    return [proposal for at, proposal in enumerate(found) if at not in gone]


def _is_near(text: str, end: int, start: int) -> bool:
    return start - end < _LONGEST_WAY and text.count("\n\n", end, start) < _FARTHEST
