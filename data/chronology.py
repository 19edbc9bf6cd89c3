"""Do the dates agree with each other?

Every check takes the sheets by table and yields one problem for each row that contradicts another date.
Where a date is partial, the doubt is in favour of the row.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from data import dates
from data.problems import Problem
from data.reading import Sheet

Sheets = Mapping[str, Sheet]


def dates_against_precision(sheets: Sheets) -> Iterator[Problem]:
    """Statements known to the month or year only, whose date is not the first day of it."""
    for number, cells in sheets["statements"].rows():
        period = cells["date_precision"]
        ending = {"month": "-01", "year": "-01-01"}.get(period, "")
        if dates.day(cells["date"]) and not cells["date"].endswith(ending):
            what = f"date {cells['date']} is known to the {period} only; write the first day of that {period}"
            yield Problem(sheets["statements"].file, number, what)


def statements_outside_a_lifetime(sheets: Sheets) -> Iterator[Problem]:
    """Statements of actors that did not exist yet or any more."""
    lives = {row.cells["actor_id"]: row.cells for row in sheets["actors"].rows()}
    for number, cells in sheets["statements"].rows():
        life = lives.get(cells["actor_id"])
        known = cells["date"][: {"month": 7, "year": 4}.get(cells["date_precision"], 10)]
        first, last = dates.first_day(known), dates.last_day(known)
        if life is None or first is None or last is None:
            continue
        founded = dates.first_day(life["founded"]) or datetime.date.min
        dissolved = dates.last_day(life["dissolved"]) or datetime.date.max
        if last < founded or first > dissolved:
            span = f"{life['founded'] or 'unknown'} to {life['dissolved'] or 'today'}"
            actor = cells["actor_id"]
            what = f"date {known} is outside the life of {actor} ({span}); correct the date or the actor"
            yield Problem(sheets["statements"].file, number, what)


def events_that_end_too_early(sheets: Sheets) -> Iterator[Problem]:
    """Events that end before they start."""
    for number, cells in sheets["events"].rows():
        start, end = dates.day(cells["start_date"]), dates.day(cells["end_date"])
        if start and end and end < start:
            what = f"end_date {end} is before start_date {start}; correct one of them"
            yield Problem(sheets["events"].file, number, what)


def memberships_that_end_too_early(sheets: Sheets) -> Iterator[Problem]:
    """Spells of membership that end before they start."""
    for number, cells in sheets["memberships"].rows():
        joined, left = dates.first_day(cells["joined"]), dates.last_day(cells["left"])
        if joined and left and left < joined:
            what = f"left {cells['left']} is before joined {cells['joined']}; correct one of them"
            yield Problem(sheets["memberships"].file, number, what)


def overlapping_memberships(sheets: Sheets) -> Iterator[Problem]:
    """Spells of one state in one organisation that overlap by more than the day on which its role changed."""
    spells: dict[tuple[str, str], list[tuple[datetime.date, datetime.date, int]]] = defaultdict(list)
    for number, cells in sheets["memberships"].rows():
        joined = dates.last_day(cells["joined"])
        left = dates.first_day(cells["left"]) or datetime.date.max
        if joined and joined <= left:
            spells[cells["actor_id"], cells["organisation_id"]].append((joined, left, number))
    for (actor, organisation), found in spells.items():
        found.sort()
        for (_, until, earlier), (since, _, number) in pairwise(found):
            if since < until:
                what = f"{actor} is in {organisation} already by row {earlier}; end that spell first"
                yield Problem(sheets["memberships"].file, number, what)
