"""Which lists of a text are roll calls under a heading: "In favour: Chad, Mali. Against: None."?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from desk import issues, tables
from desk.actors import Mention
from desk.articles import Article, Proposal

RULE, CONFIDENCE = "roll call", 0.9

_FARTHEST = 30
"""Characters between two names of a roll: a comma, a line's end, a bullet."""
_BETWEEN = re.compile(r"(?:[\s,;•*·|&–—-]|\band\b|\bthe\b|\(|\))*")

_ENDS = re.compile(r"\s*(?:[.;\n)]|$)")
_SURELY = 3
"""Names from which on a list is a roll, whatever comes behind it; "No: Chad did not vote" is none."""


class Roll(NamedTuple):
    """A heading with the actors under it, from `start` to `end`; the heading says which stance they took."""

    start: int
    end: int
    heading: str
    stance: str
    actor_ids: tuple[str, ...]
    names: tuple[str, ...]


def rolls(text: str, named: Iterable[Mention]) -> list[Roll]:
    """Find the roll calls of a text.

    Args:
        text: The article.
        named: Its actors one by one, in order.
    """
    by_start = {mention.start: mention for mention in named}
    return [roll for heading in _headings().finditer(text) if (roll := _roll(heading, text, by_start))]


def _roll(heading: re.Match[str], text: str, by_start: dict[int, Mention]) -> Roll | None:
    listed = list(_listed(heading.end(), text, by_start))
    if not listed or (len(listed) < _SURELY and not _ENDS.match(text, listed[-1].end)):
        return None
    names = {mention.actor_ids[0]: mention.names[0] for mention in reversed(listed)}
    ids = tuple(dict.fromkeys(mention.actor_ids[0] for mention in listed))
    words = heading["heading"] or heading["inline"]
    stance = tables.ballots()[" ".join(words.lower().split())]
    return Roll(
        heading.start("heading" if heading["heading"] else "inline"),
        listed[-1].end,
        words,
        stance,
        ids,
        tuple(names[actor] for actor in ids),
    )


def _listed(at: int, text: str, by_start: dict[int, Mention]) -> Iterator[Mention]:
    while at < len(text):
        between = _BETWEEN.match(text, at, at + _FARTHEST)
        mention = by_start.get(between.end()) if between else None
        if mention is None:
            return
        yield mention
        at = mention.end


@cache
def _headings() -> re.Pattern[str]:
    longest_first = sorted(tables.ballots(), key=len, reverse=True)
    words = "|".join(heading.replace(" ", r"[^\S\n]+") for heading in longest_first)
    # "Two abstentions (Chad, Mali)" names them too.
    return re.compile(
        rf"(?:^|(?<=[.;\n\])*•] )|(?<=[.;\n(•*]))[^\S\n]*(?P<heading>{words})[^\S\n]*(?:\(\d+\)|\d+)?[^\S\n]*[:–—]\s*"
        rf"|\b(?P<inline>against|opposed|abstentions?|abstained|abstaining|in favou?r)\s+\(",
        re.IGNORECASE,
    )


def called(roll: Roll, day: date, article: Article) -> Iterator[Proposal]:
    """What a roll call says, as proposals of a day."""
    excerpt = article.text[roll.start : roll.end]
    for actor, name in zip(roll.actor_ids, roll.names, strict=True):
        yield Proposal(
            actor_id=actor,
            speaker=name,
            stance=roll.stance,
            kind="listed",
            date=day,
            date_basis="inferred",
            start=roll.start,
            end=roll.end,
            excerpt=excerpt,
            rule=RULE,
            cues=(roll.heading,),
            confidence=CONFIDENCE,
            issue_id=issues.suggested(excerpt, article.title),
        )
