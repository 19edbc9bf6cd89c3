"""Which pieces does a query consist of? Words, phrases, operators and parentheses, in order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from queries.full_text import words
from queries.full_text.tree import All, Leaf, Phrase, Prefix, Similar, Tree, Word

MOST_CHARACTERS = 200
MOST_WORDS = 32
OPERATORS = {"AND", "OR", "NOT", "(", ")"}

_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"'))
_PIECE = re.compile(r'"(?P<quoted>[^"]*)(?P<close>"?)|(?P<sign>[()])|(?P<chunk>[^\s"()]+)')
# An English genitive says nothing that its word does not.
_GENITIVE = re.compile(r"['’ʼ][sS]?$")
_ENDING = re.compile(r"(\*|~\d?)$")


class Piece(NamedTuple):
    """One piece: an operator as it is written, or a tree of words."""

    operator: str
    tree: Tree | None = None


def pieces(text: str, is_similar: bool, notes: list[str]) -> list[Piece]:
    """Take a query apart.

    Args:
        text: Whatever the reader typed.
        is_similar: Whether every plain word may be spelled differently.
        notes: What could not be understood is added here.
    """
    if len(text) > MOST_CHARACTERS:
        notes.append(f"Only the first {MOST_CHARACTERS} characters were read.")
    found: list[Piece] = []
    count = 0
    for match in _PIECE.finditer(text[:MOST_CHARACTERS].translate(_QUOTATION_MARKS)):
        for piece in _understood(match, is_similar, notes):
            count += _size(piece.tree)
            if count > MOST_WORDS:
                notes.append(f"Only the first {MOST_WORDS} words were taken.")
                return found
            found.append(piece)
    return found


def _understood(match: re.Match[str], is_similar: bool, notes: list[str]) -> Iterator[Piece]:
    chunk, quoted = match["chunk"], match["quoted"]
    if match["sign"] or chunk in OPERATORS:
        yield Piece(match[0])
    elif chunk:
        tree = _chunk(chunk, is_similar, notes)
        if tree:
            yield Piece("", tree)
    else:
        if not match["close"]:
            notes.append("The last quotation mark has no partner; all that follows it was taken as one phrase.")
        folded = words.folded_words(quoted)
        if folded:
            yield Piece("", Phrase(tuple(folded)))


def _chunk(chunk: str, is_similar: bool, notes: list[str]) -> Tree | None:
    """Understand what stands between two blanks."""
    ending = _ENDING.search(chunk)
    plain = _GENITIVE.sub("", chunk[: ending.start()] if ending else chunk)
    folded = words.folded_words(plain)
    if "*" in plain or (ending and not folded):
        notes.append("The signs * and ~ count only at the end of a word.")
    if not folded:
        return None
    if not ending:
        return _plain(folded[0], is_similar) if len(folded) == 1 else Phrase(tuple(folded))
    last = Prefix(folded[-1]) if ending[0] == "*" else _similar(folded[-1], notes)
    before = [_plain(word, is_similar) for word in folded[:-1]]
    return All((*before, last)) if before else last


def _plain(folded: str, is_similar: bool) -> Leaf:
    return Similar(folded) if is_similar and words.most_changes(folded) else Word(folded)


def _similar(folded: str, notes: list[str]) -> Leaf:
    if words.most_changes(folded):
        return Similar(folded)
    notes.append(f"“{folded}” is too short for similar spellings, which begin at five letters.")
    return Word(folded)


def _size(tree: Tree | None) -> int:
    match tree:
        case None:
            return 0
        case All(parts):
            return len(parts)
        case Phrase(held):
            return len(held)
        case _:
            return 1
