"""Which speeches were given in the UN General Debate? Read from the UN General Debate Corpus, in either form."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from data.importers.report import ImportRefused, Report, visible
from data.importers.ungdc import parquet, published
from data.importers.ungdc.sources import sources
from data.importers.ungdc.speakers import WORKBOOK, speakers
from data.importers.ungdc.speeches import Speeches

ABOUT = Path(__file__).parent / "collection.yml"


def read(path: Path, report: Report) -> dict[str, pa.Table]:
    """Read the corpus.

    Args:
        path: A folder, .zip, .tgz or .tar.gz in the published layout, or a .parquet of it.
        report: Is told of everything that is not read as it stands.

    Returns:
        The table sources, one row per speech.

    Raises:
        ImportRefused: there is no speech.
    """
    speeches = Speeches(report)
    workbooks: list[bytes] = []
    if path.suffix == ".parquet":
        parquet.read(path, speeches, report)
    else:
        workbooks = published.read(path, speeches, report)
    if not speeches.speeches and not report.problems:
        what = 'holds no speech of the corpus, such as "TXT/Session 48 - 1993/ARM_48_1993.txt"; name another'
        raise ImportRefused(f"{visible(path)}: {what}")
    workbook = _only(workbooks or _beside(path), report)
    named = speakers(workbook, report) if workbook else {}
    return {"sources": sources(speeches, named, report)}


def _beside(path: Path) -> list[bytes]:
    list_of_speakers = path.with_name(WORKBOOK)
    return [list_of_speakers.read_bytes()] if list_of_speakers.is_file() else []


def _only(workbooks: Sequence[bytes], report: Report) -> bytes | None:
    if not workbooks:
        report.note("no list of speakers, so that no speech names one", WORKBOOK)
        return None
    if len(set(workbooks)) > 1:
        report.fail(WORKBOOK, "is there twice, with different rows; take one of the two away")
    return workbooks[0]
