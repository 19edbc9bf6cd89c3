"""What does a sentence say that must end, or that its speakers will do, where none of its words shows a stance?"""

from spacy.tokens import Doc, Token

from desk import tables
from desk.stances import LEAST_SURE, Hit
from desk.verbs import SUBJECTS, VERBS

DEMANDING = {"appeal", "ask", "call", "demand", "instruct", "order", "press", "request", "tell", "urge", "want", "warn"}
_DUE = {"must", "should", "need", "ought"}
_AHEAD = {"will", "shall", "would", "'ll", "’ll"}
_PLANNED = {"intend", "plan", "go", "mean"}
_OWN = {"it", "they", "we", "i"}
_AWAY = {"away", "off", "out", "back", "down"}
_NOBODY = {"nobody", "none", "nothing"}


def is_to_end(told: Token) -> bool:
    """Whether a clause is that something must stop: "that the closure be reversed", "to keep away"."""
    lemma = told.lemma_.lower()
    ends = tables.words("endings", "verb")
    away = any(child.dep_ in {"advmod", "prt"} and child.lower_ in _AWAY for child in told.children)
    if lemma not in ends and not (lemma in {"keep", "stay", "pull", "back"} and away):
        return False
    return not (_is_denied(told) or _is_of_fighting(told))


def due(told: Token) -> Hit | None:
    """What must be, or must not be, as a cue: "the mission must be able to work"; None where nothing must."""
    owed = next((child for child in told.children if child.dep_ == "xcomp"), None) if told.lemma_ == "have" else None
    must = told if owed is not None else next((c for c in told.children if c.dep_ == "aux" and c.lower_ in _DUE), None)
    if must is None:
        return None
    deed = told if owed is None else owed
    stance = "oppose" if _is_denied(told) or is_to_end(deed) else "support"
    return Hit(told, f"{must.text} … {deed.text}", stance, LEAST_SURE)


def claimed(told: Token, own: set[int]) -> Hit | None:
    """What who speaks calls the own state's, as a cue: "insisted that the Rock was British"."""
    named = next((c for c in told.children if c.dep_ in {"acomp", "attr"} and c.i in own and c.pos_ == "ADJ"), None)
    if named is None or told.lemma_ != "be":
        return None
    return Hit(named, f"{told.text} {named.text}", "oppose" if _is_denied(told) else "support", LEAST_SURE)


def intended(told: Token, own: set[int]) -> Hit | None:
    """What who speaks will do, or will not do, as a cue: "that it would fill its dam", "we are building it".

    Args:
        told: The verb of what is told.
        own: Places of the words that name the speaker's own state.
    """
    subject = next((child for child in told.children if child.dep_ == "nsubj"), None)
    if subject is None or not (subject.lower_ in _OWN or subject.i in own or _is_own(subject)):
        return None
    ahead = next((child for child in told.children if child.dep_ == "aux" and child.lower_ in _AHEAD), None)
    deed = next((c for c in told.children if c.dep_ == "xcomp"), None) if told.lemma_ in _PLANNED else told
    if deed is None or (ahead is None and deed == told and not _is_under_way(told)):
        return None
    if deed.lemma_.lower() in tables.words("open_deeds", "verb"):
        return None
    shown = ahead if ahead is not None else told
    stance = "oppose" if _is_denied(told) or _is_denied(deed) else "support"
    return Hit(deed, f"{shown.text} … {deed.text}" if shown != deed else deed.text, stance, LEAST_SURE)


def of_quotation(said: Doc) -> Hit | None:
    """What the first sentence of a quotation says that must be or that its speakers will do."""
    root = next((sentence.root for sentence in said.sents), None)
    told = [root, *(token for token in root.conjuncts if token.pos_ in VERBS)] if root is not None else []
    return next((hit for verb in told if (hit := due(verb) or intended(verb, set()))), None)


def _is_under_way(told: Token) -> bool:
    is_now = any(child.dep_ == "aux" and child.lemma_ == "be" for child in told.children)
    return told.tag_ == "VBG" and is_now


def _is_own(subject: Token) -> bool:
    """Whether a subject is what speakers call their own state: "his country", "our government"."""
    return any(
        child.dep_ == "poss" and child.lower_ in {"its", "our", "their", "his", "her"} for child in subject.children
    )


def _is_denied(verb: Token) -> bool:
    """Whether a deed is not to be done, or to nobody: "will send no army", "must not", "would take nobody"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    parts = [child for child in verb.children if child.dep_ in {"dobj", *SUBJECTS}]
    return any(part.lower_ in _NOBODY or any(c.lower_ == "no" for c in part.children) for part in parts)


def _is_of_fighting(told: Token) -> bool:
    """Whether it is a war that should end: that takes no side in it."""
    parts = [child for child in told.children if child.dep_ in {"dobj", *SUBJECTS}]
    return any(part.lemma_.lower() in tables.words("fighting", "noun") for part in parts)
