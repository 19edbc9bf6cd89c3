"""What did the reader ask for? Any text can be asked; what cannot be understood is left out and said.

    any     = all ("OR" all)*
    all     = negated (["AND"] negated)*
    negated = "NOT"* atom
    atom    = "(" any ")" | "quoted words" | word | word* | word~

Words with signs between them and no blank (Nagorno-Karabakh, 62/243) are a phrase.
"""

from functools import lru_cache
from typing import NamedTuple

from queries.full_text.pieces import Piece, pieces
from queries.full_text.tree import All, Any, Not, Tree, in_words

MOST_DEPTH = 16


class Understood(NamedTuple):
    """A query as it was understood.

    Attributes:
        tree: None where there is no word in it.
        is_everything: Whether nothing at all was asked for, which holds of every document.
        sentence: The query in words.
        notes: What was left out and why, a sentence each.
    """

    tree: Tree | None
    is_everything: bool
    sentence: str
    notes: tuple[str, ...]


@lru_cache(maxsize=256)
def understand(text: str, is_similar: bool = False) -> Understood:
    """Understand a query; never fails.

    Args:
        text: Whatever the reader typed.
        is_similar: Whether every plain word may be spelled differently.
    """
    if not text.strip():
        return Understood(None, True, "everything", ())
    notes: list[str] = []
    tree = _Parser(pieces(text, is_similar, notes), notes).whole()
    if tree is None:
        notes.append("There is no word to search for.")
    return Understood(tree, False, in_words(tree) if tree else "", tuple(dict.fromkeys(notes)))


class _Parser:
    """Goes through the pieces once, from left to right."""

    def __init__(self, found: list[Piece], notes: list[str]) -> None:
        self.left = found[::-1]
        self.notes = notes

    def whole(self) -> Tree | None:
        parts = []
        while self.left:
            parts.append(self.any_of(0))
            if self.takes(")"):
                self.notes.append("A closing parenthesis has no partner and was left out.")
        return _joined(All, parts)

    def any_of(self, depth: int) -> Tree | None:
        parts = [self.all_of(depth)]
        while self.takes("OR"):
            parts.append(self.all_of(depth))
        if len(parts) > 1 and None in parts:
            self.notes.append("OR needs words on both sides and was left out.")
        return _joined(Any, parts)

    def all_of(self, depth: int) -> Tree | None:
        parts: list[Tree | None] = []
        while self.next() not in ("OR", ")", "end"):
            is_and = self.takes("AND")
            if is_and and (not parts or self.next() in ("AND", "OR", ")", "end")):
                self.notes.append("AND needs words on both sides and was left out.")
            if not is_and:
                parts.append(self.negated(depth))
        return _joined(All, parts)

    def negated(self, depth: int) -> Tree | None:
        count = 0
        while self.takes("NOT"):
            count += 1
        tree = self.atom(depth)
        if count and tree is None:
            self.notes.append("NOT needs a word behind it and was left out.")
        return Not(tree) if tree and count % 2 else tree

    def atom(self, depth: int) -> Tree | None:
        if self.takes("("):
            return self.bracketed(depth + 1)
        return self.left.pop().tree if self.next() == "" else None

    def bracketed(self, depth: int) -> Tree | None:
        if depth > MOST_DEPTH:
            self.notes.append(f"Parentheses more than {MOST_DEPTH} deep were left out.")
            return None
        tree = self.any_of(depth)
        if not self.takes(")"):
            self.notes.append("A parenthesis is not closed; it was taken to end with the query.")
        return tree

    def next(self) -> str:
        return self.left[-1].operator if self.left else "end"

    def takes(self, operator: str) -> bool:
        is_next = self.next() == operator
        if is_next:
            self.left.pop()
        return is_next


def _joined(kind: type[All] | type[Any], parts: list[Tree | None]) -> Tree | None:
    held = tuple(dict.fromkeys(part for part in parts if part))
    return kind(held) if len(held) > 1 else held[0] if held else None
