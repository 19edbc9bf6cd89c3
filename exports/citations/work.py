"""What is cited? Everything that the forms say of one thing, each part as it is known and empty where it is not."""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from exports.errors import ExportError

# How much of an ISO date is known.
LENGTHS = {"year": 4, "month": 7, "day": 10}


class UnknownWork(ExportError):
    """Something is to be cited that the edition does not hold."""


class Issued(NamedTuple):
    """When something came out, no more exactly than it is known.

    Attributes:
        day: A day of the period; none where nothing is known.
        precision: "day", "month" or "year".
    """

    day: date | None = None
    precision: str = "day"

    @property
    def iso(self) -> str:
        """What is known, as ISO 8601 writes it: 2020-04-15, 2020-04, 2020; empty where nothing is."""
        return self.day.isoformat()[: LENGTHS[self.precision]] if self.day else ""

    @property
    def parts(self) -> tuple[int, ...]:
        """What is known as numbers: year, month, day; the first, the first two, all, or none of them."""
        return tuple(int(part) for part in self.iso.split("-") if part)


class Copy(NamedTuple):
    """A file in which a work can be had: its address and its media type."""

    url: str
    mime: str


@dataclass(frozen=True, kw_only=True)
class Work:
    """One thing to cite. Texts are brought to single lines without control characters, addresses to plain ASCII.

    Attributes:
        kind: statement | source | event | collection | view.
        id: Its own among those of its kind.
        title: Its own, or our description in square brackets.
        name: The title without what was added to tell it from its like; empty where nothing was.
        url: Where it is found.
        accessed: On which day it was looked up.
        authors: Literal names, persons and bodies alike: the records do not tell them apart.
        actor: The state or organisation whose words they are.
        publisher: Who brought it out.
        container: Title of the larger work that it is part of.
        issued: When it came out; of a statement, when it was made.
        version: Of the data.
        place: Where it happened.
        position: Latitude and longitude of the place, in degrees.
        genre: What kind of document, event or statement it is, in words.
        language: ISO 639-1.
        note: What somebody who checks it has to know: doubts, and the sources that it rests on.
        abstract: What it says, in our words.
        keywords: What it is about.
        span: First and last day of an event, or of what the data cover; None where it is open or not known.
        licence_url: Of what may be done with it, where it is ours.
        home: Address of the app.
        sources: That it rests on.
        copies: Files in which it can be had.
    """

    kind: str
    id: str
    title: str
    url: str
    accessed: date
    name: str = ""
    authors: tuple[str, ...] = ()
    actor: str = ""
    publisher: str = ""
    container: str = ""
    issued: Issued = Issued()  # noqa: RUF009 -- a tuple, which nobody can change
    version: str = ""
    place: str = ""
    position: tuple[float, float] | None = None
    genre: str = ""
    language: str = ""
    note: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    span: tuple[date | None, date | None] = (None, None)
    licence_url: str = ""
    home: str = ""
    sources: tuple[Self, ...] = ()
    copies: tuple[Copy, ...] = ()

    @property
    def printed_genre(self) -> str:
        """The genre where a bibliography should print it: of a source the type of its entry says enough."""
        return "" if self.kind == "source" else self.genre

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, _tidy(field.name, getattr(self, field.name)))


def key(work: Work) -> str:
    """Name a work in a bibliography: statement:2020-04-15-geo; ASCII, and no two ids have the same one."""
    return f"{work.kind}:" + re.sub(r"[^A-Za-z0-9.-]", lambda other: f"_{ord(other[0]):x}_", work.id)


def one_line(text: str) -> str:
    """Bring a text to one line: white space to single spaces, no control characters, no halves of characters."""
    clean = {"Cc": " ", "Cs": ""}
    return " ".join("".join(clean.get(unicodedata.category(letter), letter) for letter in text).split())


def _tidy(name: str, value: Any) -> Any:  # noqa: ANN401 -- as many types as fields
    if name in ("url", "licence_url"):
        # What an address cannot hold would end it, or a field of a file, too early.
        return quote(one_line(value), safe=":/?#[]@!$&'()*+,;=%~")
    if isinstance(value, str):
        return one_line(value)
    if name in ("authors", "keywords"):
        return tuple(filter(None, map(one_line, value)))
    return value
