"""How do newer texts and the selectors that fit them get into the records, all or nothing?

A source with a quote that is broken or ambiguous keeps its text and all its rows: a text and its quotes change
together. All new files are written beside the old ones first; one rename makes them the valid ones, and what a run that
was killed afterwards did not move yet, the next one moves.
"""

import csv
import io
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.quotes import context, position
from data.reanchor.checking import Quoted, Records, Verdict
from data.reanchor.verdicts import RE_ANCHORED, VERIFIED


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
    """
    changed = sorted(source for source in settled_sources(verdicts) if newer[source] != records.texts[source])
    if changed:
        rows = {
            v.quoted.row.number: _row(v, newer[v.quoted.source_id]) for v in verdicts if v.quoted.source_id in changed
        }
        files = {f"texts/{source}.txt": newer[source] for source in changed}
        _replace(data, files | {"records/evidence.csv": _sheet(records, rows)})
    return changed


def finish(data: Path) -> bool:
    """Move what a killed run left ready; says whether there was any."""
    ready = data / ".reanchor-ready"
    if not ready.is_dir():
        return False
    for file in sorted(path for path in ready.rglob("*") if path.is_file()):
        file.replace(data / file.relative_to(ready))
    shutil.rmtree(ready)
    return True


def _replace(data: Path, files: Mapping[str, str]) -> None:
    new = data / ".reanchor-new"
    shutil.rmtree(new, ignore_errors=True)
    for name, text in files.items():
        file = new / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as out:
            out.write(text)
            # Only what has reached the disk may take the place of another file.
            out.flush()
            os.fsync(out.fileno())
    new.rename(data / ".reanchor-ready")
    finish(data)


def _row(verdict: Verdict, text: str) -> list[str]:
    """The cells of a quote, with a prefix and a suffix that settle it in the newer text."""
    quoted, place = verdict.quoted, (verdict.finding.start, verdict.finding.end)
    cells = dict(quoted.row.cells)
    if not _is_settled(quoted, text, place):
        cells["prefix"], cells["suffix"] = context(text, *place)
    return [*cells.values()]


def _is_settled(quoted: Quoted, text: str, place: tuple[int, int]) -> bool:
    cells = quoted.row.cells
    try:
        return position(text, cells["exact"], cells["prefix"], cells["suffix"]) == place
    except ValueError:
        return False


def _sheet(records: Records, rows: Mapping[int, list[str]]) -> str:
    out = io.StringIO(newline="")
    lines = [rows.get(number, cells) for number, cells in enumerate(records.evidence.cells, start=2)]
    csv.writer(out, lineterminator="\n").writerows([records.evidence.columns, *lines])
    return out.getvalue()
