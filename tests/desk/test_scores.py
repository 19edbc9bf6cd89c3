"""Is the desk as good as docs/desk.md says, on the invented articles and on the founding one?"""

import csv
from datetime import date
from pathlib import Path

import pytest

from desk import exchange
from desk.articles import Article
from desk.proposals import propose
from desk.score import score
from tests.desk.gold import labelled

ROOT = Path(__file__).parents[2]
FOUNDING = "azernews-2020-04-15-geo"


@pytest.mark.parametrize(
    ("name", "actors", "actor_and_stance", "excerpt", "direct_quotes", "dates", "flips"),
    [
        ("tuned", 0.99, 0.95, 0.96, 1.0, 1.0, 0),
        ("second", 0.95, 0.91, 0.91, 0.92, 1.0, 1),
        ("third", 0.94, 0.83, 0.93, 0.94, 0.98, 3),
        ("untouched", 0.98, 0.94, 0.98, 1.0, 1.0, 1),
        ("fourth", 0.97, 0.89, 0.92, 0.94, 0.93, 2),
        ("fifth", 0.97, 0.88, 0.90, 0.93, 0.98, 6),
        ("sixth", 0.90, 0.82, 0.87, 0.91, 1.0, 1),
        ("seventh", 0.95, 0.78, 0.90, 0.91, 0.93, 4),
        ("eighth", 0.89, 0.66, 0.85, 0.76, 0.98, 7),
    ],
)
def test_no_score_falls_below_what_was_reached(name, actors, actor_and_stance, excerpt, direct_quotes, dates, flips):
    articles = labelled(name)
    predicted = {a["id"]: exchange.records(propose(exchange.article(a))) for a in articles}
    for article in articles:
        for record in predicted[article["id"]]:
            assert article["text"][record["start"] : record["end"]] == record["excerpt"]
    reached = score({article["id"]: article["records"] for article in articles}, predicted)
    assert reached.actors >= actors
    assert reached.actor_and_stance >= actor_and_stance
    assert reached.excerpt >= excerpt
    assert reached.direct_quotes >= direct_quotes
    assert reached.dates >= dates
    assert reached.flips <= flips
    assert reached.statements_in_silence == 0


def rows(table):
    with (ROOT / "data" / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_founding_article_yields_what_the_collection_holds_of_it():
    text = (ROOT / "data" / "texts" / f"{FOUNDING}.txt").read_text(encoding="utf-8")
    proposals = propose(Article(text, date(2020, 4, 15), publisher="Azernews"))
    statements = {row["statement_id"]: row for row in rows("statements")}
    held = [row for row in rows("evidence") if row["source_id"] == FOUNDING]
    assert len(held) == 41
    for row in held:
        statement = statements[row["statement_id"]]
        start = text.index(row["exact"])
        end = start + len(row["exact"])
        found = [
            p
            for p in proposals
            if (p.actor_id, p.stance) == (statement["actor_id"], statement["stance"])
            and p.start <= end - len(row["exact"]) // 2
            and p.end >= start + len(row["exact"]) // 2
        ]
        assert found, row["statement_id"]


def test_the_founding_article_yields_two_stances_of_each_of_eighteen_and_four_of_georgia():
    text = (ROOT / "data" / "texts" / f"{FOUNDING}.txt").read_text(encoding="utf-8")
    proposals = propose(Article(text, date(2020, 4, 15)))
    listed = [p for p in proposals if p.kind == "listed"]
    assert len(proposals) == 40
    assert len(listed) == 36
    assert len({p.actor_id for p in listed}) == 18
    assert {p.stance for p in listed} == {"support", "oppose"}
    assert {(p.stance, p.issue_id) for p in listed} == {
        ("support", "az-territorial-integrity"),
        ("oppose", "nk-votes-valid"),
    }
