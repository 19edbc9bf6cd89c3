"""Who are the actors that an imported collection speaks of? Those of the project's own records, by the same ids."""

from collections.abc import Mapping
from functools import cache

from data.importers.description import RECORDS, own
from data.problems import RecordsError
from data.reading import Sheet, read_sheet


@cache
def recorded() -> Mapping[str, Mapping[str, str]]:
    """Every recorded actor, by id: its cells by column.

    Raises:
        RecordsError: actors.csv has faults, which `python -m data.build` tells as well.
    """
    sheet, problems = read_sheet(RECORDS / "actors.csv", own().tables["actors"])
    if problems:
        raise RecordsError(problems)
    return {row.cells["actor_id"]: row.cells for row in sheet.rows()}


def sheet_of(actor_ids: set[str]) -> Sheet:
    """The rows of some actors, and of those whose organ they are, as the build reads them.

    Raises:
        KeyError: an id is not recorded.
    """
    known = recorded()
    represented = {known[actor_id]["represents"] for actor_id in actor_ids} - {""}
    cells = [list(known[actor_id].values()) for actor_id in sorted(actor_ids | represented)]
    return Sheet("actors.csv", own().tables["actors"].columns, cells, frozenset())
