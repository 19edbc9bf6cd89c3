"""Whom does a text name, and where? The longest form that fits counts; three or more in a row are a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from desk import tables

_WORD = re.compile(r"\w[\w.]*")
_BETWEEN = re.compile(
    r"(?:(?:,|;|and|or|&|as well as|along with|together with|the|also|both|"
    r"(?:as )?(?:major )?international organi[sz]ations|other states|such as|like)(?=\W|$)|\s)+"
)
_FARTHEST = 80
_NEARBY = 300
"""Characters on each side in which a word settles what an ambiguous form means; else the whole text is asked."""


class Mention(NamedTuple):
    """Actors that are named together from `start` to `end`: one, or those of a list."""

    start: int
    end: int
    actor_ids: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        """Whether three or more are named in a row."""
        return len(self.actor_ids) > 2


def mentions(text: str, whole: str, settled: dict[str, str]) -> list[Mention]:
    """Find every form of an actor's name, lists not yet joined.

    Args:
        text: The text, or a part of one.
        whole: The whole text, which is asked what an ambiguous form means where nothing near it says so.
        settled: What it has said so far; further forms are added.
    """
    found: list[Mention] = []
    for match in _WORD.finditer(text):
        if (not found or match.start() >= found[-1].end) and (form := _form_at(text, match.start())):
            end = match.start() + len(form)
            actor = _actor(form, text[max(0, match.start() - _NEARBY) : end + _NEARBY], whole, settled)
            if actor:
                found.append(Mention(match.start(), end, (actor,), (form,)))
    return found


def joined(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Join mentions of three or more in a row into one; what is named twice in it counts once."""
    runs: list[list[Mention]] = []
    for mention in found:
        between = text[runs[-1][-1].end : mention.start] if runs else ""
        # A semicolon ends a list that commas have joined so far: "Chad, Mali and Niger; Togo abstained".
        ends = ";" in between and bool(runs) and "," in text[runs[-1][0].end : runs[-1][-1].start]
        if runs and between.strip() and not ends and len(between) <= _FARTHEST and _BETWEEN.fullmatch(between):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [mention for run in runs for mention in (run if len(run) < 3 else [_list(run)])]


def _list(run: list[Mention]) -> Mention:
    names: dict[str, str] = {}
    for mention in run:
        names.setdefault(mention.actor_ids[0], mention.names[0])
    return Mention(run[0].start, run[-1].end, tuple(names), tuple(names.values()))


@cache
def _forms_by_first_word() -> Mapping[str, tuple[str, ...]]:
    """Forms under their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in {*tables.forms(), *tables.readings()}:
        if first := _WORD.match(form):
            found[first[0]].append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


def _form_at(text: str, at: int) -> str | None:
    word = _WORD.match(text, at)
    first = word[0] if word else ""
    known = _forms_by_first_word()
    for form in (*known.get(first, ()), *known.get(first.rstrip("."), ())):
        after = text[at + len(form) : at + len(form) + 1]
        if text.startswith(form, at) and not (after.isalnum() or after == "_"):
            return form
    return None


def _actor(form: str, near: str, whole: str, settled: dict[str, str]) -> str:
    """The actor that a form means at a place; "" where the words around it speak against all of them."""
    if form not in tables.readings():
        return tables.forms()[form]
    if found := _fitting(form, near.replace(form, "", 1)):
        return found
    if form not in settled:
        settled[form] = _fitting(form, whole)
    return settled[form]


def _fitting(form: str, around: str) -> str:
    """The first reading of a form that fits some words around it."""
    for reading in tables.readings()[form]:
        if any(word in around for word in reading.unless):
            continue
        if not reading.needs or any(word in around for word in reading.needs):
            return reading.actor_id
    return ""
