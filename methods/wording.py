"""Which words are new in what somebody says, against what it said before?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Words that carry no meaning of their own; that one of them comes or goes says nothing.
_EMPTY = """
a about after again all also an and any are as at be been before being both but by can could did do does for from had
has have he her him his how i if in into is it its itself more most of on only or other our out over own said says she
should so some such than that the their them then there these they this those through to under until up was we were
what when where which while who whom will with would you
"""
FUNCTION_WORDS = frozenset(_EMPTY.split())
"""Of English. No negation is among them: "not recognised" against "recognised" is what a reader looks for."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, the pieces of which joined give the text again; `is_new` for a word not said before."""

    text: str
    is_new: bool


@dataclass(frozen=True)
class Wording:
    """One text against the one before it.

    Attributes:
        pieces: The text in pieces.
        gone: Words of the text before that this one lacks, in their order.
        is_reordered: Whether both texts say the same words, in another order: no change of wording is claimed.
    """

    pieces: tuple[Piece, ...]
    gone: tuple[str, ...]
    is_reordered: bool


def wording(before: str | None, text: str) -> Wording:
    """Mark what is new in a text against the one before it, whatever the order of the words.

    Each word counts as often as it stands there; case and function words are left out of account.

    Args:
        before: What was said before; None for the first text, in which nothing is marked.
        text: What is said now.
    """
    if before is None:
        return Wording((Piece(text, is_new=False),), (), is_reordered=False)
    left = Counter(_said(before))
    pieces: list[Piece] = []
    at = 0
    for start, end in _new_words(text, left):
        pieces += [Piece(text[at:start], is_new=False), Piece(text[start:end], is_new=True)]
        at = end
    pieces = _joined([*pieces, Piece(text[at:], is_new=False)])
    gone = tuple(_remaining(before, left))
    is_same = not gone and not any(piece.is_new for piece in pieces)
    return Wording(tuple(pieces), gone, is_reordered=is_same and [*_said(before)] != [*_said(text)])


def successive(texts: Sequence[str]) -> list[Wording]:
    """Line texts up from oldest to newest, each against the one before it."""
    return [wording(before, text) for before, text in zip([None, *texts], texts, strict=False)]


def _said(text: str) -> Iterator[str]:
    return (word for match in _WORD.finditer(text) if (word := match[0].casefold()) not in FUNCTION_WORDS)


def _new_words(text: str, left: Counter[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand that the text before lacks; those that it has are taken from what is left of it."""
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if word in FUNCTION_WORDS:
            continue
        if left[word]:
            left[word] -= 1
        else:
            yield match.span()


def _remaining(text: str, left: Counter[str]) -> Iterator[str]:
    """The words that are left of a text, as written there; of a word that stood twice, the last."""
    found = []
    rest = Counter(left)
    for match in reversed([*_WORD.finditer(text)]):
        word = match[0].casefold()
        if rest[word] > 0:
            rest[word] -= 1
            found.append(match[0])
    return reversed(found)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop empty pieces, and make one of new words that only a space parts."""
    joined: list[Piece] = []
    for piece in (piece for piece in pieces if piece.text):
        if len(joined) > 1 and piece.is_new and joined[-2].is_new and joined[-1].text == " ":
            joined[-2:] = [Piece(f"{joined[-2].text} {piece.text}", is_new=True)]
        else:
            joined.append(piece)
    return joined
