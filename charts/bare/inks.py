"""One drawing for both grounds: its colours become names, to which a style sheet gives a value in light and in dark.

Where two names have the same colour on paper they have the same colour on the dark ground, so a colour is enough to
find a name for it; tests/charts/test_bare.py holds that.
"""

from xml.etree import ElementTree as ET

from charts.picture.paint import PAPER
from charts.theme import DARK, LIGHT

ON_LIGHT = LIGHT.named() | {"quiet": LIGHT.quiet, "paper": PAPER}
ON_DARK = DARK.named() | {"quiet": DARK.quiet, "paper": DARK.ground}
# What is white is mostly paper, so that is its name.
_NAMES = {colour: name for name, colour in ON_LIGHT.items()}
_PAINTED = ("fill", "stroke", "stop-color")


def in_ink(root: ET.Element) -> None:
    """Name the colours of an element and of all within it, in place.

    Raises:
        ValueError: a colour is none of ours, so it has no value on the dark ground.
    """
    for element in root.iter():
        for painted in _PAINTED:
            colour = element.get(painted, "")
            if colour.startswith("#"):
                element.set(painted, f"var(--{_name(colour)})")


def style() -> str:
    """The colours of a page by its attribute `data-theme`: light, dark, or auto as the reader's system has it."""
    light, dark = _values(ON_LIGHT), _values(ON_DARK)
    on_dark = f"color-scheme: dark; {dark}"
    return (
        f":root {{ color-scheme: light; {light} }}\n"
        f':root[data-theme="dark"] {{ {on_dark} }}\n'
        f'@media screen and (prefers-color-scheme: dark) {{ :root[data-theme="auto"] {{ {on_dark} }} }}\n'
        f"@media print {{ :root:root {{ color-scheme: light; {light} }} }}\n"
    )


def _name(colour: str) -> str:
    if colour not in _NAMES:
        raise ValueError(f"the colour {colour} is not in charts/theme.py")
    return _NAMES[colour]


def _values(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
