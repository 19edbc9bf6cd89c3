"""The layers of the map, from the ground up: land, outlines by class, markers, legend entries."""

from collections.abc import Iterable
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import shapes
from charts.theme import Palette, ink_on

_CLEAR = "rgba(0,0,0,0)"
# A click must not fade what was not clicked: a paler state would seem to have another position.
_STAYS = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def land(ids: Iterable[str], colours: Palette) -> go.Choropleth:
    """Land without an actor, such as Greenland: seen, never coloured, never clicked."""
    return _fill(sorted(ids), colours.land, (colours.border, 0.4), hoverinfo="skip")


def outlines(rows: pd.DataFrame, colours: Palette) -> go.Choropleth:
    """States that share one fill (actor_id, fill, hover), each clickable."""
    fill = rows["fill"].iloc[0]
    line = colours.outline if fill == colours.not_searched else colours.border
    ids = list(rows["actor_id"])
    return _fill(ids, fill, (line, 0.5), **_clickable(rows))


def chosen_outline(ids: Iterable[str], chosen: str | None, colours: Palette) -> list[go.Choropleth]:
    """A strong line round the chosen state, if it is one of these; it takes no clicks."""
    if chosen not in set(ids):
        return []
    return [_fill([chosen], _CLEAR, (colours.strong, 2.2), hoverinfo="skip")]


def markers(marked: pd.DataFrame, chosen: str | None, colours: Palette) -> go.Scattergeo:
    """Circles for states too small to see, diamonds for authorities, in the order given.

    Args:
        marked: actor_id, place, stance, size (diameter in pixels), longitude, latitude, fill, hover. Without a
            stance a marker is smaller and its ring paler: the many silent ones must not bury the few that spoke.
        chosen: actor_id to draw with a strong ring.
        colours: For the rings.
    """
    is_chosen, speaks = marked["actor_id"] == chosen, marked["stance"].notna()
    size = marked["size"].where(speaks, marked["size"] * 0.75).mask(is_chosen, marked["size"] * 1.5)
    return go.Scattergeo(
        lon=list(marked["longitude"]),
        lat=list(marked["latitude"]),
        mode="markers",
        showlegend=False,
        marker={
            "symbol": ["diamond" if place == "seat" else "circle" for place in marked["place"]],
            "size": list(size),
            "color": list(marked["fill"]),
            "opacity": 1,
            "line": {
                "color": [colours.strong if ring else colours.outline for ring in is_chosen | speaks],
                "width": [2.2 if ring else 0.8 for ring in is_chosen],
            },
        },
        **_STAYS,
        **_clickable(marked),
    )


def click_areas(rows: pd.DataFrame) -> list[go.Choropleth]:
    """Unseen outlines that win a click over the markers: plotly gives it to the last trace that is hit.

    Without them a click in Armenia picks the diamond of a neighbour.
    """
    return [_fill(list(rows["actor_id"]), _CLEAR, (_CLEAR, 0), **_clickable(rows))] if len(rows) else []


def names(named: pd.DataFrame) -> go.Scattergeo:
    """Names of states over their outlines, black or white by what reads better on the fill; no clicks."""
    return go.Scattergeo(
        lon=list(named["longitude"]),
        lat=list(named["latitude"]),
        mode="text",
        text=[escape(name, quote=False) for name in named["actor_name"]],
        textfont={"size": 13, "color": [ink_on(fill) for fill in named["fill"]]},
        hoverinfo="skip",
        showlegend=False,
    )


def key(words: str, fill: str, colours: Palette, symbol: str = "square") -> go.Scattergeo:
    """One entry of the legend, nothing on the map: a class that has only markers needs its entry too."""
    return go.Scattergeo(
        lon=[None],
        lat=[None],
        mode="markers",
        name=escape(words, quote=False),
        showlegend=True,
        hoverinfo="skip",
        marker={"symbol": symbol, "size": 12, "color": fill, "line": {"color": colours.outline, "width": 1}},
    )


def _clickable(rows: pd.DataFrame) -> dict[str, Any]:
    return {"customdata": list(rows["actor_id"]), "text": list(rows["hover"]), "hoverinfo": "text"}


def _fill(ids: list[str], fill: str, line: tuple[str, float], **more: Any) -> go.Choropleth:
    """Outlines in one colour: a class is no number, so the colour scale has a single step."""
    return go.Choropleth(
        geojson=shapes.shapes_url(),
        locations=ids,
        z=[0] * len(ids),
        colorscale=[[0, fill], [1, fill]],
        showscale=False,
        marker={"line": {"color": line[0], "width": line[1]}},
        **_STAYS,
        **more,
    )
