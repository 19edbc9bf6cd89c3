"""Views of the first collection, drawn from a fixed seed: addresses as readers have them."""

from datetime import date
from random import Random

import queries

SEED = 20_260_415
DAYS = [date(1988, 1, 1), date(2008, 3, 14), date(2020, 3, 1), date(2020, 4, 30), date(2023, 9, 19), date(2026, 12, 31)]


def drawn(count):
    """So many addresses, as parameters and their texts; about two filters each, besides the dates."""
    draw = Random(SEED)
    known = ids()
    return [_address(draw, known) for _ in range(count)]


def ids():
    """Ids that exist, by the parameter that they are values of."""
    actors = queries.run("actors").to_pylist()
    return {
        "issue": [*queries.run("issues")["issue_id"].to_pylist(), "every-issue"],
        "actor": [row["actor_id"] for row in actors if row["count_statements"] > 3],
        "org": [row["actor_id"] for row in actors if row["count_members"]],
        "stance": ["support", "oppose", "neutral"],
        "kind": ["statement", "vote", "declaration", "speech", "letter"],
        "attribution": ["direct", "press", "listed"],
        "source": [row["source_id"] for row in queries.run("sources").to_pylist() if row["count_statements"] > 1],
    }


def _address(draw, known):
    first, last = sorted(draw.sample(DAYS, 2))
    address = {"from": [first.isoformat()], "to": [last.isoformat()]} if draw.random() < 0.7 else {}
    address["issue"] = [draw.choice(known["issue"])]
    for name in draw.sample(["actor", "org", "stance", "kind", "attribution", "source"], draw.choice([0, 1, 1, 2])):
        several = 1 if name == "source" else draw.choice([1, 1, 2, 3])
        address[name] = draw.sample(known[name], several)
    return address


def rule(draw, known):
    """A counting rule, as parameters of an address."""
    return {
        "voice": draw.sample(["statement", "vote", "list"], draw.choice([0, 1, 2])),
        "through": draw.sample(["EU", "GUAM", "OTS", "NAM-ORG", "OIC"], draw.choice([0, 0, 1, 2])),
        "count": [draw.choice(["everyone", "un"])],
    }
