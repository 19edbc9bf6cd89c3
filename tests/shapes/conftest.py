import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "shapes"


@pytest.fixture(scope="session")
def world():
    """Polygons by id, as the committed file holds them."""
    text = (FOLDER / "world.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    shapes = {feature["id"]: feature["geometry"]["coordinates"] for feature in features}
    assert len(shapes) == len(features), "an id is there twice"
    return {
        code: [[[tuple(point) for point in ring] for ring in polygon] for polygon in polygons]
        for code, polygons in shapes.items()
    }
