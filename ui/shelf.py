"""What was worked out before, for whoever asks the same again, within bounds.

What is asked for least falls out first, and with it whatever belongs to an edition that nobody looks at any more. A
value is made outside of the lock: two sessions that ask for the same at once both make it, and nobody waits.
"""

import pickle
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar, cast

Value = TypeVar("Value")


class Shelf(Generic[Value]):
    """Values by what was asked for. All sessions share them, so they must be of a kind that cannot be changed."""

    def __init__(self, most: int, weigh: Callable[[Hashable, Value], int] = lambda _asked, _value: 1) -> None:
        """Bound it.

        Args:
            most: What all values together may weigh.
            weigh: Says what one weighs, together with what was asked for; unless given they are counted.
        """
        self._most, self._weigh = most, weigh
        self._held: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._lock, self.weight = Lock(), 0

    def __len__(self) -> int:
        return len(self._held)

    def get(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        """Give the value for what is asked, made now unless it is held; one that is too heavy is not kept."""
        with self._lock:
            if asked in self._held:
                self._held.move_to_end(asked)
                return self._held[asked][0]
        value = make()
        weight = self._weigh(asked, value)
        if weight <= self._most:
            with self._lock:
                self._put(asked, value, weight)
        return value

    def _put(self, asked: Hashable, value: Value, weight: int) -> None:
        self.weight += weight - self._held.pop(asked, (value, 0))[1]
        self._held[asked] = value, weight
        while self.weight > self._most:
            self.weight -= self._held.popitem(last=False)[1][1]


class Copies:
    """Values of any kind, bounded in bytes: each who asks gets a copy, and may do with it what it likes.

    Each takes up its share of the room at least. Small ones that are seldom asked for again would otherwise go on
    filling it for an hour, and nobody could tell the server from one that leaks.
    """

    def __init__(self, most_bytes: int, most_copies: int) -> None:
        share = most_bytes // most_copies
        self.shelf: Shelf[bytes] = Shelf(
            most_bytes, lambda asked, written: max(share, size_of_key(asked) + len(written))
        )

    def get(self, asked: Hashable, make: Callable[[], Value]) -> Value:
        """Give a copy of the value for what is asked, made now unless it is held."""
        written = self.shelf.get(asked, lambda: pickle.dumps(make(), pickle.HIGHEST_PROTOCOL))
        # Written a line above, in this process.
        return cast(Value, pickle.loads(written))  # noqa: S301


def size_of_key(asked: Hashable) -> int:
    """Say what it takes to keep anything at all, in bytes: what was asked for, which readers write, and its place."""
    return 1_000 + sys.getsizeof(repr(asked))


def fixed(value: object) -> Hashable:
    """Write a parameter as part of what is asked for: lists, which cannot be, as tuples."""
    return tuple(value) if isinstance(value, list) else value
