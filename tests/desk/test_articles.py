"""Are the labels of the invented articles themselves in order?"""

import re

import pytest

from desk.score import score
from tests.desk.gold import everything

ARTICLES = everything()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_every_label_stands_in_its_article_and_the_article_is_marked_as_invented(article):
    assert article["note"].startswith("FICTIONAL TEST MATERIAL")
    assert article["publisher"].startswith(("Test", "Ministry of Foreign"))
    for record in article["records"]:
        assert article["text"][record["start"] : record["end"]] == record["excerpt"]
        assert re.fullmatch(r"[A-Z0-9-]{2,9}", record["actor_id"])
        assert record["stance"] in {"support", "oppose", "neutral"}
        assert record["kind"] in {"direct-quote", "reported", "listed"}
        assert (record["date"] is None) == (record["date_basis"] is None)


def test_no_article_is_labelled_twice():
    ids = [article["id"] for article in ARTICLES]
    assert len(set(ids)) == len(ids) > 24


def test_every_set_has_an_article_without_statements():
    assert sum(not article["records"] for article in ARTICLES) >= 3


def test_labels_agree_with_themselves():
    gold = {article["id"]: article["records"] for article in ARTICLES}
    perfect = score(gold, gold)
    assert (perfect.actors, perfect.actor_and_stance, perfect.excerpt, perfect.direct_quotes, perfect.dates) == (1,) * 5
    assert perfect.flips == perfect.statements_in_silence == 0
