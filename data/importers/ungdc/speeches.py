"""Which speeches does the corpus hold, in whatever form it came?"""

import hashlib
from typing import NamedTuple

import pyarrow as pa

from data.importers.report import Report
from data.importers.ungdc.states import states

# The first session was in 1946, and every year has had one since.
BEFORE_THE_FIRST = 1945
TEXTS_OF_A_CHUNK = 250


class Name(NamedTuple):
    """What the name of a speech says: by which code the corpus calls the speaker, in which session and year."""

    code: str
    session: int
    year: int


class Speech(NamedTuple):
    """A speech without its text; `actor_id` is None where the code is unknown."""

    source_id: str
    actor_id: str | None
    name: Name
    text_sha256: str


class Speeches:
    """Speeches in the order in which they were read; their texts are in memory once, as Arrow keeps them."""

    def __init__(self, report: Report) -> None:
        self.speeches: list[Speech] = []
        self._report = report
        self._places: dict[str, object] = {}
        self._texts: list[str] = []
        self._chunks: list[pa.Array] = []

    def add(self, place: object, name: Name, text: str) -> None:
        """Take a speech, or tell the report why not.

        Args:
            place: Where it was read, for the report.
            name: What its name says.
            text: Its text, which is kept as it is.
        """
        actor_id = states().actor_id(name.code)
        source_id = f"ungdc-{actor_id or name.code}-{name.session:02}-{name.year}"
        if fault := self._fault(source_id, name, text):
            self._report.fail(place, fault)
            return
        if actor_id is None:
            self._report.note(f"speeches of the unknown code {name.code}, which belong to no actor", source_id)
        self._places[source_id] = place
        self.speeches.append(Speech(source_id, actor_id, name, hashlib.sha256(text.encode()).hexdigest()))
        self._texts.append(text)
        if len(self._texts) == TEXTS_OF_A_CHUNK:
            self._pack()

    def texts(self) -> pa.ChunkedArray:
        """The texts, one for each speech."""
        self._pack()
        return pa.chunked_array(self._chunks, pa.string())

    def _fault(self, source_id: str, name: Name, text: str) -> str | None:
        if name.year != name.session + BEFORE_THE_FIRST:
            return (
                f"session {name.session} was in {name.session + BEFORE_THE_FIRST}, not in {name.year}; correct the name"
            )
        if source_id in self._places:
            return f"is the same speech as {self._places[source_id]}; take one of the two away"
        if not text.strip():
            return "is empty; fetch it again"
        if "\0" in text:
            return "holds zero bytes, so it is no text; fetch it again"
        return None

    def _pack(self) -> None:
        self._chunks.append(pa.array(self._texts, pa.string()))
        self._texts.clear()
