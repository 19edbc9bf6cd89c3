"""Who gave each speech, according to the list that is published with the corpus?"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd
from python_calamine import CalamineError

from data.importers.report import Report
from data.importers.ungdc.speeches import BEFORE_THE_FIRST
from data.importers.ungdc.states import folded, states

WORKBOOK = "Speakers_by_session.xlsx"
COLUMNS = ("Year", "Session", "ISO Code", "Country", "Name of Person Speaking", "Post")
# The published list unpacks to 4 MB.
MOST_BYTES = 100_000_000
MOST_CHARACTERS = 300


class Row(NamedTuple):
    """A row of the list, cells as they are written but for spaces."""

    year: str
    session: str
    code: str
    country: str
    name: str
    post: str


def speakers(workbook: bytes, report: Report) -> Mapping[tuple[str, int], str]:
    """Read the list.

    Args:
        workbook: The .xlsx.
        report: Is told of every row from which nobody can say who spoke for whom.

    Returns:
        "name, post", or the name alone, by actor (or code, where that is unknown) and session. Where rows name
        different speakers there is none.
    """
    found: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for number, row in _rows(workbook, report):
        if fault := _fault(row):
            report.note(f"rows of the list of speakers left out, since they {fault}", number)
        else:
            speaker = f"{row.name}, {row.post}" if row.post else row.name
            found[states().actor_id(row.code) or row.code, int(row.session)].setdefault(folded(speaker), speaker)
    for actor_id, session in (key for key, named in found.items() if len(named) > 1):
        report.note("speeches for which the list names several speakers", f"{actor_id} {session}")
    return {key: next(iter(named.values())) for key, named in found.items() if len(named) == 1}


def _rows(workbook: bytes, report: Report) -> Iterator[tuple[int, Row]]:
    """Rows with their numbers in the sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                report.fail(WORKBOOK, f"unpacks to more than {MOST_BYTES:,} bytes; look what it is")
                return
        sheet = pd.read_excel(io.BytesIO(workbook), engine="calamine", sheet_name=0, dtype=str, na_filter=False)
    except (zipfile.BadZipFile, CalamineError) as error:
        report.fail(WORKBOOK, f"cannot be read as a workbook ({error}); fetch it again")
        return
    names = [str(name).strip() for name in sheet.columns]
    if wrong := [name for name in COLUMNS if names.count(name) != 1]:
        report.fail(WORKBOOK, f"has no column {', '.join(wrong)}, or has it twice; fetch it again")
        return
    places = [names.index(name) for name in COLUMNS]
    for number, cells in enumerate(sheet.itertuples(index=False, name=None), start=2):
        yield number, Row(*(" ".join(str(cells[place]).split()) for place in places))


def _fault(row: Row) -> str | None:
    numbers = re.fullmatch(r"(\d{1,4}) (\d{1,4})", f"{row.year} {row.session}")
    if not numbers or int(numbers[1]) != int(numbers[2]) + BEFORE_THE_FIRST:
        return "give a session and a year that do not belong together"
    if not row.code:
        return "give no code"
    if not row.name or len(row.name) + len(row.post) > MOST_CHARACTERS:
        return "give no name, or one that is too long"
    if states().contradicts(row.country, states().actor_id(row.code) or row.code, int(row.year)):
        return "give a code and a country that do not belong together"
    return None
