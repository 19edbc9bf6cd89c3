"""What is asked for, what was measured, and whether that is met: printed together at the end of a bench."""

import operator
from typing import Any

from tests.bench.figures import Figures

RELATIONS = {"<": operator.lt, "<=": operator.le, "=": operator.eq, ">=": operator.ge}


class Targets:
    """The targets of one run."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str, str]] = []
        self.are_met = True

    def judge(self, what: str, measured: Any, relation: str, asked: Any) -> None:
        """Compare what was measured with what is asked for, by a key of `RELATIONS`."""
        is_met = RELATIONS[relation](measured, asked)
        self.are_met &= is_met
        told = "met" if is_met else "MISSED"
        self._rows.append((what, _said(measured), f"{relation} {_said(asked)}", told))

    def figures(self, title: str) -> Figures:
        """Lay them out as a table."""
        return Figures(title, ("", "measured", "asked for", ""), self._rows)


def _said(value: Any) -> str:
    if isinstance(value, float) and value < 100:
        return f"{value:.2f}"
    return f"{value:,.0f}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
