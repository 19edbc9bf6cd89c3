"""What a file says about itself, and what it is called."""

import re
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple


class Column(NamedTuple):
    """One line of the column dictionary, in the words of the table's description."""

    name: str
    type: str
    unit: str  # empty where it has none: a text, a count
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Where the rows of one file come from and what may be done with them.

    The last four are for programs and make the file's name; all the others are for people.
    """

    title: str  # the question that the table answers
    collection_id: str
    collection: str  # its title
    filters: tuple[tuple[str, str], ...]  # (filter, its value in words), in the order of the page
    rows: int  # how many the file holds
    data_version: str  # of the collection
    created_at: datetime  # when the file was made: UTC, whole seconds
    licence: str
    licence_url: str
    citation: str  # the line by which to cite the file
    method: str = ""  # how the collection was made, as it says itself
    made_from: tuple[str, ...] = ()  # what its statements and texts come from, each with its address if it has one
    columns: tuple[Column, ...]  # one for each column of the file
    url: str = ""  # address of the page that shows the rows
    api_url: str = ""  # address that gives the rows themselves
    table: str  # what a row is, in the plural: statements
    subject: str = ""  # id of the one issue, event, source or actor that the rows are about
    since: date | None = None  # first day of the range; None = open
    until: date | None = None  # last day of the range; None = open

    def __post_init__(self) -> None:
        if self.created_at.utcoffset() != timedelta(0) or self.created_at.microsecond:
            raise ValueError(f"created_at is {self.created_at!r}; give a UTC time of whole seconds.")

    @property
    def created(self) -> str:
        """When the file was made, as RFC 3339 writes it: 2026-11-24T09:30:00Z."""
        return self.created_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def as_dict(self) -> dict[str, Any]:
        """Say it in plain JSON values: the manifest of the file."""
        said = asdict(self)
        for key in ("since", "until"):
            said[key] = said[key] and said[key].isoformat()
        said["created_at"], said["made_from"] = self.created, [*self.made_from]
        said["filters"] = [{"name": name, "value": value} for name, value in self.filters]
        said["columns"] = [column._asdict() for column in self.columns]
        return said


def stem(about: About) -> str:
    """Name a file by table, subject, range and data version, in at most 160 characters.

    Whatever is not a letter of the English alphabet or a digit becomes a hyphen, so an id made to harm (a
    path, a line end or a quotation mark in an HTTP header) is only an odd name.
    """
    dates = [day.isoformat() for day in (about.since, about.until) if day]
    parts = [slug(about.table, 34), slug(about.subject, 60), *dates, slug(about.data_version, 24)]
    return "-".join(["demarche", *filter(None, parts)])


def slug(text: str, length: int) -> str:
    """Reduce a text to lower-case letters without accents, digits and single hyphens, cut to a length."""
    letters = [c for c in unicodedata.normalize("NFKD", text[: 4 * length]) if not unicodedata.combining(c)]
    return re.sub(r"[^a-z0-9]+", "-", "".join(letters).lower()).strip("-")[:length].strip("-")
