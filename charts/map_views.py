"""Which part of the world is shown? The named views, each with its projection and its smallest visible area."""

from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class View:
    """One framing of the map; every projection used keeps areas true.

    Longitudes and latitudes in degrees. `small_below_km2` is the area under which an outline cannot be seen at
    this size and gets a marker (about 16 square pixels). Sizes of markers are diameters in pixels; seats are
    smaller where they would cover the state in which they lie. `height` is in pixels per pixel of width; with
    `names`, states whose point lies in the frame are named.
    """

    projection: str
    centre: tuple[float, float]
    longitudes: tuple[float, float]
    latitudes: tuple[float, float]
    small_below_km2: float
    marker_size: float
    seat_size: float
    height: float
    names: bool = False

    def geo(self, sea: str) -> dict[str, Any]:
        """Plotly's settings; the sea is the background, because all of its own layers are off."""
        return {
            "projection": {
                "type": self.projection,
                "rotation": {"lon": self.centre[0], "lat": self.centre[1]},
            },
            "lonaxis": {"range": list(self.longitudes)},
            "lataxis": {"range": list(self.latitudes)},
            "bgcolor": sea,
            "showframe": False,
            "domain": {"x": [0, 1], "y": [0, 1]},
        } | dict.fromkeys(
            ("showland", "showcoastlines", "showcountries", "showlakes", "showocean", "showrivers"), False
        )

    def is_cramped(self, area_km2: pd.Series) -> pd.Series:
        """Which outlines can be seen, but are so small that a neighbour's marker would take their clicks."""
        return area_km2.between(self.small_below_km2, self.small_below_km2 * 1.55)

    def holds(self, longitudes: pd.Series, latitudes: pd.Series) -> pd.Series:
        """Which points lie in the frame; its eastern edge may run on past 180."""
        west, east = self.longitudes
        return ((longitudes - west) % 360 <= east - west) & latitudes.between(*self.latitudes)


VIEWS = {
    # Cut in the Bering Strait, so that Chukotka stays with Russia and Pacific islands stay together.
    "world": View("equal earth", (11, 0), (-169, 191), (-56, 84), 20_600, 8, 6, 0.47),
    "europe": View("azimuthal equal area", (18, 52), (-12, 50), (34, 71.5), 1_000, 10, 9, 0.8),
    "south-caucasus": View("azimuthal equal area", (45, 40.7), (36.5, 53.5), (36.6, 44.8), 0, 13, 13, 0.65, names=True),
}
