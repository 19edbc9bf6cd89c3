"""What is the text that a person pasted, uploaded or named by its address?

Files are read in a process that lives for one of them: what one upload did to its reader reaches no other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import BoundedSemaphore

from data.hydrate.failures import Failed
from data.hydrate.workshop import Workshop
from data.uploads.cleaning import cleaned
from data.uploads.limits import UploadLimits
from data.uploads.reading import found
from data.uploads.refusals import refused, without_folder

LIMITS = UploadLimits()
# A reader may take `LIMITS.memory`, a fetched page `LIMITS.size`.
READERS = BoundedSemaphore(1)
FETCHES = BoundedSemaphore(4)


@dataclass(frozen=True)
class Read:
    """A text as the desk reads it, and what its document declares of itself, empty where it declares nothing.

    `published` is never guessed from prose. `url` is where redirects led, and empty for a file. `language` is
    ISO 639-1. `licence` is a sentence on what a web page declares about rights.
    """

    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""
    language: str = ""
    licence: str = ""


def of_paste(text: str) -> str:
    """Bring a pasted text into the form in which files are read too."""
    return cleaned(text)


def of_file(name: str, content: bytes) -> Read:
    """Read an uploaded file: plain text, HTML, PDF or DOCX, by what it is and not by its name.

    Args:
        name: As it was called where it comes from; only sentences use it.
        content: All of it.

    Raises:
        Refused: there is no text, or none that may be taken.
    """
    try:
        if not content:
            raise Failed("unreadable", "it is empty", "choose the file again, or paste the text")
        if len(content) > LIMITS.size:
            raise Failed("size", f"it has {len(content):,} bytes, and {LIMITS.size:,} are read at most")
        return _read(content, None, "")
    except Failed as failure:
        raise refused(without_folder(name), failure) from failure


def of_address(url: str) -> Read:
    """Fetch a page of the public web and read it; robots.txt is kept to.

    Args:
        url: As a person writes it; without a scheme, https is meant.

    Raises:
        Refused: it may not be fetched, or was not there, or has no text that may be taken.
    """
    # Here and not above, so that the process for a file does not load what it never needs.
    from data.uploads.addresses import fetched

    address = url.strip()
    try:
        with _turn(FETCHES):
            sent = fetched(address, LIMITS)
        return _read(sent.content, sent.charset, sent.url)
    except Failed as failure:
        raise refused(address or "the address", failure) from failure


def _read(content: bytes, charset: str | None, url: str) -> Read:
    with _turn(READERS), Workshop(LIMITS, found) as workshop:
        read = workshop.read(content, charset)
    day = read.pop("published")
    return Read(**read, published=date.fromisoformat(day) if day else None, url=url)


@contextmanager
def _turn(places: BoundedSemaphore) -> Iterator[None]:
    """Wait for a place, but not for long.

    Raises:
        Failed: others hold them all.
    """
    if not places.acquire(timeout=LIMITS.turn):
        raise Failed("busy", "other texts are being read at the moment")
    try:
        yield
    finally:
        places.release()
