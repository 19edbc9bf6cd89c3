"""What is written round a picture: title and rule above it, figures below it, then where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from charts.picture.paint import COLOURS
from charts.picture.sheet import ACROSS, Sheet
from charts.picture.type import BOLD, SANS, SERIF, Style, tidy

_TITLE = Style(SERIF, 46, 54, COLOURS["strong"])
_SUBTITLE = Style(SANS, 27, 35, COLOURS["text"])
_TOTAL = Style(BOLD, 26, 33, COLOURS["strong"])
_NOTE = Style(SANS, 20, 27, COLOURS["text"])
_LINK = _NOTE._replace(colour=COLOURS["support-own"])


@dataclass(frozen=True)
class Caption:
    """What is written round a picture, all plain text; nothing is written for what is empty.

    Attributes:
        title: The question or the answer.
        subtitle: The counting rule and the dates.
        total: The figures in a sentence.
        source: Collection, data version, licence and day of retrieval.
        disclaimer: What the picture does not say; on a map what the boundaries imply.
        link: Address of the view.
    """

    title: str
    subtitle: str
    total: str
    source: str
    disclaimer: str
    link: str


def head(sheet: Sheet, caption: Caption) -> None:
    """Write title and subtitle."""
    sheet.write(tidy(caption.title, _TITLE, ACROSS), _TITLE, above=0)
    sheet.write(tidy(caption.subtitle, _SUBTITLE, ACROSS), _SUBTITLE, above=8)


def total(sheet: Sheet, caption: Caption) -> None:
    """Write the figures in a sentence."""
    sheet.write(tidy(caption.total, _TOTAL, ACROSS), _TOTAL, above=22)


def foot(sheet: Sheet, caption: Caption, notes: Iterable[str]) -> None:
    """Draw a line, and write notes and the address of the view below it."""
    sheet.rule(above=12)
    for note in notes:
        sheet.write(tidy(note, _NOTE, ACROSS), _NOTE, above=7)
    sheet.write(tidy(caption.link, _NOTE, ACROSS), _LINK, above=7, link=caption.link)
