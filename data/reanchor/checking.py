"""What became of every quote of a collection?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from data.description_files import read_collection
from data.problems import Problem, RecordsError, shown
from data.quotes import position
from data.reading import Row, Sheet, read_sheet, read_texts
from data.reanchor.passages import Passage
from data.reanchor.verdicts import Finding, find
from data.reanchor.words import words


class Quoted(NamedTuple):
    """A quote of the evidence: its row in the spreadsheet, and its place in the text that is held."""

    row: Row
    source_id: str
    start: int
    end: int


class Records(NamedTuple):
    """What is quoted: the sheet of the evidence, its quotes, and the texts that are held, by source id."""

    evidence: Sheet
    quotes: Sequence[Quoted]
    texts: Mapping[str, str]


class Verdict(NamedTuple):
    """A quote, and what became of it."""

    quoted: Quoted
    finding: Finding


def read_records(data: Path) -> Records:
    """Read the quotes of a collection and find them in the texts that are held.

    Args:
        data: Folder with records/ and texts/.

    Raises:
        RecordsError: the records cannot be read, or a quote is not in the text that is held.
    """
    evidence, problems = read_sheet(
        data / "records" / "evidence.csv", read_collection(data / "records").tables["evidence"]
    )
    texts, unread = read_texts(data / "texts")
    quotes: list[Quoted] = []
    for row in evidence.rows():
        if row.cells["exact"]:
            try:
                quotes.append(_quoted(row, texts))
            except ValueError as error:
                problems.append(Problem(evidence.file, row.number, f"exact {shown(row.cells['exact'])} {error}"))
    if problems or unread:
        raise RecordsError([*problems, *unread])
    return Records(evidence, quotes, texts)


def verdicts(records: Records, newer: Mapping[str, str]) -> list[Verdict]:
    """Look for each quote in the newer text of its source.

    Args:
        records: From `read_records`.
        newer: Newer texts by source id; quotes of other sources are left out.

    Returns:
        One verdict a quote, in the order of the evidence.
    """
    apart = {source: (words(records.texts[source]), words(text)) for source, text in newer.items()}
    findings: dict[tuple[str, int, int], Finding] = {}
    for quoted in records.quotes:
        place = quoted[1:]
        if quoted.source_id in newer and place not in findings:
            findings[place] = find(Passage(*apart[quoted.source_id], quoted.start, quoted.end))
    return [Verdict(quoted, findings[quoted[1:]]) for quoted in records.quotes if quoted[1:] in findings]


def _quoted(row: Row, texts: Mapping[str, str]) -> Quoted:
    source = row.cells["source_id"]
    if source not in texts:
        raise ValueError(f"cannot be checked without its text; add texts/{source}.txt or empty the cell")
    place = position(texts[source], row.cells["exact"], row.cells["prefix"], row.cells["suffix"])
    return Quoted(row, source, *place)
