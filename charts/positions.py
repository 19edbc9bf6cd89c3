"""What is a position called? The words and classes of legend, tooltip and alt text."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from charts.theme import SILENCES, STANCES, WEIGHTS

_VOICES = {"own": "own voice", "listed": "listed by others only", "borrowed": "through an organisation"}


class Standing(NamedTuple):
    """A class of the legend: a stance with its weight, or a silence with no weight."""

    stance: str
    weight: str | None

    def words(self, labels: Mapping[str, str]) -> str:
        """What the legend calls it, such as "Not recognised – own voice"."""
        if self.weight is None:
            return self.stance.capitalize()
        return f"{stance_words(self.stance, labels)} – {_VOICES[self.weight]}"


STANDINGS = (
    *(Standing(stance, weight) for stance in STANCES for weight in WEIGHTS),
    *(Standing(silence, None) for silence in SILENCES),
)
"""All classes in the order of the legend."""


def stance_words(stance: str, labels: Mapping[str, str]) -> str:
    """The issue's own word for a stance; a contested one has the same word everywhere."""
    return "Contested" if stance == "contested" else labels[stance]


def standing(position: Mapping[Any, Any]) -> Standing:
    """The class of one row of positions.

    Raises:
        ValueError: stance, voice or silence is none that we know; nothing is coloured by default.
    """
    if pd.isna(position["stance"]):
        found = Standing(position["silence"], None)
    elif position["voice"] == "borrowed":
        found = Standing(position["stance"], "borrowed")
    else:
        # A roll call is a list too, but a vote is the state's own act, and the record of it the strongest there is.
        listed = position["attribution"] == "listed" and not position["is_vote"]
        found = Standing(position["stance"], "listed" if listed else position["voice"])
    if found not in STANDINGS:
        raise ValueError(f"{position['actor_id']}: no class for {tuple(found)}")
    return found


def lines(position: Mapping[Any, Any], labels: Mapping[str, str]) -> list[str]:
    """Name, stance in words, voice and day: what the map says of one actor, as plain text."""
    found = standing(position)
    if found.weight is None:
        return [position["actor_name"], found.words(labels)]
    told = [position["actor_name"], stance_words(found.stance, labels), _voice(found, position)]
    return told + ([position["date_label"]] if position["date_label"] else [])


def _voice(found: Standing, position: Mapping[Any, Any]) -> str:
    if found.weight == "borrowed":
        names = position["through"]
        rest = f" and {len(names) - 4} more" if len(names) > 4 else ""
        return f"through {', '.join(names[:4])}{rest}"
    if found.stance == "contested":
        return "different stances on the same day"
    if position["is_vote"]:
        return "by its own vote"
    return "in its own voice" if found.weight == "own" else "only listed by others"
