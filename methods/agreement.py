"""How far do two actors agree over the issues on which both have taken a position?"""

from collections.abc import Mapping
from dataclasses import dataclass

FEWEST_SHARED = 5
"""With fewer issues in common an index says more about chance than about the two actors."""
# How far apart two stances are, in halves: taking no side lies midway between support and opposition.
_PLACES = {"support": 0, "neutral": 1, "oppose": 2}


@dataclass(frozen=True)
class Agreement:
    """How two actors compare.

    `shared` counts the issues on which both have a stance: `alike` of them the same, `near` where one of the two
    takes no side and the other does, `apart` where they oppose each other. `index` is 0 to 1, None where too few
    are shared.
    """

    shared: int
    alike: int
    near: int
    apart: int
    index: float | None


def agreement(one: Mapping[str, str | None], other: Mapping[str, str | None], fewest: int = FEWEST_SHARED) -> Agreement:
    """Compare two actors by the index of agreement: (alike + near / 2) / shared.

    A contested position, or none, leaves its issue out, as an absence leaves out a vote.

    Args:
        one: Stance by issue: support, oppose, neutral; contested or None where there is no single one.
        other: The same for the other actor.
        fewest: How many issues they must share for an index.

    Returns:
        The counts, and the index. It is symmetric, 1 for the same stances throughout and 0 for opposite ones.

    Source:
        Arend Lijphart, "The Analysis of Bloc Voting in the General Assembly: A Critique and a Proposal", American
        Political Science Review 57(4), 1963, 902-917; docs/method.md#agreement
    """
    apart = [
        abs(_PLACES[stance] - _PLACES[against])
        for issue, stance in one.items()
        if stance in _PLACES and (against := other.get(issue)) in _PLACES
    ]
    alike, near, opposed = (apart.count(halves) for halves in (0, 1, 2))
    index = (alike + near / 2) / len(apart) if apart and len(apart) >= fewest else None
    return Agreement(len(apart), alike, near, opposed, index)
