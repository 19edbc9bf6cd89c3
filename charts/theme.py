"""Which colour means what? One palette a ground, the same everywhere; chosen with colour-blind readers in mind.

Hue says the stance, strength says how good the evidence is: own voice, listed by others only, through an
organisation. Green is no stance; it counts, and stronger is more. tests/charts/test_theme.py holds the limits that
every pair keeps under simulated colour blindness.
"""

from dataclasses import dataclass
from typing import Any

STANCES = ("support", "oppose", "neutral", "contested")
WEIGHTS = ("own", "listed", "borrowed")
SILENCES = {
    "no position found": "no-position",
    "took no part in the vote": "not-searched",
    "did not exist yet": "sea",
    "no longer existed": "sea",
    "not searched": "not-searched",
    "outside these filters": "filtered-out",
}
"""Why an actor has no position, and the name of the colour that each gets; hatches tell equal colours apart."""


@dataclass(frozen=True)
class Palette:
    """Colours for one ground.

    own, listed and borrowed are in the order of `STANCES`; `counts` go from few to many; `strong` is for outlines;
    `text` and `quiet` (marks that mean no stance) can still be read on the other ground, since a switch of the
    system's theme repaints the page but not what Python chose; `band` is for wars; `ground` is the page that lies
    under the chart.
    """

    ground: str
    own: tuple[str, str, str, str]
    listed: tuple[str, str, str, str]
    borrowed: tuple[str, str, str, str]
    counts: tuple[str, str, str, str]
    no_position: str
    not_searched: str
    filtered_out: str
    sea: str
    land: str
    border: str
    outline: str
    strong: str
    text: str
    quiet: str
    band: str

    def named(self) -> dict[str, str]:
        """Every colour of the map by the name that drawings use, such as `oppose-own`, `no-position` or `count-1`."""
        counts = {f"count-{number}": shade for number, shade in enumerate(self.counts, start=1)}
        shades = {"own": self.own, "listed": self.listed, "borrowed": self.borrowed}
        plain = ("no_position", "not_searched", "filtered_out", "sea", "land", "border", "outline", "strong", "text")
        stances = {f"{stance}-{weight}": shades[weight][at] for weight in WEIGHTS for at, stance in enumerate(STANCES)}
        return stances | counts | {name.replace("_", "-"): getattr(self, name) for name in plain}

    def stance(self, stance: str, weight: str = "own") -> str:
        """The colour of a stance.

        Raises:
            ValueError: no such stance.
        """
        if stance not in STANCES:
            raise ValueError(f'no colour for the stance "{stance}"')
        return self.named()[f"{stance}-{weight}"]


LIGHT = Palette(
    ground="#FBFAF6",
    own=("#2166AC", "#C4442A", "#C8B27D", "#4E2383"),
    listed=("#68A5DB", "#D98872", "#DCC264", "#8B749C"),
    borrowed=("#B4D6F1", "#F3C4B4", "#F5DE96", "#C4B4E4"),
    counts=("#A5D39B", "#66A86C", "#4B7A50", "#0E4A1C"),
    no_position="#E3E3E0",
    not_searched="#FFFFFF",
    filtered_out="#A5A8AC",
    sea="#EFF3F5",
    land="#D5DDE3",
    border="#FFFFFF",
    outline="#8F8F8A",
    strong="#16181C",
    text="#5C6470",
    quiet="#6F7C8A",
    band="rgba(111, 124, 138, 0.26)",
)
DARK = Palette(
    ground="#171B20",
    own=("#4F9BF5", "#F26A45", "#DFC687", "#CDB2FF"),
    listed=("#4279C4", "#CB664F", "#C2AB66", "#AB96CE"),
    borrowed=("#52708F", "#94675E", "#9C947C", "#8B7CA6"),
    counts=("#1F5F26", "#649065", "#9ABC9A", "#D0F3D0"),
    no_position="#41454C",
    not_searched="#171B20",
    filtered_out="#5A5E66",
    sea="#20262D",
    land="#2A3038",
    border="#171B20",
    outline="#82858C",
    strong="#F5F6F8",
    text="#97A0AB",
    quiet="#8292A3",
    band="rgba(132, 148, 165, 0.28)",
)


def palette(dark: bool) -> Palette:
    """The palette for the reader's ground."""
    return DARK if dark else LIGHT


def css_variables() -> str:
    """The map's colours as CSS custom properties (`--oppose-own`) that follow the page's light or dark scheme."""
    dark = DARK.named()
    pairs = (f"--{name}: light-dark({colour}, {dark[name]});" for name, colour in LIGHT.named().items())
    return ":host {\n" + "\n".join(f"    {pair}" for pair in pairs) + "\n}\n"


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB as WCAG defines it, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG defines it, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(fill: str) -> str:
    """Black or white, whichever reads better on a fill."""
    return max("#FFFFFF", "#000000", key=lambda ink: contrast(ink, fill))


def base_layout(**more: Any) -> dict[str, Any]:
    """What every figure shares: no paper of its own, no margins but its own, text left to the page's theme."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "hoverlabel": {"align": "left", "font": {"size": 13}},
        "font": {"size": 12},
    } | more


def legend_height(names: list[str], width: int) -> int:
    """Pixels that a horizontal legend takes under a chart of this width; its columns are equally wide."""
    column = max((len(name) for name in names), default=0) * 6.4 + 48
    columns = max(1, int(width // column))
    return -(-len(names) // columns) * 20 + 10
