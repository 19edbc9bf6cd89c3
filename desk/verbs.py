"""How do the verbs of a sentence hang together? What is told, added, joined and set against it."""

from collections.abc import Iterator

from spacy.tokens import Token

from desk import tables

VERBS = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "nsubjpass"}
_CONTENT = {"ccomp", "xcomp", "parataxis"}


def is_cue(verb: Token) -> bool:
    """Whether a verb reports speech."""
    return verb.lemma_.lower() in tables.words("cues", "verb")


def content(verb: Token) -> Token | None:
    """The head of the clause that a verb of speech reports."""
    told = next((child for child in verb.children if child.dep_ in _CONTENT), None)
    return verb.head if told is None and is_inserted(verb) else told


def is_inserted(verb: Token) -> bool:
    """Whether a verb of speech stands within what it reports: "the claim, a spokesman said, was groundless"."""
    return verb.dep_ == "parataxis" and verb.head.pos_ in VERBS and is_cue(verb)


def is_added(verb: Token) -> bool:
    """Whether a clause says what its subject said besides: "welcomed it, adding that it was late"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_cue(verb) and content(verb) is not None


def is_twin(token: Token) -> bool:
    """Whether a verb shares the object of the one before it: "condemned and rejected the vote"."""
    return _is_joined(token) and token.i - token.head.i == 2


def continued(verb: Token) -> Iterator[Token]:
    """Verbs that "and" or "but" joins to a verb, with the same subject and an object of their own."""
    for child in verb.children:
        if _is_joined(child) and not is_twin(child) and not _has_subject(child):
            yield child


def joined(verb: Token) -> Iterator[Token]:
    """Verbs joined to a verb that say something of their own, with the conjunctions that join them."""
    others = [child for child in verb.children if _is_joined(child) and not is_twin(child)]
    yield from others
    yield from (child for child in verb.children if child.dep_ == "advcl" and (_is_contrast(child) or is_added(child)))
    starts = {other.left_edge.i for other in others}
    for child in verb.children:
        if child.pos_ in {"CCONJ", "PUNCT"} and {child.i + 1, child.i + 2} & starts:
            yield child


def _is_joined(token: Token) -> bool:
    return token.dep_ == "conj" and token.pos_ in VERBS


def _is_contrast(verb: Token) -> bool:
    """Whether a clause sets somebody else against the one before it: "while Nauru voted no"."""
    return _has_subject(verb) and any(c.dep_ == "mark" and c.lower_ in {"while", "whereas"} for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
