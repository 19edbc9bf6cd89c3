"""How did the actors stand, on the map of the world?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import map_traces, shapes
from charts.map_views import VIEWS, View
from charts.positions import STANDINGS, hover, standing
from charts.theme import base_layout, legend_height, palette

DISCLAIMER = (
    f"Boundaries and names on this map imply no opinion on the legal status of any territory. Shapes: {shapes.SOURCE}."
)
MAP_CONFIG: dict[str, Any] = {
    "topojsonURL": shapes.ADDRESS,
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["hoverClosestGeo"],
    "modeBarButtonsToAdd": ["pan2d"],
    "toImageButtonOptions": {"format": "png", "filename": "demarche-map", "scale": 2},
}
_DRAWN_KINDS = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")


@dataclass(frozen=True)
class MapOptions:
    """How the map is shown.

    Attributes:
        view: A key of `map_views.VIEWS`.
        dark: The reader's ground.
        chosen: actor_id to outline.
        width: About how wide the chart will be, in pixels; it sets the height, nothing else.
    """

    view: str = "world"
    dark: bool = False
    chosen: str | None = None
    width: int = 730


def world(positions: pd.DataFrame, labels: Mapping[str, str], options: MapOptions) -> go.Figure:
    """Every state in the colour of its position, with markers for what is too small or has no outline.

    Args:
        positions: One row per actor (actor_id, actor_name, actor_kind, stance, voice, attribution, date_label, through,
            silence); actors without a place on the map, such as organisations, are left out.
        labels: The issue's words for support, oppose and neutral.
        options: View, ground and chosen actor.

    Returns:
        A figure to show with `MAP_CONFIG`; whatever can be clicked carries its actor_id as customdata.
    """
    colours, view = palette(options.dark), VIEWS[options.view]
    rows = placed(positions)
    rows["hover"] = [hover(row, labels) for row in rows.to_dict("records")]
    rows["fill"] = [found.colour(colours) for found in rows["standing"]]
    present = [found for found in STANDINGS if found in set(rows["standing"])]
    outlined = rows[rows["place"].isin(["shape", "small"])]
    marked = _marked(rows, view)
    keys = [map_traces.key(found.words(labels), found.colour(colours), colours) for found in present]
    if (marked["place"] == "seat").any():
        keys.append(map_traces.key("Authority, at its seat", "rgba(0,0,0,0)", colours, "diamond"))
    traces = [
        map_traces.land(shapes.drawn() - set(outlined["actor_id"]), colours),
        *(map_traces.outlines(same, colours) for _, same in outlined.groupby("fill", sort=False)),
        *map_traces.chosen_outline(outlined["actor_id"], options.chosen, colours),
        map_traces.names(outlined[view.names & view.holds(outlined["longitude"], outlined["latitude"])]),
        map_traces.markers(marked, options.chosen, colours),
        *map_traces.click_areas(outlined[view.is_cramped(outlined["area_km2"])]),
        *keys,
    ]
    return go.Figure(traces, _layout(view, options, [key.name for key in keys]))


def placed(positions: pd.DataFrame) -> pd.DataFrame:
    """The actors that have a place on the map, each once: states at their outline, authorities at their seat.

    Adds place (the kind of `shapes.points()`), longitude, latitude, area_km2 and standing. An id with both an
    outline and a seat (the Sahrawi Republic) is drawn at its seat: the outline is a larger, disputed territory.
    """
    points = shapes.points().rename(columns={"id": "actor_id", "kind": "place"}).drop(columns="note")
    places = points.sort_values("place", key=lambda kinds: kinds != "seat").drop_duplicates("actor_id")
    found = positions[positions["actor_kind"].isin(_DRAWN_KINDS)]
    rows = found.merge(places, on="actor_id", validate="one_to_one")
    rows["standing"] = pd.Series([standing(row) for row in rows.to_dict("records")], rows.index, dtype=object)
    return rows


def alt_text(positions: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """The map's message for readers who cannot see it: how many stand where, in the legend's order."""
    standings = list(placed(positions)["standing"])
    counts = [f"{found.words(labels)}: {standings.count(found)}" for found in STANDINGS if found in standings]
    return f"World map of states and authorities by position. {'; '.join(counts)}."


def _marked(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    """What needs a marker in this view: seats first, then states from large to small, so none is buried."""
    unseen = rows["area_km2"].fillna(0) < max(view.small_below_km2, 1)
    inside = view.holds(rows["longitude"], rows["latitude"])
    marked = rows[unseen & inside].copy()
    marked["is_seat"] = marked["place"] == "seat"
    marked["size"] = marked["is_seat"].map({True: view.seat_size, False: view.marker_size})
    return marked.sort_values(["is_seat", "area_km2", "actor_id"], ascending=[False, False, True])


def _layout(view: View, options: MapOptions, legend: list[str]) -> dict[str, Any]:
    below = legend_height(legend, options.width)
    return base_layout(
        geo=view.geo(palette(options.dark).sea),
        height=round(options.width * view.height) + below,
        margin={"l": 0, "r": 0, "t": 0, "b": below},
        legend={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "trace",
        },
        # Nothing else keeps a swipe over the map scrolling the page: with "pan" the map takes it, and Streamlit
        # takes False for "not set" and makes it "pan". On a map "zoom" has no drag of its own.
        dragmode="zoom",
        hovermode="closest",
        # With the usual distance a click in France gives Luxembourg's marker.
        hoverdistance=1,
    )
