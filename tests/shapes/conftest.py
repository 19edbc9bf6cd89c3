import csv
import json
from pathlib import Path

import pytest
from shapely.geometry import Polygon

from tests.shapes.svg_path import subpaths

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "shapes"


def rows(path):
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def features():
    """Geometries by id, as the committed areas.geojson holds them."""
    collection = json.loads((FOLDER / "areas.geojson").read_text(encoding="utf-8"))["features"]
    geometries = {feature["id"]: feature["geometry"] for feature in collection}
    assert len(geometries) == len(collection), "an id is there twice"
    return geometries


@pytest.fixture(scope="session")
def areas(features):
    """Polygons by id: lists of rings of points in degrees."""
    parts = {
        code: [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for code, geometry in features.items()
    }
    return {
        code: [[[tuple(point) for point in ring] for ring in polygon] for polygon in polygons]
        for code, polygons in parts.items()
    }


@pytest.fixture(scope="session")
def drawn():
    """The committed map.json."""
    return json.loads((FOLDER / "map.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def rings(drawn):
    """Every subpath of every shape as points in map units, by id."""
    return {shape["id"]: subpaths(shape["d"]) for shape in drawn["shapes"]}


@pytest.fixture(scope="session")
def painted(rings):
    """What a browser fills, by id: a ring within a ring is a hole."""
    return {code: filled(subpaths) for code, subpaths in rings.items()}


def filled(subpaths):
    """The area that the rule evenodd fills."""
    area = Polygon()
    for ring in subpaths:
        area = area.symmetric_difference(Polygon(ring).buffer(0))
    return area


@pytest.fixture(scope="session")
def places():
    """Actors with a place on the map, by id."""
    kinds = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")
    return {actor["actor_id"]: actor for actor in rows("data/records/actors.csv") if actor["kind"] in kinds}


@pytest.fixture(scope="session")
def states(places):
    """The 193 members of the United Nations, the Holy See, Palestine, Kosovo and Taiwan."""
    return {code for code, actor in places.items() if actor["kind"] != "de_facto_authority"} - {"ESH"}
