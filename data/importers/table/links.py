"""Does every id in a sheet lead somewhere? Where it does not, the row is told."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.report import Report
from data.importers.table.columns import put
from data.importers.table.others import tell_unknown

Sheets = Mapping[str, pa.Table]


def linked(sheets: Sheets, faults: Mapping[str, Faults], has_events: bool, report: Report) -> dict[str, pa.Table]:
    """Check the ids by which rows refer to others, and leave out rows that have a fault.

    Args:
        sheets: Rows with `row`, of `statements` (with ids of sources) and of the tables beside them.
        faults: Of the sheets, by the same names.
        has_events: Whether events are listed at all; where they are not, ids of events are left out.
        report: Is told of those.

    Returns:
        The rows without a fault.
    """
    found = dict(sheets)
    rows = found["statements"]
    if has_events:
        tell_unknown(rows, "event_id", found["events"]["event_id"], faults["statements"], "events")
    elif count := len(rows) - rows["event_id"].null_count:
        report.count("ids of events, left out since there is no sheet of events", count)
        found["statements"] = rows = put(rows, "event_id", pa.nulls(len(rows), pa.string()))
    described = rows.filter(pc.is_valid(pc.coalesce(rows["source_url"], rows["source_title"])))
    sources = pc.unique(
        pa.chunked_array([*found["sources"]["source_id"].chunks, *described["source_id"].chunks], pa.string())
    )
    for name in ("statements", "events", "evidence"):
        tell_unknown(found[name], "source_id", sources, faults[name], "sources")
    tell_unknown(found["evidence"], "statement_id", rows["statement_id"], faults["evidence"], "statements")
    return {name: faults[name].without(table) for name, table in found.items()}
