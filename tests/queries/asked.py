"""Questions as a reader could put them to the real records: names that exist, ranges that may be empty."""

from concurrent.futures import ThreadPoolExecutor

from queries import answer
from tests.queries.made import STANCES, VOICES


def any_range(draw, oracle):
    """Two days on which something was said, in either order, or an open beginning."""
    start, end = (draw.choice(oracle.statements)["counts_on"] for _ in range(2))
    until = draw.choice([max(start, end), end, end.replace(day=1)])
    return {"since": draw.choice([None, min(start, end), start]), "until": until}


def any_rule(draw, oracle):
    """A rule of who counts, on one issue: voices, UN members or everyone, and through whom."""
    lenders = sorted({organisation for _, organisation in oracle.spells})
    return {
        "issue_id": draw.choice([draw.choice(oracle.statements)["issue_id"], *sorted(oracle.issues)]),
        "voices": draw.choice([None, None, some(draw, VOICES, 2)]),
        "un_members_only": draw.choice([None, False, True]),
        "through": draw.choice([None, ["EU"], ["COE", "OSCE"], some(draw, lenders, 6), lenders, lenders]),
    }


def any_filters(draw, oracle):
    """Few of the filters, each seldom."""
    kinds = sorted({row["kind"] for row in oracle.statements})
    lenders = sorted({organisation for _, organisation in oracle.spells})
    chosen = {
        "actors": some(draw, sorted(oracle.actors), 40),
        "members_of": some(draw, lenders, 3),
        "stances": some(draw, STANCES, 2),
        "kinds": some(draw, kinds, 4),
        "attributions": some(draw, ["direct", "press", "listed"], 2),
    }
    seldom = {key: value if draw.random() < 0.15 else None for key, value in chosen.items()}
    source = draw.choice(oracle.tables["evidence"])["source_id"]
    return seldom | {"source_id": source if draw.random() < 0.05 else None}


def any_question(draw, oracle):
    """Who held which position, by a rule, in a range, with some filters?"""
    return any_range(draw, oracle) | any_rule(draw, oracle) | any_filters(draw, oracle)


def some(draw, values, most):
    """One or more of these."""
    return draw.sample(values, draw.randint(1, min(most, len(values))))


def answers(connection, name, questions):
    """Put each question in turn; two at a time, since planning a question takes longer than answering it."""
    with ThreadPoolExecutor(2) as threads:
        yield from zip(
            questions, threads.map(lambda asked: answer(connection, name, asked).to_pylist(), questions), strict=True
        )
