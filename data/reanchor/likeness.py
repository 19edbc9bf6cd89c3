"""Do some words look like a passage that was edited?"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

PIECE = 5
# Measured on speeches: of a passage of twelve words or more, one edited word in five leaves 47 % of the pieces or more,
# and a hundred other words of the same speech have 22 % of them at most, but for 5 % of passages.
ALIKE = 0.4


def likeness(passage: str, other: str) -> float:
    """Say how much of a passage stands close together in other words.

    Case, spaces, signs and the form of letters are left out of account.

    Args:
        passage: The words of the passage.
        other: A stretch of text.

    Returns:
        The largest share of the passage's pieces of five letters that stand within one and a half times its length:
        0 to 1; 0 for a passage of fewer letters.
    """
    letters = _letters(passage)
    pieces = {*_pieces(letters)}
    return _densest(_letters(other), pieces, len(letters) * 3 // 2) / len(pieces) if pieces else 0.0


def _densest(letters: str, pieces: set[str], width: int) -> int:
    held: Counter[str] = Counter()
    most = 0
    inside: list[tuple[int, str]] = []
    first = 0
    for place, piece in enumerate(_pieces(letters)):
        if piece not in pieces:
            continue
        inside.append((place, piece))
        held[piece] += 1
        while inside[first][0] <= place - width:
            _drop(held, inside[first][1])
            first += 1
        most = max(most, len(held))
    return most


def _drop(held: Counter[str], piece: str) -> None:
    held[piece] -= 1
    if not held[piece]:
        del held[piece]


def _pieces(letters: str) -> Iterator[str]:
    return (letters[i : i + PIECE] for i in range(len(letters) - PIECE + 1))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
