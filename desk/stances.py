"""Which stance do some words take, and which of them show it?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from desk import tables
from desk.tables import StanceCue

SAME = "same"
"""The stance of a cue that points back: "did the same", "shares that view"."""
CONTRARY = "contrary"
"""The stance of one who does not do what another did: "Mali did not"."""
_VERBS = {"VERB", "AUX"}
_AGREED = {"ccomp", "dobj", "prep", "xcomp", "prt", "aux", "neg", "parataxis"}
"""What "agree" is followed by where it says to what; alone it points back."""
_RANKS = {"vote": 0, "even": 0, "act": 1, "deed": 1, "same": 2, "vague": 2, "judgement": 3, "lean": 5, "worry": 6}
LEAST_DIRECT = 2
"""Up to this rank a cue shows a stance by itself; a judgement or a worry needs a verb that utters it."""
LEAST_SURE = 9
"""A denial without any cue: what has just been reported of who speaks says more."""
_BARE_NOUN = 4
"""An act that is only named ("the recognition is illegal") says less than a judgement on it."""


class Hit(NamedTuple):
    """A cue that fired at a token, with the stance that it shows there; the lower the rank, the more direct."""

    token: Token
    words: str
    stance: str
    rank: int


def hits(tokens: Sequence[Token]) -> list[Hit]:
    """Find every cue in some tokens, which are in order and may have gaps."""
    found: list[Hit] = []
    tokens = [token for token in tokens if not token.is_space]
    at = 0
    while at < len(tokens):
        fired = _cue_at(tokens, at)
        if fired:
            found.append(_hit(tokens, at, *fired))
        at += len(fired[1]) if fired else 1
    return found


def strongest(found: Sequence[Hit]) -> Hit | None:
    """The most direct cue, the first of them where several are; None where none fired."""
    return min(found, key=lambda hit: (hit.rank, hit.token.i), default=None)


def _hit(tokens: Sequence[Token], at: int, cue: StanceCue, fired: Sequence[Token]) -> Hit:
    token = tokens[at]
    negator = next(_negators(tokens, at), None) or _denied(token)
    words = " ".join(t.text for t in fired)
    if words.lower() in {"agree", "agreed", "agrees"} and not any(child.dep_ in _AGREED for child in token.children):
        return Hit(token, words, SAME, _RANKS["same"])
    if negator is not None and negator.lower_ == "neither" and any(t.lower_ == "nor" for t in tokens[at:]):
        return Hit(token, f"neither … {words} … nor", "neutral", _RANKS["even"])
    if negator is not None and negator.lower_ == "nor" and any(t.lower_ == "neither" for t in tokens[:at]):
        return Hit(token, f"neither … nor {words}", "neutral", _RANKS["even"])
    if negator is None or cue.kind in {"even", "same"}:
        return Hit(token, words, cue.stance, _rank(token, cue))
    return Hit(token, f"{negator.text} … {words}", cue.negated, _rank(token, cue))


def _rank(token: Token, cue: StanceCue) -> int:
    governed = token.dep_ in {"dobj", "pobj", "acomp", "attr", "advmod", "prep"}
    if cue.kind == "act" and token.pos_ not in _VERBS and not governed:
        return _BARE_NOUN
    return _RANKS[cue.kind]


def _cue_at(tokens: Sequence[Token], at: int) -> tuple[StanceCue, Sequence[Token]] | None:
    """The longest cue that begins at a token, and the tokens that it takes up from there."""
    first = tokens[at]
    behind = {(child.lower_,) for child in first.children if child.dep_ in {"prt", "prep", "advmod"}}
    for word in dict.fromkeys((_lemma(first), first.lower_)):
        for cue in tables.stance_cues().get(word, ()):
            if cue.kind == "deed" and first.pos_ not in _VERBS:
                continue
            rest = tokens[at + 1 : at + len(cue.words)]
            if len(rest) == len(cue.words) - 1 and all(map(_fits, cue.words[1:], rest)):
                return cue, tokens[at : at + len(cue.words)]
            if first.pos_ in _VERBS and cue.words[1:] in behind:
                return cue, tokens[at : at + 1]
    return None


def _fits(word: str, token: Token) -> bool:
    """Whether a token is a word of a cue; "its" stands for any owner."""
    return word in {_lemma(token), token.lower_} or (word == "its" and token.lower_ in {"his", "her", "their"})


def _negators(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """Words before a cue that turn it around: within their reach, with no comma, "but" or "that" in between."""
    for distance, token in enumerate(reversed(tokens[max(0, at - 5) : at]), start=1):
        if token.lower_ in {",", ";", ":", "but", "that", "only", "and"}:
            return
        if distance <= tables.negators().get(_lemma(token), 0):
            yield token


def _denied(verb: Token) -> Token | None:
    """What turns a verb around by its subject or object: "accepts no deadline", "nobody accepts it"."""
    if verb.pos_ not in _VERBS:
        return None
    parts = [child for child in verb.children if child.dep_ in {"nsubj", "dobj", "nsubjpass"}]
    words = [part for part in parts if part.lower_ in {"nobody", "none", "nothing"}]
    return next((t for t in (*words, *(t for part in parts for t in part.children if t.lower_ == "no"))), None)


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return "not" if lemma in {"n't", "n’t"} else lemma
