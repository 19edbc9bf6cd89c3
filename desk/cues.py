"""Which cue of a predicate shows the stance of who speaks, and which belongs to somebody else?"""

from collections.abc import Sequence

from spacy.tokens import Token

from desk import tables
from desk.actors import Mention
from desk.intentions import DEMANDING, due, is_to_end
from desk.offices import POSSESSIVE, office_of, owner
from desk.reading import Sentence
from desk.stances import LEAST_DIRECT, Hit, hits, strongest
from desk.subjects import Speaker
from desk.verbs import content

_BESIDES = {"over", "despite", "amid", "after", "by", "at", "about", "during"}
"""Prepositions behind which a cue is somebody else's: "voted for it over British protests"."""
_LINKED = {"acomp", "attr", "csubj", "oprd", "pcomp", "xcomp"}
"""How a verb hangs on another one that says nothing else: "are opposed", "voting against were"."""
_CONTRARY = {"support": "oppose", "oppose": "support"}
NAMING = {"call", "describe", "brand", "label", "name", "dub"}


def turned(hit: Hit | None, verb: Token, told: Token | None) -> Hit | None:
    """A cue whose stance hangs on what is told.

    A stance that is denied is none, and "demanded that they halt their offensive" is against it.
    """
    if hit is None or hit.stance == "support":
        hit = _against(hit, verb, told) or hit
    if hit is None or told is None:
        return hit
    if verb.lemma_.lower() == "deny" and hit.token.lemma_.lower() in tables.words("endings", "verb"):
        # Who denies having dropped an objection still has it.
        return hit._replace(stance=_CONTRARY.get(hit.stance, hit.stance), words=f"{verb.text} … {hit.words}")
    if verb.lemma_.lower() == "deny":
        is_stance = any(h.rank <= LEAST_DIRECT for h in hits([told]))
        return hit._replace(stance="neutral") if is_stance else hit
    return hit


def _against(hit: Hit | None, verb: Token, told: Token | None) -> Hit | None:
    """The cue of who wants an end of something: "called on them to stop", "the closure must be reversed"."""
    for demand in (verb, hit.token if hit is not None else verb):
        wanted = told if demand == verb else content(demand)
        if wanted is not None and demand.lemma_.lower() in DEMANDING and is_to_end(wanted):
            return Hit(demand, f"{demand.text} … {wanted.text}", "oppose", LEAST_DIRECT)
    if told is not None and is_to_end(told) and _is_passive(told) and (owed := due(told)) is not None:
        return owed._replace(rank=LEAST_DIRECT)
    if hit is not None and told is not None and hit.token == verb and is_to_end(told):
        objects = [child for child in told.children if child.dep_ == "dobj"]
        if any(token.lower_ in POSSESSIVE for item in objects for token in item.children):
            return hit._replace(stance="oppose", words=f"{hit.words} … {told.text}")
    return None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def is_second_hand(hit: Hit, told: Token, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether what is told is the stance of another actor: "Moscow says that Beijing will block the text"."""
    subjects = [m for c in told.children if c.dep_ == "nsubj" and (m := _actor_of(c, sentence))]
    is_demand = any(child.lower_ in {"must", "should", "cannot", "can"} for child in told.children)
    is_verdict = told.lemma_ == "have"
    return (
        hit.token == told
        and not (is_demand or is_verdict)
        and any(not set(m.actor_ids) & set(speaker.actor_ids) for m in subjects)
    )


def _actor_of(subject: Token, sentence: Sentence) -> Mention | None:
    return sentence.actors.get(subject.i) or (owner(subject, sentence) if office_of(subject) == "state" else None)


def hit_of(found: Sequence[Hit], told: Token | None, verb: Token) -> Hit | None:
    """The cue of a predicate: in what is told, else anywhere in the clause that tells it; without that, on the verb."""
    if told is None:
        return strongest([hit for hit in found if _is_direct(hit, verb)])
    first = strongest(found)
    if first is not None and first.rank == 0:
        return first
    inside = {token.i for token in told.subtree}
    return strongest([hit for hit in found if hit.token.i in inside]) or first


def _is_direct(hit: Hit, verb: Token) -> bool:
    """Whether a cue is the verb or hangs on it with no other verb between."""
    token = hit.token
    if token != verb and any(child.dep_ == "nsubj" for child in token.children):
        return False
    if verb.lemma_ == "be" and token.dep_ in {"acl", "relcl"}:
        return True
    for _ in range(4):
        if token == verb:
            is_felt = hit.token == verb and any(child.dep_ == "auxpass" for child in verb.children)
            return hit.rank <= LEAST_DIRECT or is_felt or is_judging(verb) or is_judging(hit.token.head)
        if token.lower_ in _BESIDES:
            return False
        is_of_paper = token.dep_ == "acl" and office_of(token.head) == "paper"
        is_naming = token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_.lower() in NAMING
        if token.pos_ == "VERB" and token.dep_ not in _LINKED and not (is_of_paper or is_naming):
            return False
        token = token.head
    return False


def is_judging(verb: Token) -> bool:
    """Whether a verb utters a judgement: "called it illegal"; with any other verb, "illegal" only describes."""
    return verb.lemma_.lower() in tables.words("judging", "verb")
