"""Ranges and filters as readers could choose them on the real records, for the bins of the timeline."""

from datetime import date, timedelta

from tests.queries.asked import some
from tests.queries.made import STANCES

DAY = timedelta(1)
# Leap days (2000 had one though 1900 had none), ends of years, and weeks over them: Monday 28 December 2020 begins
# week 53, which ends on Sunday 3 January 2021; Monday 30 December 2019 begins week 1 of 2020.
EDGES = tuple(
    date(*parts)
    for parts in (
        *((1992, 2, 28), (1992, 2, 29), (1992, 3, 1), (2000, 2, 28), (2000, 2, 29), (2000, 3, 1)),
        *((1992, 12, 31), (1993, 1, 1), (2008, 12, 31), (2009, 1, 1), (2022, 12, 31), (2023, 1, 1)),
        *((2019, 12, 29), (2019, 12, 30), (2020, 12, 27), (2020, 12, 28), (2020, 12, 31), (2021, 1, 3), (2021, 1, 4)),
    )
)
ANY = dict.fromkeys(("issue_id", "actors", "members_of", "stances", "kinds", "attributions", "source_id"))


def certain_ranges(oracle):
    """Ranges that are always asked: around every edge, single days, open ends, everything, and nothing."""
    days = sorted(row["counts_on"] for row in oracle.statements)
    around = [
        (edge - DAY * before, edge + DAY * after) for edge in EDGES for before, after in ((0, 0), (1, 0), (0, 400))
    ]
    long = [(first, last) for first in EDGES for last in EDGES if first < last][::9]
    whole = [
        (None, None),
        (days[0], days[-1]),
        (None, date(2020, 12, 31)),
        (date(2021, 1, 1), None),
        (days[-1], days[0]),
    ]
    return [*around, *long, *whole, *((day, day) for day in days[::90])]


def any_range(draw, oracle):
    """Two days in order: on an edge, on a day from which words count, or anywhere between the first and the last."""

    def any_day():
        spoken = draw.choice(oracle.statements)["counts_on"]
        return draw.choice([draw.choice(EDGES), spoken, spoken + DAY, date(1988, 1, 1) + DAY * draw.randrange(14_200)])

    first, last = sorted((any_day(), any_day()))
    return draw.choice([(first, last), (first, last), (first, last), (first, first), (None, last), (first, None)])


def any_filters(draw, oracle):
    """None, one or a few of the filters, on names that exist."""
    statements, evidence = oracle.tables["statements"], oracle.tables["evidence"]
    lenders = sorted({organisation for _, organisation in oracle.spells})
    chosen = {
        "issue_id": draw.choice(statements)["issue_id"],
        "actors": [draw.choice(statements)["actor_id"] for _ in range(draw.choice([1, 5, 40]))],
        "members_of": some(draw, lenders, 3),
        "stances": some(draw, STANCES, 2),
        "kinds": some(draw, sorted({row["kind"] for row in statements}), 4),
        "attributions": some(draw, ["direct", "press", "listed"], 2),
        "source_id": draw.choice(evidence)["source_id"],
    }
    is_on = {"issue_id": 0.3, "source_id": 0.05}
    return {name: value if draw.random() < is_on.get(name, 0.15) else None for name, value in chosen.items()}
