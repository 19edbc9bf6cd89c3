"""How do the numbers of any answer look? Two columns as bars, a line or points."""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import base_layout, palette

FORMS = {"Bars": go.Bar, "Line": go.Scatter, "Points": go.Scatter}
MODES = {"Line": {"mode": "lines+markers"}, "Points": {"mode": "markers"}}
MOST = 1_000
"""Marks that somebody can still tell apart."""
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "svg", "filename": "demarche-answer"},
}
_LONGEST = 40


def draw(rows: pd.DataFrame, form: str, *, dark: bool) -> go.Figure:
    """Draw the second column of some rows over the first.

    Args:
        rows: Two columns, the second of numbers.
        form: A key of `FORMS`.
        dark: Whether the page is.
    """
    across, up = (str(name) for name in rows.columns)
    colours = palette(dark)
    x = [_shown(value) for value in rows.iloc[:, 0]]
    y = [float(value) for value in rows.iloc[:, 1]]
    mark = FORMS[form](x=x, y=y, marker={"color": colours.own[0]}, **MODES.get(form, {}))
    mark.hovertemplate = "%{x}: %{y:,}<extra></extra>"
    text = {"color": colours.text}
    return go.Figure(mark).update_layout(
        base_layout(
            height=360,
            margin={"l": 56, "r": 10, "t": 10, "b": 60},
            xaxis={"title": {"text": _words(across), "font": text}, "automargin": True},
            yaxis={"title": {"text": _words(up), "font": text}, "automargin": True},
        )
    )


def alt_text(rows: pd.DataFrame) -> str:
    """Say what the chart shows: from where to where, the least and the most."""
    across, up = (str(name)[:_LONGEST] for name in rows.columns)
    if rows.empty:
        return f"No row has both {across} and {up}."
    numbers = rows.iloc[:, 1].astype(float)
    least, most = int(numbers.to_numpy().argmin()), int(numbers.to_numpy().argmax())
    return (
        f"{up} over {across}, {len(rows):,} marks: least {numbers.iloc[least]:,g} ({_cut(str(rows.iloc[least, 0]))}), "
        f"most {numbers.iloc[most]:,g} ({_cut(str(rows.iloc[most, 0]))})."
    )


def _shown(value: object) -> Any:  # noqa: ANN401 -- numbers stay what they are
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_number else _words(str(value))


def _words(text: str) -> str:
    """A text as the chart takes it, which reads HTML."""
    return escape(_cut(text), quote=False)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
