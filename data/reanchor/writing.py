"""How do newer texts and the selectors that fit them get into the records, all or nothing?

A source with a quote that is broken or ambiguous keeps its text and all its rows: a text and its quotes change
together (data.journal).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from data import journal
from data.lines import edited
from data.problems import Problem, RecordsError
from data.quotes import context, position
from data.reading import read_text
from data.reanchor.checking import Quoted, Records, Verdict, read_records
from data.reanchor.verdicts import RE_ANCHORED, VERIFIED

KEY = ("statement_id", "source_id", "exact")


def settled_sources(verdicts: Sequence[Verdict]) -> set[str]:
    """Name the sources all of whose quotes stand in the newer text."""
    unsettled = {v.quoted.source_id for v in verdicts if v.finding.verdict not in (VERIFIED, RE_ANCHORED)}
    return {v.quoted.source_id for v in verdicts} - unsettled


def write(data: Path, records: Records, newer: Mapping[str, str], verdicts: Sequence[Verdict]) -> list[str]:
    """Put newer texts, and prefixes and suffixes where the old ones no longer settle a quote, into the records.

    Args:
        data: Folder with records/ and texts/.
        records: What stands there.
        newer: Newer texts by source id.
        verdicts: What became of the quotes.

    Returns:
        The sources whose text was replaced.

    Raises:
        RecordsError: what stood there was changed by somebody else meanwhile.
    """
    changed = sorted(source for source in settled_sources(verdicts) if newer[source] != records.texts[source])
    if changed:
        rows = [_row(v, newer[v.quoted.source_id]) for v in verdicts if v.quoted.source_id in changed]
        with journal.settled(data):
            if read_records(data) != records:
                raise RecordsError([Problem("evidence.csv", None, "was changed meanwhile, or a text; run it again")])
            evidence = "records/evidence.csv"
            keys = [tuple(row[column] for column in KEY) for row in rows]
            sheet, _ = edited(read_text(data / evidence), KEY, rows, keys)
            texts = {f"texts/{source}.txt": newer[source].encode() for source in changed}
            journal.replace(data, texts | {evidence: sheet.encode()})
    return changed


def _row(verdict: Verdict, text: str) -> dict[str, str]:
    """The row of a quote, with a prefix and a suffix that settle it in the newer text."""
    quoted, place = verdict.quoted, (verdict.finding.start, verdict.finding.end)
    cells = dict(quoted.row.cells)
    if not _is_settled(quoted, text, place):
        cells["prefix"], cells["suffix"] = context(text, *place)
    return cells


def _is_settled(quoted: Quoted, text: str, place: tuple[int, int]) -> bool:
    cells = quoted.row.cells
    try:
        return position(text, cells["exact"], cells["prefix"], cells["suffix"]) == place
    except ValueError:
        return False
