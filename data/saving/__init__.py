"""How does what the desk confirmed get into the records, and out of them again? docs/desk.md."""

from data.saving.adding import add
from data.saving.building import rebuild
from data.saving.correcting import correct
from data.saving.given import Addition, ChangedMeanwhile, Correction, NewStatement, Saved
from data.saving.standing import statement_row
from data.saving.undoing import undo

__all__ = [
    "Addition",
    "ChangedMeanwhile",
    "Correction",
    "NewStatement",
    "Saved",
    "add",
    "correct",
    "rebuild",
    "statement_row",
    "undo",
]
