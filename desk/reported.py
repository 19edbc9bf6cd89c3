"""Which clauses report that an actor took a stance, in the writer's own words?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from desk.clauses import Predicate, content, extent, is_cue, own_tokens, predicates
from desk.reading import Sentence
from desk.speakers import Memory, Speaker
from desk.stances import Hit, hits, strongest

_JUDGING = {"call", "describe", "brand", "label", "term", "see", "express", "voice", "be", "remain", "consider", "find"}
_FELT = {"concern", "oppose", "commit", "disappoint", "prepare", "worry", "outrage"}
"""Passives in which the subject itself takes the stance: "Norway is opposed"."""


@dataclass(frozen=True)
class Found:
    """What a rule found: who, where, by which rule, on which words; `hit` is None where no cue of stance fired."""

    speaker: Speaker
    start: int
    end: int
    rule: str
    words: tuple[str, ...]
    hit: Hit | None


def reported(sentence: Sentence, memory: Memory, voice: Speaker) -> Iterator[Found]:
    """Find the reported statements of a sentence, and keep in memory who spoke.

    Args:
        sentence: The sentence; what it quotes is one word.
        memory: Who has spoken so far.
        voice: The actor in whose name the sentence is spoken, if it says so.
    """
    for predicate in predicates(sentence):
        speaker = memory.speaker(predicate.subject, sentence)
        if _is_named_first(predicate):
            memory.last = speaker if speaker.actor_ids or is_cue(predicate.verb) else memory.last
        speaker = voice if voice.actor_ids and speaker.actor_ids else speaker
        if speaker.actor_ids and (found := _statement(predicate, speaker, sentence)):
            yield found


def _is_named_first(predicate: Predicate) -> bool:
    return predicate.subject.dep_ != "pobj" and predicate.subject.lower_ not in {"which", "that", "who"}


def _statement(predicate: Predicate, speaker: Speaker, sentence: Sentence) -> Found | None:
    verb = predicate.verb
    if predicate.subject.dep_ == "nsubjpass" and verb.lemma_.lower() not in _FELT:
        return None
    tokens = own_tokens(predicate)
    found = hits([t for t in tokens if t.i not in sentence.quoted])
    told = content(verb) if is_cue(verb) else None
    hit = strongest(found if told is not None else [h for h in found if _is_direct(h, verb)])
    if hit is None and (told is None or any(t.i in sentence.quoted for t in told.subtree)):
        return None
    rule = "list" if speaker.is_list else "reported clause" if told is not None else "stance verb"
    start, end = extent(predicate, sentence, speaker.is_list)
    words = (verb.text, hit.words) if hit and hit.token is not verb else (hit.words if hit else verb.text,)
    return Found(speaker, start, end, rule, words, hit)


def _is_direct(hit: Hit, verb: Token) -> bool:
    """Whether a cue is the verb or hangs on it with no other verb between."""
    token = hit.token
    for _ in range(4):
        if token == verb:
            return hit.rank < 2 or verb.lemma_.lower() in _JUDGING or hit.token == verb
        if token.pos_ in {"VERB"} and token.dep_ != "xcomp":
            return False
        token = token.head
    return False
