"""How is a class of the map painted? Names of colours and hatches, for the page and for the picture to keep."""

from typing import Literal, NamedTuple

from charts.positions import Standing
from charts.theme import SILENCES

Pattern = Literal["", "lines", "cross", "dots", "stripes"]
_PATTERNS: dict[str, tuple[Pattern, str]] = {
    "took no part in the vote": ("lines", "outline"),
    "did not exist yet": ("dots", "outline"),
    "no longer existed": ("cross", "outline"),
}


class Look(NamedTuple):
    """Fill and hatch by the names of `Palette.named`; without a pattern `ink` is empty.

    `lines` are thin and run upwards, `cross` is both ways, `dots` are small, `stripes` take a third.
    """

    fill: str
    pattern: Pattern = ""
    ink: str = ""


def look(standing: Standing) -> Look:
    """The paint of a class of positions: borrowed voices and disagreement are hatched, so that print tells them too."""
    if standing.weight is None:
        return Look(SILENCES[standing.stance], *_PATTERNS.get(standing.stance, ("", "")))
    fill = f"{standing.stance}-{standing.weight}"
    if standing.stance == "contested":
        return Look(fill, "cross", "border")
    return Look(fill, "lines", f"{standing.stance}-own") if standing.weight == "borrowed" else Look(fill)


def look_of_change(change: str, before: str | None, after: str | None) -> Look:
    """The paint of what happened between two days to a stance.

    Args:
        change: As `methods.difference` names it.
        before: The stance of the first day, None for none.
        after: The stance of the second day, None for none.
    """
    if change == "changed":
        return Look(f"{after}-own", "stripes", f"{before}-own")
    fills = {
        "new": f"{after}-own",
        "reaffirmed": f"{after}-borrowed",
        "no new evidence": "no-position",
        "gone": "filtered-out",
        "silent": "not-searched",
    }
    return Look(fills[change])
