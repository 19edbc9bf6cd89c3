"""What somebody wants to become of a statement, who is to do it, and why it could not be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Wanted:
    """A correction, or where `cells` is None a retraction.

    Attributes:
        statement_id: Which statement.
        seen: Its row of the records as the editor saw it: columns but statement_id.
        cells: The row as it is to be.
        why: The reason.
        reported_by: Who pointed it out; empty for nobody.
        edited_by: Who corrects it.
    """

    statement_id: str
    seen: Cells
    cells: Cells | None
    why: str
    reported_by: str
    edited_by: str

    def changes(self) -> dict[str, tuple[str, str]]:
        """Give what is different, by column: what stood there, and what is to stand there."""
        now = self.cells or {}
        return {column: (old, now[column]) for column, old in self.seen.items() if column in now and now[column] != old}


class Records(NamedTuple):
    """Who reads and changes the records. Each may raise Refused.

    Attributes:
        held: Gives the present row of a statement, columns but statement_id; None where there is none.
        save: Does what is wanted; raises Changed where somebody else was faster.
        build: Builds the collection anew and names its version.
    """

    held: Callable[[str], Cells | None]
    save: Callable[[Wanted], None]
    build: Callable[[], str]


class Refused(Exception):
    """It was not done; `sentences` say why, each of them something to mend."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = [*sentences]


class Changed(Exception):
    """Nothing was written: somebody else has changed the statement meanwhile; the sentence says what."""
