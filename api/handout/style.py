"""How a handout looks, and what makes it answer to a reader's hand: one style sheet and one script, as text."""

from functools import cache
from pathlib import Path

from charts import bare
from charts.theme import LIGHT

HERE = Path(__file__).parent


@cache
def style() -> str:
    """The style sheet: colours first, by name, then what is painted with them."""
    inks = "\n".join(f".ink-{name} {{ --ink: var(--{name}); }}" for name in LIGHT.named())
    return f"{bare.style()}{inks}\n{(HERE / 'handout.css').read_text(encoding='utf-8')}"


@cache
def script() -> str:
    """The script."""
    return (HERE / "handout.js").read_text(encoding="utf-8")
