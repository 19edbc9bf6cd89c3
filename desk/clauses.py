"""Who does what in a sentence? Its predicates with their subjects, and the run of text that each takes up."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from desk.reading import Sentence
from desk.subjects import among
from desk.verbs import SUBJECTS, VERBS, content, continued, is_added, is_cue, is_inserted, is_twin, joined

_TRAILING = " \t\n.,;:—–-!?*•·▪"


class Predicate(NamedTuple):
    """A verb and the head of its subject; `is_continued` where it shares the one of a verb before it."""

    verb: Token
    subject: Token
    is_continued: bool


def predicates(sentence: Sentence) -> Iterator[Predicate]:
    """Find what a sentence states itself, and what its speakers go on to say after "and" or "but"."""
    for token in sentence.span:
        if token.pos_ not in VERBS or token.dep_ in {"aux", "auxpass"}:
            continue
        if _is_content(token, sentence) or is_twin(token):
            continue
        subject = _subject(token, sentence)
        if subject is not None:
            is_own = subject.head == token or subject.dep_ in {"pobj", "appos"}
            yield Predicate(token, subject, not is_own)
            told = content(token) if is_cue(token) else None
            for verb in continued(told) if told is not None else ():
                yield Predicate(verb, subject, True)


def own_tokens(predicate: Predicate) -> list[Token]:
    """Tokens of a predicate without its subject and without what other predicates of the sentence say."""
    verb, subject = predicate.verb, predicate.subject
    outside = {subject.i} if subject.dep_ == "pobj" else {token.i for token in subject.subtree}
    told = content(verb) if is_cue(verb) else None
    for child in verb.children:
        # "Chad voted against, Mali abstained": what the parser hangs on the last verb is told by nobody.
        if (
            child.dep_ == "ccomp"
            and child.i < verb.i
            and not is_cue(verb)
            and any(c.dep_ == "nsubj" for c in child.children)
        ):
            outside |= {token.i for token in child.subtree}
    for other in (*joined(verb), *(joined(told) if told is not None else ())):
        outside |= {token.i for token in other.subtree}
    for reason in (child for child in verb.children if child.dep_ == "advcl" and child.i > verb.i):
        if any(c.dep_ == "mark" and c.lower_ == "because" for c in reason.children):
            outside |= {token.i for token in reason.subtree}
    for count in (child for child in verb.children if child.lower_ == "by" and _counts(child)):
        outside |= {token.i for token in count.subtree}
    whole = verb.head if is_inserted(verb) else verb
    return [token for token in whole.subtree if token.i not in outside or token == verb]


def extent(predicate: Predicate, sentence: Sentence, with_subject: bool) -> tuple[int, int]:
    """Start and end, in the article, of the clause that shows a predicate.

    Args:
        predicate: The predicate.
        sentence: Its sentence.
        with_subject: Whether it runs from its subject, even if it shares that with a verb before it.
    """
    tokens = [token for token in own_tokens(predicate) if token.dep_ != "mark" or token.head != predicate.verb]
    if with_subject:
        owner = predicate.verb.head
        whole = among(owner) or (owner if predicate.verb.dep_ == "relcl" else predicate.subject)
        tokens += whole.subtree
    shown = sorted(tokens)
    while len(shown) > 1 and (not _has_words(shown[0]) or shown[0].dep_ == "cc"):
        del shown[0]
    while len(shown) > 1 and not (_has_words(shown[-1]) or shown[-1].i in sentence.actors):
        del shown[-1]
    return sentence.place(shown[0])[0], sentence.place(shown[-1])[1]


def _counts(preposition: Token) -> bool:
    """Whether it leads to the result of a vote, which is no part of the stance: "by 143 votes to nine"."""
    return any(token.lemma_ == "vote" for token in preposition.subtree)


def _has_words(token: Token) -> bool:
    return bool(token.text.strip(_TRAILING))


def _subject(verb: Token, sentence: Sentence) -> Token | None:
    """The subject of a verb; never a quotation, which a parser often takes for it."""
    by = next((t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"), None)
    if by is not None and verb.tag_ == "VBN":
        return by
    candidates = [child for child in verb.children if child.dep_ in SUBJECTS]
    own = next((token for token in candidates if token.i not in sentence.quoted), None)
    if own is None and candidates:
        return next((token for token in candidates[0].children if token.dep_ == "appos"), None)
    if own is None and (verb.dep_ == "conj" or is_added(verb)) and verb.head.pos_ in VERBS and verb.head != verb:
        return _subject(verb.head, sentence)
    return own


def _is_content(token: Token, sentence: Sentence) -> bool:
    """Whether a verb belongs to what somebody is said to say, or to a clause such as "what it called right"."""
    for one in (token, *token.ancestors):
        if one.dep_ == "ccomp" and is_cue(one.head) and _subject(one.head, sentence) is not None:
            return True
    # "Oslo stands with us, he said": his claim.
    is_told = any(is_inserted(child) and _subject(child, sentence) is not None for child in token.children)
    return is_told or any(child.lower_ == "what" for child in token.children)
