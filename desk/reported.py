"""Which clauses report that an actor took a stance, in the writer's own words?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from desk.clauses import Predicate, extent, own_tokens, predicates
from desk.cues import NAMING, hit_of, is_judging, is_second_hand, turned
from desk.echoes import Echo, echoes
from desk.intentions import DEMANDING, claimed, due, intended
from desk.offices import office_of
from desk.reading import Sentence
from desk.speakers import Memory
from desk.stances import CONTRARY, LEAST_DIRECT, SAME, Hit, hits
from desk.subjects import Speaker, coordinated
from desk.verbs import content, is_cue
from desk.voices import according_to
from desk.withdrawals import RULE, withdrawal

_FELT = {
    "alarm",
    "appal",
    "commit",
    "concern",
    "delight",
    "disappoint",
    "disturb",
    "dismay",
    "encourage",
    "oppose",
    "outrage",
    "perturb",
    "please",
    "prepare",
    "relieve",
    "reassure",
    "satisfy",
    "trouble",
    "worry",
}
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
    verb: Token | None


def reported(sentence: Sentence, memory: Memory, voice: Speaker) -> Iterator[Found]:
    """Find the reported statements of a sentence, and keep in memory who spoke.

    Args:
        sentence: The sentence; what it quotes is one word.
        memory: Who has spoken so far.
        voice: The actor in whose name the sentence is spoken, if it says so.
    """
    shown: set[int] = set()
    repeated = list(echoes(sentence))
    echoed = {token.i for echo in repeated for token in echo.tokens}
    source = according_to(sentence)
    told_by = memory.speaker(source, sentence) if source is not None else None
    for predicate in predicates(sentence):
        subject = predicate.subject
        if {predicate.verb.i, subject.i} & echoed:
            continue
        speaker = memory.issuer if _is_judged(predicate) else memory.speaker(subject, sentence)
        if _leads_on(predicate, speaker):
            memory.last = speaker
        speaker = voice if voice.actor_ids and (speaker.actor_ids or subject.pos_ == "PROPN") else speaker
        with_subject = speaker.is_list or not predicate.is_continued or subject.i not in shown
        if _is_hearsay(predicate, speaker, memory, sentence):
            continue
        if told_by is not None and not speaker.actor_ids and is_judging(predicate.verb):
            speaker = told_by
        if told_by is not None and set(speaker.actor_ids).isdisjoint(told_by.actor_ids):
            continue
        if speaker.actor_ids and (found := _statement(predicate, speaker, sentence, with_subject)):
            shown.add(subject.i)
            yield found
    yield from (_repeated(echo, sentence) for echo in repeated)


def _repeated(echo: Echo, sentence: Sentence) -> Found:
    start, end = sentence.place(echo.tokens[0])[0], sentence.place(echo.tokens[-1])[1]
    hit = Hit(echo.tokens[1], echo.words, CONTRARY if echo.is_contrary else SAME, LEAST_DIRECT)
    return Found(echo.speaker, start, end, "echo", (echo.words,), hit, None)


def _is_judged(predicate: Predicate) -> bool:
    """Whether a paper is what the sentence judges, not who speaks: "the statement of Greece is null and void"."""
    return office_of(predicate.subject) == "paper" and predicate.verb.lemma_ == "be"


def _is_hearsay(predicate: Predicate, speaker: Speaker, memory: Memory, sentence: Sentence) -> bool:
    """Whether somebody else says so of the subject: "Britain, a diplomat claimed, was relieved"."""
    asides = [c for c in predicate.subject.children if c.dep_ == "appos" and any(is_cue(verb) for verb in c.children)]
    return any(set(memory.speaker(aside, sentence).actor_ids).isdisjoint(speaker.actor_ids) for aside in asides)


def _leads_on(predicate: Predicate, speaker: Speaker) -> bool:
    """Whether "it" or "she" further down can mean this subject: actors, people with a name and whoever speaks."""
    subject = predicate.subject
    if subject.dep_ == "pobj" or subject.lower_ in {"which", "that", "who"}:
        return False
    return bool(speaker.actor_ids) or is_cue(predicate.verb) or subject.pos_ == "PROPN"


def _statement(predicate: Predicate, speaker: Speaker, sentence: Sentence, with_subject: bool) -> Found | None:
    verb = predicate.verb
    if predicate.subject.dep_ == "nsubjpass" and verb.lemma_.lower() not in _FELT:
        return None
    if taken_back := withdrawal(verb):
        start, end = extent(predicate, sentence, with_subject)
        return Found(speaker, start, end, RULE, (taken_back.words,), taken_back, verb)
    tokens = own_tokens(predicate)
    found = hits([t for t in tokens if t.i not in sentence.quoted])
    if not is_cue(verb) or verb.lemma_.lower() == "speak":
        # "Urged both sides" takes no side; "praised both governments" and "spoke with both" do something else.
        found = [hit for hit in found if hit.token.lower_ not in {"both", "all", "two"}]
    told = content(verb) if is_cue(verb) else None
    hit = turned(hit_of(found, told, verb), verb, told)
    if hit is not None and hit.stance == "support" and _asks_both(hit.token, sentence):
        hit = hit._replace(stance="neutral")
    if told is not None and hit is not None and is_second_hand(hit, told, speaker, sentence):
        return None
    if hit is None and told is not None:
        own = {at for at, named in sentence.actors.items() if set(named.actor_ids) & set(speaker.actor_ids)}
        hit = due(told) or intended(told, own) or claimed(told, own)
    if hit is None and not _is_told_without_cue(verb, told, speaker, sentence):
        return None
    rule = "list" if speaker.is_list else "reported clause" if told is not None else "stance verb"
    start, end = extent(predicate, sentence, with_subject)
    words = (verb.text, hit.words) if hit and hit.token != verb else (hit.words if hit else verb.text,)
    return Found(speaker, start, end, rule, words, hit, verb)


def _asks_both(verb: Token, sentence: Sentence) -> bool:
    """Whether it is two sides of which something is asked: "urged Madrid and Barcelona to talk"."""
    if verb.lemma_.lower() not in DEMANDING or content(verb) is None:
        return False
    asked = (t for c in verb.children for t in (c, *(c.children if c.dep_ == "prep" else ())))
    heads = [t for t in asked if t.dep_ in {"dobj", "pobj", "nsubj"} and t.i > verb.i and t.i in sentence.actors]
    return any(len(coordinated(head, sentence.actors[head.i], sentence).actor_ids) > 1 for head in heads)


def _is_told_without_cue(verb: Token, told: Token | None, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a clause is a statement though no cue of stance fired: not a quotation, nor a tale of other actors."""
    if told is None:
        return verb.lemma_.lower() in NAMING and any(child.dep_ == "dobj" for child in verb.children)
    if any(token.i in sentence.quoted for token in told.subtree):
        return False
    named = [m for c in told.children if c.dep_ == "nsubj" and (m := sentence.actors.get(c.i))]
    return all(set(mention.actor_ids) & set(speaker.actor_ids) for mention in named)
