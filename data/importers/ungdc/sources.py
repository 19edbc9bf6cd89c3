"""What is each speech as a source: whose, from when, given by whom?"""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from data.importers.report import Report
from data.importers.ungdc.speeches import Speech, Speeches
from data.importers.ungdc.states import states

PUBLISHER = "United Nations General Assembly"
ADDRESS = "https://doi.org/10.7910/DVN/0TJX8Y"

STRINGS = ("source_id", "kind", "publisher", "title", "url", "language", "actor_id", "date_precision", "text_sha256")
SCHEMA = pa.schema([*((name, pa.string()) for name in (*STRINGS, "origin_id", "speaker")), ("counts_on", pa.date32())])

# An actor, or a code that is unknown, and a session.
Key = tuple[str, int]


def sources(speeches: Speeches, speakers: Mapping[Key, str], report: Report) -> pa.Table:
    """Make a row of each speech.

    Args:
        speeches: The speeches and their texts.
        speakers: Who spoke, by actor (or code, where that is unknown) and session.
        report: Is told which speeches have no speaker, and which speakers no speech.

    Returns:
        One row per speech, in the order of the speeches, with the columns of the table sources that are known.
    """
    keys = [(speech.actor_id or speech.name.code, speech.name.session) for speech in speeches.speeches]
    if speakers:
        _compare(set(keys), set(speakers), report)
    rows = [_row(speech) | {"speaker": speakers.get(key)} for speech, key in zip(speeches.speeches, keys, strict=True)]
    return pa.Table.from_pylist(rows, SCHEMA).append_column("text", speeches.texts())


def _compare(given: set[Key], listed: set[Key], report: Report) -> None:
    """Tell which speeches nobody is named for and, in the sessions that were read, which speakers gave none."""
    sessions = {session for _, session in given}
    for actor_id, session in sorted(given - listed):
        report.note("speeches without a speaker", f"{actor_id} {session}")
    for actor_id, session in sorted(listed - given):
        if session in sessions:
            report.note("speakers in the list who gave no speech here", f"{actor_id} {session}")


def _row(speech: Speech) -> dict[str, object]:
    code, session, year = speech.name
    called = states().title(speech.actor_id, year) if speech.actor_id else f"{code} (unknown code)"
    return {
        "source_id": speech.source_id,
        "kind": "document",
        "publisher": PUBLISHER,
        "title": f"{called} in the General Debate, session {session} ({year})",
        "url": ADDRESS,
        "language": "en",
        "actor_id": speech.actor_id,
        # The corpus does not give the day; the last of its period is the one from which a source counts.
        "date_precision": "year",
        "counts_on": date(year, 12, 31),
        "text_sha256": speech.text_sha256,
        # Every speech is a record of its own, also where two states read out the same words.
        "origin_id": speech.source_id,
    }
