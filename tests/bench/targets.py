"""What is asked for, what was measured, and whether that is met: printed together at the end of a bench."""

import operator
from typing import Any

RELATIONS = {"<": operator.lt, "<=": operator.le, "=": operator.eq, ">=": operator.ge}


class Targets:
    """The targets of one run."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.are_met = True

    def judge(self, what: str, measured: Any, relation: str, asked: Any) -> None:
        """Compare what was measured with what is asked for, by a key of `RELATIONS`."""
        is_met = RELATIONS[relation](measured, asked)
        self.are_met &= is_met
        self._lines.append(
            f"  {'met   ' if is_met else 'MISSED'}  {what}: {_said(measured)} ({relation} {_said(asked)})"
        )

    def __str__(self) -> str:
        return "\n".join(["Targets", *self._lines])


def _said(value: Any) -> str:
    if isinstance(value, float) and value < 100:
        return f"{value:.2f}"
    return f"{value:,.0f}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
