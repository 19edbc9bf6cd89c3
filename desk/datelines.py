"""Where and when does an article say that it was written?"""

import re
from typing import NamedTuple

from desk import months

_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.' ]{2,30}?)(?:/[A-ZÀ-Þ.' ]{3,30})?"
    rf"(?P<day>,\s*(?:\d{{1,2}}\s+)?{months.NAME}\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)?"
    r"(?P<agency>\s*[(/][^()\n]{2,30}[)/])?\s*(?P<mark>[-—–.:]+)\s+"
)


class Dateline(NamedTuple):
    """The place as it is written elsewhere ("Berlin"), and where the article itself begins."""

    place: str
    end: int


def dateline(text: str) -> Dateline:
    """Read the dateline; without one the place is empty and the article begins at 0."""
    match = _DATELINE.match(text)
    # A headline in capitals ends with a stop too; it has no day and no agency.
    if match is None or not (match["day"] or match["agency"] or match["mark"].strip(".")):
        return Dateline("", 0)
    return Dateline(match["place"].strip().title(), match.end())
