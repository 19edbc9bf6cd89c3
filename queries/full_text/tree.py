"""What does a query ask for? Words and phrases, and how they are joined."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word in any of its English forms; folded."""

    folded: str


@dataclass(frozen=True)
class Similar:
    """A word in any of its forms, or one that is spelled nearly like it; folded."""

    folded: str


@dataclass(frozen=True)
class Prefix:
    """Every word that begins so; folded."""

    folded: str


@dataclass(frozen=True)
class Phrase:
    """Words as they are written, one after the other; each folded."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Not:
    """What does not hold the part."""

    part: "Tree"


@dataclass(frozen=True)
class All:
    """What holds every part."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True)
class Any:
    """What holds at least one part."""

    parts: tuple["Tree", ...]


Leaf = Word | Similar | Prefix | Phrase
Tree = Leaf | Not | All | Any


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Name the leaves of a tree from left to right, those under NOT too."""
    match tree:
        case Not(part):
            yield from leaves(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield tree


def sought(tree: Tree) -> tuple[Leaf, ...]:
    """Name each leaf that is to be found in a text, once; none of those under NOT."""
    match tree:
        case Not():
            return ()
        case All(parts) | Any(parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in sought(part)))
        case _:
            return (tree,)


def in_words(tree: Tree) -> str:
    """Say in words what a tree asks for."""
    match tree:
        case Word(folded):
            return f"“{folded}”"
        case Similar(folded):
            return f"“{folded}” or a similar spelling"
        case Prefix(folded):
            return f"a word that begins with “{folded}”"
        case Phrase(words):
            return f"exactly “{' '.join(words)}”"
        case Not(part):
            return f"not {_bracketed(part)}"
        case All(parts):
            return " and ".join(map(_bracketed, parts))
        case Any(parts):
            return " or ".join(map(_bracketed, parts))


def _bracketed(tree: Tree) -> str:
    return f"({in_words(tree)})" if isinstance(tree, (All, Any, Similar)) else in_words(tree)
