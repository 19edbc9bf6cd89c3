"""What is new in a view? Its statements, those first that were added or changed last, and those that it lost.

A statement is as new as the last version of the collection that added or changed it or its evidence, or as its last
correction. Those that nothing has happened to since the first version follow in the order of the pages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pyarrow.compute as pc

import queries
from exports.asked import Asked
from exports.atom.history import History, Item, history
from exports.errors import Unusable
from queries import editions

PAGE = 100
# Of how many versions what they took away is told: for each an older edition has to be asked.
STEPS = 12

Place = tuple[int, str]


@dataclass(frozen=True, kw_only=True)
class News:
    """A page of what is new.

    Attributes:
        items: The newest first.
        page: Its number, from 1.
        pages: How many there are.
        updated: Day of the newest item of all pages.
    """

    items: list[Item]
    page: int
    pages: int
    updated: date


def latest(asked: Asked, page: int = 1) -> News:
    """Give one page of what is new.

    Args:
        asked: The statements.
        page: From 1.

    Raises:
        Unusable: there are not so many pages.
    """
    told = history(asked.edition)
    here = in_view(asked, frozenset(told.updated))
    items = [*map(told.item, here), *_gone(asked, told, here)]
    items.sort(key=lambda item: (-item.updated.toordinal(), here.get(item.statement_id, (0, item.statement_id))))
    pages = max(1, -(-(asked.count() - len(here) + len(items)) // PAGE))
    if page > pages:
        raise Unusable("page", str(page), f"There is no page {page}: the last one is {pages}.")
    start = (page - 1) * PAGE
    shown = items[start : start + PAGE]
    if len(shown) < PAGE:
        shown += map(told.item, _unchanged(asked, here, max(0, start - len(items)), PAGE - len(shown)))
    return News(items=shown, page=page, pages=pages, updated=max([told.first, *(item.updated for item in items)]))


def in_view(asked: Asked, ids: frozenset[str]) -> Mapping[str, Place]:
    """Tell which of these statements are in a view, and their places in the order of its pages."""
    told = queries.run_on(asked.edition, "statements_by_id", statement_ids=sorted(ids))
    actors = {*told["actor_id"].to_pylist()}
    actors &= {*asked.actors} or actors
    if not actors:
        return {}
    found: dict[str, Place] = {}
    for rows in asked.only(actors=tuple(sorted(actors))).tables():
        near = rows.select(["statement_id", "counts_on"])
        near = near.filter(pc.is_in(near["statement_id"], value_set=told["statement_id"].combine_chunks()))
        found |= {row["statement_id"]: _place(**row) for row in near.to_pylist()}
    return found


def _place(counts_on: date, statement_id: str) -> Place:
    return -counts_on.toordinal(), statement_id


def _gone(asked: Asked, told: History, here: Mapping[str, Place]) -> Iterator[Item]:
    """What the view has lost: removed, or changed so that it does not belong to it any more."""
    found: set[str] = set()
    for before, after in [*told.steps()][:STEPS]:
        missing = told.changed_in[after.version] - here.keys() - found
        then = asked.only(edition=f"{editions.split(asked.edition)[0]}@{before.version}")
        lost = _were_in_view(then, frozenset(missing))
        yield from (Item(each, told.item(each).published, after.built_on, is_gone=True) for each in sorted(lost))
        found |= lost


# A version never changes, and to open one may take seconds.
@lru_cache(maxsize=1024)
def _were_in_view(then: Asked, ids: frozenset[str]) -> frozenset[str]:
    if not ids:
        return frozenset()
    try:
        return frozenset(in_view(then, ids))
    except queries.UnknownVersion:
        # Nobody can tell any more whose statements they were.
        return frozenset()


def _unchanged(asked: Asked, here: Mapping[str, Place], offset: int, limit: int) -> Iterable[str]:
    """The statements in the order of the pages, those left out that have a place further up."""
    rows = asked.page(limit + len(here), offset, "newest").select(["statement_id", "counts_on"]).to_pylist()
    places = [_place(**row) for row in rows]
    skipped = sum(place < places[0] for place in here.values()) if places else 0
    return [name for _, name in places if name not in here][skipped : skipped + limit]
