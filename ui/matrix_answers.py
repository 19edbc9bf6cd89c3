"""The answer to "Where does everyone stand?": over all issues, compared with one actor, or by organisation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from exports.phrases import count_words, list_words
from methods.agreement import FEWEST_SHARED, Agreement
from ui import names

# A side that three of three actors share says nothing about an issue.
FEWEST_POSITIONS = 10
# More equal names than this are a number.
MOST_NAMES = 5

Row = Mapping[str, Any]


class Side(NamedTuple):
    """The largest side on an issue: how many of how many, and what they did in the issue's words."""

    issue: str
    number: int
    total: int
    did: str

    def words(self) -> str:
        """Say it: “Ceasefire of 1994”, where 44 of 46 asked for it to be kept."""
        return f"“{self.issue}”, where {self.number:,} of {self.total:,} {self.did}"


def actors(found: Sequence[Row], issues: Sequence[Row]) -> str:
    """Say how many positions there are, and on which issues they lie closest together and furthest apart."""
    told = [row for row in found if row["stance"]]
    if not told:
        return "Nobody has a position in this view."
    speakers = len({row["actor_id"] for row in told})
    held = len({row["issue_id"] for row in told})
    sides = sorted(filter(None, (largest(told, issue) for issue in issues)), key=lambda side: side.number / side.total)
    said = (
        f"{count_words(speakers, 'actor')} hold {count_words(len(told), 'position')} on {count_words(held, 'issue')}."
    )
    if speakers == 1:
        said = said.replace("hold", "holds")
    if len(sides) > 1:
        said += f" They stand closest together on {sides[-1].words()}; furthest apart on {sides[0].words()}."
    return said


def largest(told: Sequence[Row], issue: Row) -> Side | None:
    """Give the largest side on an issue; None where there are too few positions to speak of sides."""
    counts = Counter(row["stance"] for row in told if row["issue_id"] == issue["issue_id"])
    total, sides = counts.total(), {stance: counts[stance] for stance in ("support", "oppose", "neutral")}
    stance = max(sides, key=sides.__getitem__)
    return Side(issue["title"], sides[stance], total, issue[f"{stance}_answer"]) if total >= FEWEST_POSITIONS else None


def compared(name: str, agreements: Mapping[str, Agreement]) -> str:
    """Say who agrees most, and who least, with one actor."""
    known = {actor: found.index for actor, found in agreements.items() if found.index is not None}
    if not known:
        return f"Nobody has {FEWEST_SHARED} issues in common with {name}, which is the least to be compared."
    most, least = max(known.values()), min(known.values())
    said = (
        f"Compared with {name}: of {count_words(len(known), 'actor')} with at least {FEWEST_SHARED} issues in common, "
    )
    if most == least:
        return f"{said}all agree to {most:.0%}."
    return f"{said}{_who(known, most)} most ({most:.0%}), {_names(known, least)} least ({least:.0%})."


def _who(known: Mapping[str, float], index: float) -> str:
    verb = "agrees" if list(known.values()).count(index) == 1 else "agree"
    return f"{_names(known, index)} {verb}"


def _names(known: Mapping[str, float], index: float) -> str:
    return list_words(sorted(names.actor_names()[actor] for actor in known if known[actor] == index), MOST_NAMES)
