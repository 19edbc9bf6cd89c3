"""How to cite a source, and words from it, in one plain text: who, what, where, when, and where to look it up."""

from datetime import date
from typing import NamedTuple


class Document(NamedTuple):
    """What identifies a source.

    Attributes:
        title: Its own.
        publisher: Who published it.
        publisher_country: Name of the publisher's country; none where it has none or it is not known.
        published: On which day; the last day of the period where only that is known, none where nothing is.
        date_precision: "day", "month" or "year"; none where no date is known.
        url: Of the original.
        speaker: Who speaks in it for whose document it is, where that is one: a person or an office.
    """

    title: str
    publisher: str
    publisher_country: str | None
    published: date | None
    date_precision: str | None
    url: str
    speaker: str | None = None


class Citation(NamedTuple):
    """The parts of a citation around the words that are cited and the places at which they stand."""

    before: str
    source: str
    where: str

    def of(self, words: str, locator: str, link: str) -> str:
        """Cite words of the source.

        Args:
            words: Exactly as the source has them.
            locator: Where in the source: paragraph 12; empty where that is not known.
            link: To the words, on a page of ours.
        """
        return f"{self.before}{words}{self.source}{locator and f', {locator}'}{self.where}{link}"


def source(document: Document) -> str:
    """Cite a source as a whole."""
    return f"{_named(document)}. {document.url}"


def excerpts(document: Document, data_version: str) -> Citation:
    """Give the form in which any words of a source are cited.

    Args:
        document: The source.
        data_version: Of the collection that holds it.
    """
    where = f". {document.url}\nDémarche, data version {data_version}: "
    return Citation("“", f"”\n{_named(document)}", where)


def published(day: date | None, precision: str | None) -> str:
    """Say when something was published, no more exactly than it is known; empty where it is not.

    Args:
        day: The day, or the last one of the period that is known.
        precision: "day", "month" or "year".
    """
    if day is None:
        return ""
    return {"year": f"{day.year}", "month": f"{day:%B %Y}"}.get(precision or "", f"{day.day} {day:%B %Y}")


def _named(document: Document) -> str:
    speaker = f" ({document.speaker})" if document.speaker else ""
    country = f" ({document.publisher_country})" if document.publisher_country else ""
    when = published(document.published, document.date_precision) or "no date of publication known"
    return f"“{document.title}”{speaker}, {document.publisher}{country}, {when}"
