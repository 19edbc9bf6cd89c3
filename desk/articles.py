"""What goes into the desk, and what comes out of it?"""

import re
from dataclasses import dataclass
from datetime import date

_HALF = re.compile("[\ud800-\udfff]")
LONGEST = 10_000_000
"""Characters that are read of one article: a book of ten thousand pages."""


class ArticleTooLong(ValueError):
    """An article has more characters than are read of one article; pass it in parts."""

    def __init__(self, found: int) -> None:
        super().__init__(f"The article has {found:,} characters, and {LONGEST:,} are read at most; pass it in parts.")


class HalfCharacters(ValueError):
    """A text holds halves of characters (surrogates), which no file can be written with."""

    def __init__(self, at: int) -> None:
        super().__init__(f"The text holds half a character at {at:,}; save it anew as UTF-8.")


@dataclass(frozen=True)
class Article:
    """A text as it was published; offsets everywhere count its code points.

    Raises:
        ArticleTooLong: the text is longer than `LONGEST`.
        HalfCharacters: the text or the title is not one that can be written.
    """

    text: str
    published: date
    title: str = ""
    publisher: str = ""

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST:
            raise ArticleTooLong(len(self.text))
        for text in (self.text, self.title):
            if half := _HALF.search(text):
                raise HalfCharacters(half.start())


@dataclass(frozen=True)
class Proposal:
    """One actor taking one stance in one place, for a person to confirm.

    `text[start:end] == excerpt`. `stance` is None where no cue fired, `date` None where the text leaves the day
    open. `rule` names what found it and `cues` the words that fired; `confidence` (0 to 1) goes by the rule alone.
    """

    actor_id: str
    speaker: str
    stance: str | None
    kind: str
    date: date | None
    date_basis: str | None
    start: int
    end: int
    excerpt: str
    rule: str
    cues: tuple[str, ...]
    confidence: float
    issue_id: str | None = None
