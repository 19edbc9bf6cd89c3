"""How do many actors stand on every issue at once? Rows in, what the page's grid draws out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from charts.looks import look
from charts.positions import STANDINGS, Standing, standing
from charts.theme import DARK, LIGHT, STANCES, WEIGHTS, ink_on

# Read without colour as well: a sign a stance, in brackets where the evidence is weaker or the voice another's.
SIGNS = {"support": "+", "oppose": "−", "neutral": "○", "contested": "±"}
_BRACKETS = {"own": "{}", "listed": "({})", "borrowed": "[{}]"}
_WEIGHTS = {"listed": "only named in a list", "borrowed": "through an organisation"}

Row = Mapping[str, Any]


class Line(NamedTuple):
    """One row of the grid.

    `note` stands beside the name and `note_words` says what it means; `cells` holds the row of positions by issue_id;
    an issue without one is blank.
    """

    actor_id: str
    name: str
    note: str
    note_words: str
    cells: Mapping[str, Row]


def grid(lines: Sequence[Line], issues: Sequence[Row], note_title: str) -> dict[str, Any]:
    """The grid of actors: a coloured cell with a sign for each position or silence.

    Args:
        lines: In the order in which they are drawn.
        issues: issue_id, title, and support_label, oppose_label, neutral_label, in the order of the columns.
        note_title: What the notes beside the names are.

    Returns:
        JSON values. `classes` are the looks that occur; `columns` have the words for each class; a cell of `rows` is
        [number of its class, date in words] or null; `legend` explains signs, tints and hatches.
    """
    standings = {(line.actor_id, issue): standing(row) for line in lines for issue, row in line.cells.items()}
    present = in_legend_order(standings.values())
    return {
        "row_title": "Actor",
        "note_title": note_title,
        "classes": [painted(found) for found in present],
        "legend": legend(present),
        "columns": columns(issues, present),
        "rows": [
            {"id": line.actor_id, "name": line.name, "note": line.note, "note_words": line.note_words}
            | {"cells": [_cell(line, issue["issue_id"], standings, present) for issue in issues]}
            for line in lines
        ],
    }


def in_legend_order(standings: Iterable[Standing]) -> list[Standing]:
    """The classes that occur, each once."""
    found = set(standings)
    return [each for each in STANDINGS if each in found]


def columns(issues: Sequence[Row], present: Sequence[Standing]) -> list[dict[str, Any]]:
    """One column an issue: its title and, class by class, its own words."""
    return [
        {
            "id": issue["issue_id"],
            "title": issue["title"],
            "words": [found.words({stance: issue[f"{stance}_label"] for stance in STANCES[:3]}) for found in present],
        }
        for issue in issues
    ]


def painted(found: Standing) -> dict[str, str]:
    """The look of a class, and its sign; silence has none."""
    sign = _BRACKETS[found.weight].format(SIGNS[found.stance]) if found.weight else ""
    return {**look(found)._asdict(), "sign": sign}


def legend(present: Sequence[Standing]) -> list[dict[str, str]]:
    """Stances first, at full strength; then, on an example, what weaker evidence looks like; then the silences."""
    stances = dict.fromkeys(found.stance for found in present if found.weight)
    keys = [painted(Standing(stance, "own")) | {"words": stance.capitalize()} for stance in stances]
    for weight, words in _WEIGHTS.items():
        example = next((found for found in present if found.weight == weight), None)
        keys += [painted(example) | {"words": words.capitalize()}] if example else []
    return keys + [painted(found) | {"words": found.stance.capitalize()} for found in present if not found.weight]


def sign_colours() -> str:
    """CSS custom properties for a sign on each fill (`--on-oppose-own`), black or white, whichever reads better."""
    light, dark = LIGHT.named(), DARK.named()
    names = [f"{stance}-{weight}" for stance in STANCES for weight in WEIGHTS]
    pairs = (f"--on-{name}: light-dark({ink_on(light[name])}, {ink_on(dark[name])});" for name in names)
    return ":host {\n" + "\n".join(f"    {pair}" for pair in pairs) + "\n}\n"


def _cell(
    line: Line, issue: str, standings: Mapping[tuple[str, str], Standing], present: Sequence[Standing]
) -> list[Any] | None:
    if issue not in line.cells:
        return None
    return [present.index(standings[line.actor_id, issue]), line.cells[issue]["date_label"] or ""]
