"""Who is said to have done what somebody else did: "and so did Mali", "as has the Turkish foreign ministry"?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from desk.reading import Sentence
from desk.subjects import Speaker

_POINTING = {"as", "neither", "nor", "so"}
_AUXILIARIES = {"are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will", "would"}
_NOT = {"not", "n't", "n’t"}
_FARTHEST = 3
"""Words between the auxiliary and the name: "so did the newly elected Turkish minister" is too far."""


class Echo(NamedTuple):
    """Who does the same or, `is_contrary`, does not, and the tokens that say so."""

    speaker: Speaker
    tokens: tuple[Token, ...]
    words: str
    is_contrary: bool = False


def echoes(sentence: Sentence) -> Iterator[Echo]:
    """Find the echoes of a sentence; a parser seldom gets their turned order right, so words are gone by."""
    words = list(sentence.span)
    for at, (first, second) in enumerate(pairwise(words)):
        if first.lower_ in _POINTING and second.lower_ in _AUXILIARIES:
            named = list(_named(words[at + 2 :], sentence))
            if named:
                last = _end_of_phrase(named[-1])
                said = f"{first.text} {second.text}"
                yield Echo(_speaker(named, sentence), tuple(words[at : words.index(last) + 1]), said)
        elif first.lower_ in _AUXILIARIES and second.lower_ in _NOT and _ends(words[at + 2 :]):
            named = [token for token in words[:at][-_FARTHEST:] if token.i in sentence.actors]
            if named and not any(token.is_punct for token in words[words.index(named[-1]) : at]):
                run = words[words.index(named[-1]) : at + 2]
                yield Echo(_speaker(named[-1:], sentence), tuple(run), f"{first.text} {second.text}", True)


def _speaker(named: list[Token], sentence: Sentence) -> Speaker:
    mentions = list(dict.fromkeys(sentence.actors[token.i] for token in named))
    ids = tuple(actor for mention in mentions for actor in mention.actor_ids)
    return Speaker(ids, tuple(name for mention in mentions for name in mention.names), len(ids) > 2)


def _ends(words: list[Token]) -> bool:
    return all(token.is_punct or token.is_space for token in words[:1])


def _named(words: list[Token], sentence: Sentence) -> Iterator[Token]:
    """Tokens of the names that follow, joined by "and"; the first has to be near."""
    gap = 0
    for token in words:
        if token.i in sentence.actors:
            gap = 0
            yield token
        elif token.is_punct or token.pos_ == "VERB" or gap == _FARTHEST:
            return
        else:
            gap += 1


def _end_of_phrase(name: Token) -> Token:
    """The office that a name only describes: "the Turkish foreign ministry" ends with "ministry"."""
    last = name
    for token in name.doc[name.i + 1 : name.sent.end]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            break
        last = token
    return last
