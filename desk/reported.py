"""Which clauses report that an actor took a stance, in the writer's own words?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from desk import tables
from desk.clauses import Predicate, extent, own_tokens, predicates
from desk.echoes import Echo, echoes
from desk.reading import Sentence
from desk.speakers import Memory, according_to
from desk.stances import CONTRARY, LEAST_DIRECT, SAME, Hit, hits, strongest
from desk.subjects import POSSESSIVE, Speaker, office_of
from desk.verbs import content, is_cue
from desk.withdrawals import RULE, withdrawal

_NAMING = {"call", "describe", "brand", "label", "name", "dub"}
_BESIDES = {"over", "despite", "amid", "after", "by", "at", "about", "during"}
"""Prepositions behind which a cue is somebody else's: "voted for it over British protests"."""
_LINKED = {"acomp", "attr", "csubj", "oprd", "pcomp", "xcomp"}
"""How a verb hangs on another one that says nothing else: "are opposed", "voting against were"."""
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
    told_by = memory.speaker(source, sentence).actor_ids if source is not None else None
    for predicate in predicates(sentence):
        subject = predicate.subject
        if {predicate.verb.i, subject.i} & echoed:
            continue
        speaker = memory.speaker(subject, sentence)
        if _leads_on(predicate, speaker):
            memory.last = speaker
        speaker = voice if voice.actor_ids and (speaker.actor_ids or subject.pos_ == "PROPN") else speaker
        with_subject = speaker.is_list or not predicate.is_continued or subject.i not in shown
        if told_by is not None and set(speaker.actor_ids).isdisjoint(told_by):
            continue
        if speaker.actor_ids and (found := _statement(predicate, speaker, sentence, with_subject)):
            shown.add(subject.i)
            yield found
    yield from (_repeated(echo, sentence) for echo in repeated)


def _repeated(echo: Echo, sentence: Sentence) -> Found:
    start, end = sentence.place(echo.tokens[0])[0], sentence.place(echo.tokens[-1])[1]
    hit = Hit(echo.tokens[1], echo.words, CONTRARY if echo.is_contrary else SAME, LEAST_DIRECT)
    return Found(echo.speaker, start, end, "echo", (echo.words,), hit, None)


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
    hit = _turned(_hit_of(found, told, verb), verb, told)
    if told is not None and hit is not None and _is_second_hand(hit, told, speaker, sentence):
        return None
    if hit is None and not _is_told_without_cue(verb, told, speaker, sentence):
        return None
    rule = "list" if speaker.is_list else "reported clause" if told is not None else "stance verb"
    start, end = extent(predicate, sentence, with_subject)
    words = (verb.text, hit.words) if hit and hit.token != verb else (hit.words if hit else verb.text,)
    return Found(speaker, start, end, rule, words, hit, verb)


def _turned(hit: Hit | None, verb: Token, told: Token | None) -> Hit | None:
    """A cue whose stance hangs on what is told.

    A stance that is denied is none, and "demanded that they halt their offensive" is against it.
    """
    if hit is None or told is None:
        return hit
    if verb.lemma_.lower() == "deny":
        is_stance = any(h.rank <= LEAST_DIRECT for h in hits([told]))
        return hit._replace(stance="neutral") if is_stance else hit
    if hit.stance == "support" and hit.token == verb and told.lemma_.lower() in tables.words("endings", "verb"):
        objects = [child for child in told.children if child.dep_ == "dobj"]
        if any(token.lower_ in POSSESSIVE for item in objects for token in item.children):
            return hit._replace(stance="oppose", words=f"{hit.words} … {told.text}")
    return hit


def _is_second_hand(hit: Hit, told: Token, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether what is told is the stance of another actor: "Moscow says that Beijing will block the text"."""
    subjects = [m for c in told.children if c.dep_ == "nsubj" and (m := sentence.actors.get(c.i))]
    is_demand = any(child.lower_ in {"must", "should", "cannot", "can"} for child in told.children)
    return hit.token == told and not is_demand and any(not set(m.actor_ids) & set(speaker.actor_ids) for m in subjects)


def _hit_of(found: Sequence[Hit], told: Token | None, verb: Token) -> Hit | None:
    """The cue of a predicate: in what is told, else anywhere in the clause that tells it; without that, on the verb."""
    if told is None:
        return strongest([hit for hit in found if _is_direct(hit, verb)])
    first = strongest(found)
    if first is not None and first.rank == 0:
        return first
    inside = {token.i for token in told.subtree}
    return strongest([hit for hit in found if hit.token.i in inside]) or first


def _is_told_without_cue(verb: Token, told: Token | None, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a clause is a statement though no cue of stance fired: not a quotation, nor a tale of other actors."""
    if told is None:
        return verb.lemma_.lower() in _NAMING and any(child.dep_ == "dobj" for child in verb.children)
    if any(token.i in sentence.quoted for token in told.subtree):
        return False
    named = [m for c in told.children if c.dep_ == "nsubj" and (m := sentence.actors.get(c.i))]
    return all(set(mention.actor_ids) & set(speaker.actor_ids) for mention in named)


def _is_direct(hit: Hit, verb: Token) -> bool:
    """Whether a cue is the verb or hangs on it with no other verb between."""
    token = hit.token
    if token != verb and any(child.dep_ == "nsubj" for child in token.children):
        return False
    if verb.lemma_ == "be" and token.dep_ in {"acl", "relcl"}:
        return True
    for _ in range(4):
        if token == verb:
            return hit.rank <= LEAST_DIRECT or _is_judging(verb) or _is_judging(hit.token.head)
        if token.lower_ in _BESIDES:
            return False
        is_of_paper = token.dep_ == "acl" and office_of(token.head) == "paper"
        is_naming = token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_.lower() in _NAMING
        if token.pos_ == "VERB" and token.dep_ not in _LINKED and not (is_of_paper or is_naming):
            return False
        token = token.head
    return False


def _is_judging(verb: Token) -> bool:
    """Whether a verb utters a judgement: "called it illegal"; with any other verb, "illegal" only describes."""
    return verb.lemma_.lower() in tables.words("judging", "verb")
