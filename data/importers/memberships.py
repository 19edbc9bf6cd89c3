"""To which organisations did the actors of an imported collection belong? As the project's own records know it."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from data.importers.description import RECORDS, own
from data.problems import RecordsError
from data.reading import read_sheet

TYPED = RECORDS.parent / "typed" / "memberships.sql"


def memberships(actor_ids: set[str], predecessors: Mapping[str, str] | None = None) -> pa.Table:
    """The spells of membership of some actors, and of the members of those organisations that are among them.

    Args:
        actor_ids: Of actors; others than the recorded ones have none.
        predecessors: Actors whose seat another continues, by id, with the id of the other: their spells are its own,
            but for those that it has already.

    Returns:
        Rows of the table memberships, as the build gives them.

    Raises:
        RecordsError: memberships.csv has faults, which `python -m data.build` tells as well.
    """
    sheet, problems = read_sheet(RECORDS / "memberships.csv", own().tables["memberships"])
    if problems:
        raise RecordsError(problems)
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    rows = [row.cells for row in sheet.rows()]
    for cells in (cells for cells in rows if {cells["actor_id"], cells["organisation_id"]} & actor_ids):
        found[cells["actor_id"], cells["organisation_id"], cells["joined"]] = cells
    for cells in rows:
        heir = (predecessors or {}).get(cells["actor_id"])
        if heir in actor_ids:
            note = f"as {cells['actor_id']}, whose seat it continues; {cells['note']}".removesuffix("; ")
            inherited = {**cells, "actor_id": heir, "note": note}
            found.setdefault((heir, cells["organisation_id"], cells["joined"]), inherited)
    columns = {name: [cells[name] or None for cells in found.values()] for name in sheet.columns}
    with duckdb.connect() as connection:
        recorded = pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()})
        connection.register("recorded_memberships", recorded)
        return connection.sql(TYPED.read_text(encoding="utf-8")).to_arrow_table()
