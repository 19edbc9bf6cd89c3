"""The outlines as data: GeoJSON as RFC 7946 has it, for files that readers take away."""

import json
from typing import Any

import shapely
from shapely.geometry import Polygon as PlanePolygon
from shapely.geometry.polygon import orient

from data.shapes import cuts
from data.shapes.topology import Polygon

_DECIMALS = 3


def areas(shapes: dict[str, list[Polygon]]) -> dict[str, list[Polygon]]:
    """Valid polygons by code, cut at 180 degrees, outer rings counter-clockwise and holes clockwise."""
    planes = {code: cuts.cut(polygons, -180.0) for code, polygons in shapes.items()}
    return {code: [_polygon(piece) for plane in planes[code] for piece in _valid(plane)] for code in planes}


def geojson(shapes: dict[str, list[Polygon]]) -> str:
    """A FeatureCollection, one feature a line; the id of a feature is its code."""
    lines = []
    for code, polygons in sorted(shapes.items()):
        feature = {"type": "Feature", "id": code, "properties": None, "geometry": _geometry(polygons)}
        lines.append(json.dumps(feature, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _geometry(polygons: list[Polygon]) -> dict[str, Any]:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _valid(plane: PlanePolygon) -> list[PlanePolygon]:
    """Rounding may fold a narrow neck over itself; what it encloses on either side stays."""
    return [plane] if plane.is_valid else cuts.parts(shapely.make_valid(plane))


def _polygon(plane: PlanePolygon) -> Polygon:
    rings = cuts.as_rings(orient(plane, sign=1.0))
    return [[(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in ring] for ring in rings]
