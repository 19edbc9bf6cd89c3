"""Events exports in both layouts, made of events that nobody coded."""

import itertools
import zipfile
from pathlib import Path

from data.importers.gdelt.rows import COLUMNS

NAME = "20190121220000.export.CSV"
URL = "https://www.paper.example/world/2019/harbour-talks-end-early-123.html"
EVENT = {
    "event_day": "20190121",
    "name": "RUSSIA",
    "country": "RUS",
    "target_name": "UNITED STATES",
    "target_country": "USA",
    "code": "111",
    "quad_class": "3",
    "added": "20190122220000",
    "url": URL,
}
# The same act in the other class.
KIND = {"code": "051", "quad_class": "1"}
_ids = itertools.count(500_000_000)


def row(width=61, **changes):
    """A row of cells: Russia criticises the United States, but for the changes; every event has another id."""
    cells = [f"unread {place}" for place in range(width)]
    for name, cell in (dict.fromkeys(COLUMNS, "") | {"event_id": str(next(_ids))} | EVENT | changes).items():
        cells[COLUMNS[name]] = cell
    return cells


def content(rows):
    return "".join("\t".join(cells) + "\n" for cells in rows).encode()


def write(path: Path, rows) -> Path:
    """Write an export, packed if its name ends so; rows are cells, or all the bytes."""
    held = rows if isinstance(rows, bytes) else content(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(path.stem, held)
    else:
        path.write_bytes(held)
    return path
