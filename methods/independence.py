"""How many independent origins stand behind a statement, and what is each of its sources?

Which texts are of one origin is found when the collection is built or texts are fetched (`data.origins`).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ROLES = {"direct": "primary", "press": "report", "listed": "listed"}


class Source(NamedTuple):
    """A source of one statement: how it gives the statement, and where its text comes from (None = no text held)."""

    source_id: str
    attribution: str
    origin_id: str | None


class Weighed(NamedTuple):
    """What the sources of one statement are worth together.

    `count_origins` is an upper bound where `is_compared` is false: a source whose text is not held counts as an
    origin of its own, because nobody could compare it. `roles` says of each source, by its id, whether it is a
    primary document, a report, a copy or a mention in a list: primary, report, copy, listed.
    """

    count_sources: int
    count_origins: int
    is_compared: bool
    roles: dict[str, str]


def weigh(sources: Sequence[Source]) -> Weighed:
    """Count the sources of a statement and their independent origins, and say what each source is.

    Args:
        sources: One or more rows a source, as its evidence gives them; attribution direct, press or listed.

    Returns:
        The counts and roles. Adding a source whose origin is among them already never raises `count_origins`.

    Source:
        docs/method.md#independence-of-sources
    """
    known = _strongest(sources)
    leading: dict[str, Source] = {}
    for source in sorted(known, key=_standing):
        leading.setdefault(_origin(source), source)
    roles = {source.source_id: _role(source, leading[_origin(source)]) for source in known}
    return Weighed(len(known), len(leading), all(source.origin_id for source in known), roles)


def _strongest(sources: Iterable[Source]) -> list[Source]:
    """One row a source, by id: a source that is quoted twice is what the stronger attribution says."""
    weakest_first = sorted(sources, key=lambda source: -[*_ROLES].index(source.attribution))
    return sorted({source.source_id: source for source in weakest_first}.values())


def _standing(source: Source) -> tuple[bool, bool, str]:
    """Order sources of one text: the actor's own publication, then whoever had the text first."""
    return source.attribution != "direct", source.source_id != _origin(source), source.source_id


def _role(source: Source, leading: Source) -> str:
    # Whoever only had it from a source outside the statement is a copy too, though nobody leads here before it.
    is_leading = source == leading and (source.attribution == "direct" or source.source_id == _origin(source))
    return _ROLES[source.attribution] if is_leading else "copy"


def _origin(source: Source) -> str:
    return source.origin_id or source.source_id
