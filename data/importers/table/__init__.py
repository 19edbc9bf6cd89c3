"""Who said what, according to somebody's own sheet? Read from CSV, a workbook or Parquet, one statement a row.

docs/importing.md says how such a sheet looks, and how a mapping file tells which of its columns is which of ours.
"""

from pathlib import Path
from typing import Any

import pyarrow as pa

from data.importers.report import Report, visible
from data.importers.table import joined
from data.importers.table.actors import Actors, own_actors, without_recorded
from data.importers.table.found import find
from data.importers.table.issues import Issues
from data.importers.table.links import linked
from data.importers.table.mapping import Mapping
from data.importers.table.names import OTHERS
from data.importers.table.others import read_other
from data.importers.table.statements import read_statements

ABOUT = Path(__file__).parent / "collection.yml"


def read(path: Path, report: Report) -> dict[str, pa.Table]:
    """Read a sheet.

    Args:
        path: A sheet, a workbook, a folder of sheets, or a mapping file that names one of these; without the latter,
            mapping.yml is read where it lies beside the sheet.
        report: Is told of everything that is not read as it stands, and what the mapping says of the collection.

    Returns:
        The tables that the sheet gives; memberships are those that the project has recorded for its actors.

    Raises:
        ImportRefused: there is no sheet, it is damaged, or it or its mapping lacks something.
    """
    sheets, mapping = find(path, report)
    report.about = _about(mapping, path.name)
    listed, faults = {}, {}
    for name in OTHERS:
        listed[name], faults[name] = read_other(name, sheets.get(name), mapping, report)
    listed["sources"] = pa.concat_tables([listed["sources"], _this_sheet(mapping, path.name, listed["sources"].schema)])
    listed["actors"] = without_recorded(listed["actors"], faults["actors"])
    actors = Actors(own_actors(listed["actors"]))
    issues = Issues([*mapping.issues, *listed["issues"].drop_columns("row").to_pylist()])
    rows, faults["statements"] = read_statements(sheets["statements"], mapping, actors, issues, report)
    listed["statements"] = joined.with_ids(rows, listed["sources"], faults["statements"])
    listed = linked(listed, faults, "events" in sheets, report)
    for each in faults.values():
        each.end()
    return joined.tables({**listed, "issues": issues.table(listed["statements"]["issue_id"])}, report)


def _this_sheet(mapping: Mapping, file: str, schema: pa.Schema) -> pa.Table:
    """The sheet as the source of what it gives no other for."""
    row = {
        "row": 0,
        "source_id": joined.THIS_SHEET,
        "kind": "database",
        "title": mapping.about.get("source") or f"The sheet itself ({visible(file)})",
        "url": mapping.about.get("source_url"),
    }
    return pa.Table.from_pylist([row], schema)


def _about(mapping: Mapping, file: str) -> dict[str, Any]:
    """What the collection says of itself, as far as the mapping says it."""
    said = mapping.about
    about: dict[str, Any] = {"title": said.get("title") or f"Statements from {file}"}
    if "description" in said:
        about["description"] = said["description"]
    if "licence" in said:
        about["licenses"] = [{"title": said["licence"], "path": said.get("licence_url", "")}]
    if "source" in said:
        about["sources"] = [{"title": said["source"], "path": said.get("source_url", "")}]
    return about
