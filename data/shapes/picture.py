"""What does the map draw? Puts outlines, markers, views and disputed outlines together as map.json."""

import csv
import json
from pathlib import Path
from typing import Any, NamedTuple

from shapely.geometry import Point as PlanePoint
from shapely.geometry import Polygon as PlanePolygon

from data.shapes import cuts, equal_earth, paths
from data.shapes.points import Marker
from data.shapes.topology import PACKAGE, Point, Polygon
from data.shapes.views import views

SOURCE = f"{PACKAGE}, from Natural Earth"
DISPUTED = Path(__file__).with_name("disputed.csv")
_FINE_BELOW_SQUARE_UNITS = 4.0


class Drawn(NamedTuple):
    """One shape in map units.

    area: Square units before rounding; the projection keeps areas, so this is a share of the globe.
    polygons: On the map's grid.
    """

    area: float
    polygons: list[Polygon]

    @property
    def box(self) -> list[float]:
        """Left, top, right and bottom."""
        points = [point for outer, *_ in self.polygons for point in outer]
        across, down = zip(*points, strict=True)
        return [min(across), min(down), max(across), max(down)]

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside, and not in a hole."""
        return any(PlanePolygon(outer, holes).buffer(0).contains(PlanePoint(point)) for outer, *holes in self.polygons)


def draw(shapes: dict[str, list[Polygon]]) -> dict[str, Drawn]:
    """Every shape that has an area, cut, projected and rounded."""
    flat = {code: [paths.projected(piece) for piece in cuts.cut(shapes[code], equal_earth.CUT)] for code in shapes}
    areas = {code: sum(PlanePolygon(outer, holes).area for outer, *holes in flat[code]) for code in flat}
    decimals = _decimals([flat[code] for code, area in areas.items() if area < _FINE_BELOW_SQUARE_UNITS])
    return {code: Drawn(areas[code], paths.rounded(flat[code], decimals)) for code in flat if areas[code]}


def picture(shapes: dict[str, Drawn], parts: dict[str, Drawn], markers: list[Marker]) -> dict[str, Any]:
    """Everything that is drawn; README.md says what each key holds.

    Args:
        shapes: By code, as they are filled.
        parts: By code, as the atlas has them: what disputed.csv names is taken from here.
        markers: The rows of points.csv.
    """
    at = {(marker.id, marker.kind == "seat"): _spot(marker) for marker in markers}
    kinds = {kind: [marker.id for marker in markers if marker.kind == kind] for kind in ("dot", "seat")}
    return {
        "source": SOURCE,
        "width": round(equal_earth.WIDTH),
        "height": round(equal_earth.HEIGHT, 2),
        "views": views(),
        "shapes": [_shape(code, shapes[code], at[code, False]) for code in sorted(shapes)],
        "dots": [{"id": code, "point": at[code, False]} for code in kinds["dot"]],
        "seats": [{"id": code, "point": at[code, True]} for code in kinds["seat"]],
        "disputed": [
            {"id": row["id"], "d": paths.path(parts[row["code"]].polygons), "note": row["note"]} for row in disputed()
        ],
    }


def text(drawn: dict[str, Any]) -> str:
    """The picture as JSON, one shape a line, so that a new version can be compared with the old one."""
    lines = []
    for key, value in drawn.items():
        rows = [_json(row) for row in value] if isinstance(value, list) else []
        lines.append(f"{_json(key)}:" + ("[\n" + ",\n".join(rows) + "\n]" if rows else _json(value)))
    return "{" + ",\n".join(lines) + "}\n"


def _shape(code: str, drawn: Drawn, point: Point) -> dict[str, Any]:
    """One row of the file.

    Raises:
        ValueError: the marker's point is not on the shape as drawn.
    """
    if not drawn.holds(point):
        raise ValueError(f"{code}: the point {point} lies outside the outline")
    area = float(f"{drawn.area:.5g}")
    return {"id": code, "d": paths.path(drawn.polygons), "area": area, "box": drawn.box, "point": point}


def _decimals(tiny: list[list[Polygon]]) -> paths.Decimals:
    """Three decimals in the closest view, and for all points of tiny shapes, wherever they are met."""
    left, top, width, height = views()["south-caucasus"]
    fine = {point for polygons in tiny for polygon in polygons for ring in polygon for point in ring}

    def decimals(point: Point) -> int:
        close = left <= point[0] <= left + width and top <= point[1] <= top + height
        return 3 if close or point in fine else 2

    return decimals


def _spot(marker: Marker) -> Point:
    longitude = (marker.longitude - equal_earth.CUT) % 360 + equal_earth.CUT
    x, y = equal_earth.project(longitude, marker.latitude)
    return round(x, 3), round(y, 3)


def disputed() -> list[dict[str, str]]:
    """The rows of disputed.csv: the atlas's outlines that are hatched, each with its note."""
    with DISPUTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
