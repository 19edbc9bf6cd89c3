"""How do the numbers of any answer look? Two columns as bars, a line or points."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import STANCES, Palette, base_layout, palette

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
    """Draw the second column of some rows over the first; marks of stances are in their colours.

    Args:
        rows: Two columns, the second of numbers; then, if marks are to be told apart by it, the stance of each row.
        form: A key of `FORMS`.
        dark: Whether the page is.
    """
    across, up = (str(name) for name in rows.columns[:2])
    colours = palette(dark)
    x = _apart([*rows.iloc[:, 0]])
    y = [float(value) for value in rows.iloc[:, 1]]
    text = {"color": colours.text}
    figure = go.Figure().update_layout(
        base_layout(
            height=360,
            margin={"l": 56, "r": 10, "t": 10, "b": 60},
            barmode="stack",
            legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "font": text, "traceorder": "normal"},
            xaxis={"title": {"text": _words(across), "font": text}, "automargin": True},
            yaxis={"title": {"text": _words(up), "font": text}, "automargin": True},
        )
    )
    order = {value: place for place, value in enumerate(dict.fromkeys(x))}
    are_texts = not all(isinstance(value, (int, float)) for value in x)
    if are_texts:
        # Parts are drawn one after the other; what they stand over keeps the order of the answer.
        figure.update_xaxes(categoryorder="array", categoryarray=[*order])
    for name, colour, found in _parts(rows, colours):
        places = sorted(found, key=lambda place: order[x[place]]) if are_texts else found
        mark = FORMS[form](
            x=[x[place] for place in places],
            y=[y[place] for place in places],
            name=name,
            showlegend=bool(name),
            marker={"color": colour},
            **MODES.get(form, {}),
        )
        said = f"%{{x}}, {name}: %{{y:,}}" if name else "%{x}: %{y:,}"
        figure.add_trace(mark.update(hovertemplate=f"{said}<extra></extra>"))
    return figure


def has_stances(values: pd.Series) -> bool:
    """Tell whether a column holds stances and nothing else, so that its rows have colours."""
    return len(values) > 0 and set(values.dropna()) <= {*STANCES} and bool(values.notna().all())


def alt_text(rows: pd.DataFrame) -> str:
    """Say what the chart shows: from where to where, the least and the most."""
    across, up = (str(name)[:_LONGEST] for name in rows.columns[:2])
    if rows.empty:
        return f"No row has both {across} and {up}."
    numbers = rows.iloc[:, 1].astype(float)
    least, most = int(numbers.to_numpy().argmin()), int(numbers.to_numpy().argmax())
    return (
        f"{up} over {across}, {len(rows):,} marks: least {numbers.iloc[least]:,g} ({_cut(str(rows.iloc[least, 0]))}), "
        f"most {numbers.iloc[most]:,g} ({_cut(str(rows.iloc[most, 0]))})."
    )


def shared(rows: pd.DataFrame, form: str) -> str:
    """Say that several rows stand over one place, where a mark would be taken for one row; empty where none do."""
    if form == "Bars" and rows.iloc[:, 0].duplicated().any():
        return "Several rows share a bar: its height is their sum."
    if form == "Line" and rows.drop(columns=rows.columns[1]).duplicated().any():
        return "Several rows stand over one place, so the line goes up and down there."
    return ""


def _parts(rows: pd.DataFrame, colours: Palette) -> Iterator[tuple[str, str, list[int]]]:
    """Each stance with its colour and the numbers of its rows; or all rows, in the colour of no stance."""
    held = [*rows.iloc[:, -1]] if len(rows.columns) > 2 else []
    if not held:
        yield "", colours.quiet, [*range(len(rows))]
    for stance in STANCES:
        if places := [place for place, value in enumerate(held) if value == stance]:
            yield stance, colours.stance(stance), places


def _apart(values: list[object]) -> list[Any]:
    """Values as the axis takes them; long texts that are cut to the same one stay apart, by a number."""
    words: dict[object, Any] = {}
    taken: set[Any] = set()
    alike: Counter[Any] = Counter()
    for value in dict.fromkeys(values):
        shown = told = _shown(value)
        alike[shown] += 1
        while told in taken:
            told = f"{shown} ({alike[shown]})"
            alike[shown] += told in taken
        taken.add(told)
        words[value] = told
    return [words[value] for value in values]


def _shown(value: object) -> Any:  # noqa: ANN401 -- numbers stay what they are
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_number else _words(str(value))


def _words(text: str) -> str:
    """A text as the chart takes it, which reads HTML."""
    return escape(_cut(text), quote=False)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
