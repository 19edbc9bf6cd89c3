"""Who does what in a sentence? Its predicates with their subjects, and the run of text that each takes up."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from desk import tables
from desk.reading import Sentence

_SUBJECTS = {"nsubj", "nsubjpass"}
_CONTENT = {"ccomp", "xcomp", "parataxis"}
_TRAILING = " \t\n.,;:—–-!?"


class Predicate(NamedTuple):
    """A verb and the head of its subject, its own or the one that it shares with the verb before it."""

    verb: Token
    subject: Token
    is_continued: bool


def predicates(sentence: Sentence) -> Iterator[Predicate]:
    """Find the predicates that the sentence itself states, not those inside what somebody is said to say."""
    for token in sentence.span:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and not _is_content(token):
            subject = _subject(token)
            if subject is not None:
                yield Predicate(token, subject, subject.head is not token and subject.dep_ != "pobj")


def is_cue(verb: Token) -> bool:
    """Whether a verb reports speech."""
    return verb.lemma_.lower() in tables.words("cues", "verb")


def content(verb: Token) -> Token | None:
    """The head of the clause that a verb of speech reports."""
    return next((child for child in verb.children if child.dep_ in _CONTENT), None)


def own_tokens(predicate: Predicate) -> list[Token]:
    """Tokens of a predicate without its subject and without what other predicates of the sentence say."""
    verb, subject = predicate.verb, predicate.subject
    outside = {t.i for t in subject.subtree} if subject.dep_ != "pobj" else {subject.i}
    for joined in _joined(verb):
        outside |= {t.i for t in joined.subtree}
    return [token for token in verb.subtree if token.i not in outside]


def extent(predicate: Predicate, sentence: Sentence, is_list: bool) -> tuple[int, int]:
    """Start and end, in the article, of the clause that shows a predicate.

    Args:
        predicate: The predicate.
        sentence: Its sentence.
        is_list: Whether a list is its subject; each of its predicates then runs from the start of the list.
    """
    own = own_tokens(predicate)
    tokens = own if predicate.is_continued and not is_list else [*own, *predicate.subject.subtree]
    first, last = min(t.i for t in tokens), max(t.i for t in own)
    last = max(last, predicate.subject.right_edge.i) if not predicate.is_continued else last
    doc = sentence.span.doc
    while first < last and not any(c.isalnum() for c in doc[first].text) or doc[first].dep_ == "cc":
        if first >= last:
            break
        first += 1
    while last > first and not doc[last].text.strip(_TRAILING):
        last -= 1
    return sentence.place(doc[first])[0], sentence.place(doc[last])[1]


def _subject(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if own is not None and own.dep_ == "nsubjpass":
        agents = (t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj")
        return next(agents, own)
    if own is None and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head is not verb:
        return _subject(verb.head)
    return own


def _is_content(token: Token) -> bool:
    """Whether a verb belongs to what another verb with a subject of its own reports."""
    for one in (token, *token.ancestors):
        if one.dep_ == "ccomp" and is_cue(one.head):
            return True
    return False


def _joined(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and not _is_twin(verb, child):
            yield child
        elif child.dep_ in {"cc", "punct"} and child.i > verb.i and _precedes_conjunct(child, verb):
            yield child


def _precedes_conjunct(token: Token, verb: Token) -> bool:
    return any(c.dep_ == "conj" and c.left_edge.i - token.i in {1, 2} for c in verb.children)


def _is_twin(verb: Token, other: Token) -> bool:
    """Whether two verbs share one object: "condemned and rejected the vote"."""
    return other.i - verb.i == 2
