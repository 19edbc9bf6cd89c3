"""How much may one question of a reader's own take?"""

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds of one question.

    Attributes:
        characters: Of its text.
        rows: That are handed back; more are cut, and said to be.
        columns: Of an answer, each of which the page works on by itself.
        megabytes: Of the answer, as Arrow holds it and with each of its values written out.
        seconds: Of work, after which it is interrupted and, if that does not help, its process killed.
        memory: Megabytes that the engine may take; nothing is put aside on a disk.
        address_space: Megabytes that its process may have, whatever takes them.
        at_once: Questions that the server works on at a time.
        patience: Seconds that one waits for its turn.
    """

    characters: int = 20_000
    rows: int = 10_000
    columns: int = 500
    megabytes: int = 32
    seconds: float = 10.0
    memory: int = 512
    address_space: int = 4_096
    at_once: int = 2
    patience: float = 5.0


LIMITS = Limits()
