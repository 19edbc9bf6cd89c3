"""How does what the desk confirmed get into the records, and out of them again? docs/desk.md."""

from data.journal import recover
from data.saving.adding import add
from data.saving.given import Addition, ChangedMeanwhile, Correction, NewStatement, Saved

__all__ = [
    "Addition",
    "ChangedMeanwhile",
    "Correction",
    "NewStatement",
    "Saved",
    "add",
    "recover",
]
