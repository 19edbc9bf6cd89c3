"""Which stances does a sentence tell by a noun? "Support came from Japan", "the plan drew criticism from Israel"."""

from collections.abc import Iterator

from spacy.tokens import Token

from desk.clauses import Predicate, extent
from desk.reading import Sentence
from desk.reported import Found
from desk.speakers import Memory
from desk.stances import LEAST_DIRECT, Hit, hits
from desk.subjects import NOBODY
from desk.verbs import VERBS

_ARRIVE = {"arrive", "come", "follow"}
_HAVE = {"draw", "earn", "enjoy", "find", "gain", "get", "have", "meet", "receive", "win"}
_OWNERS = {"from", "in", "of"}
_SIDES = {
    "backer": "support",
    "champion": "support",
    "critic": "oppose",
    "dissenter": "oppose",
    "objector": "oppose",
    "opponent": "oppose",
    "sceptic": "oppose",
    "supporter": "support",
}
"""Nouns for those who take a stance, which names follow: "opponents included Cuba"."""
RULE = "stance noun"


def turns(sentence: Sentence, memory: Memory) -> Iterator[Found]:
    """Find stances whose holder is named behind a noun, which a verb without a stance of its own brings about.

    Args:
        sentence: The sentence; what it quotes is one word.
        memory: Who has spoken so far.
    """
    yield from _named(sentence, memory)
    for hit in hits([token for token in sentence.span if token.i not in sentence.quoted]):
        verb, holder = _told(hit)
        if verb is None or holder is None or hit.stance not in {"support", "oppose"}:
            continue
        speaker = memory.speaker(holder, sentence)
        if speaker.actor_ids:
            start, end = extent(Predicate(verb, holder, False), sentence, with_subject=True)
            yield Found(speaker, start, end, RULE, (verb.text, hit.words), hit, verb)


def _named(sentence: Sentence, memory: Memory) -> Iterator[Found]:
    """Who is named as one of those who take a stance: "opponents included Cuba", "among its critics were Mali"."""
    for noun in (token for token in sentence.span if token.lemma_.lower() in _SIDES):
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "among" else noun.head
        if verb.lemma_ not in {"include", "be"} or noun.dep_ not in {"nsubj", "pobj"}:
            continue
        holder = next(
            (c for c in verb.children if c.dep_ in {"dobj", "attr", "nsubj"} and c.i in sentence.actors), None
        )
        speaker = memory.speaker(holder, sentence) if holder is not None else NOBODY
        if speaker.actor_ids:
            start, end = extent(Predicate(verb, noun, False), sentence, with_subject=True)
            hit = Hit(noun, noun.text, _SIDES[noun.lemma_.lower()], LEAST_DIRECT)
            yield Found(speaker, start, end, RULE, (noun.text, verb.text), hit, verb)


def _told(hit: Hit) -> tuple[Token | None, Token | None]:
    """The verb that brings a noun of stance about, and the head of whoever holds the stance."""
    noun = hit.token
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
    if noun.pos_ in VERBS or verb.pos_ not in VERBS:
        return None, None
    if noun.dep_ == "nsubj" and verb.lemma_ in _ARRIVE:
        return verb, _behind({"from"}, verb)
    if noun.dep_ in {"attr", "dobj", "pobj"} and (verb.lemma_ in _HAVE or _is_there(verb)):
        return verb, _behind(_OWNERS - {"in"}, noun) or _behind({"from", "in"}, verb)
    return None, None


def _is_there(verb: Token) -> bool:
    return any(child.dep_ == "expl" for child in verb.children)


def _behind(prepositions: set[str], token: Token) -> Token | None:
    """What the first of some prepositions that hangs on a token leads to."""
    found = (t for c in token.children if c.dep_ == "prep" and c.lower_ in prepositions for t in c.children)
    return next((t for t in found if t.dep_ == "pobj"), None)
