"""Do reviews become labelled articles that the desk can be measured on?"""

import json
from typing import Any

import pytest

from desk.cases import main
from desk.propose import main as propose
from desk.score import main as score

TEXT = (
    "The foreign ministry spoke of sanctions and the embassy. 🙂 The Arab League condemned the vote. "
    "Iceland welcomed the treaty."
)
"""Fictional, as are the decisions below."""


def place(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def row(words, actor, stance, decision="accepted", **more):
    return {
        "key": 1, **place(words), "actor": actor, "issue": "peace-treaty", "stance": stance, "date": "2021-03-05",
        "speaker": "", "attribution": "press", "decision": decision, **more,
    }  # fmt: skip


def proposed(words, actor, stance, kind="reported"):
    return {
        "actor_id": actor, "stance": stance, "kind": kind, **place(words), "date": "2021-03-05",
        "date_basis": "inferred",
    }  # fmt: skip


LEAGUE, ICELAND = "The Arab League condemned the vote", "Iceland welcomed the treaty"
REVIEW: dict[str, Any] = {
    "act": "addition",
    "source_id": "a-source",
    "review": {
        "article": {"title": "A vote", "published": "2021-03-05", "language": "en"},
        "proposed": [proposed(LEAGUE, "AL", "support"), proposed(ICELAND, "ISL", "support")],
        "decided": [
            row(LEAGUE, "AL", "oppose"),
            row(ICELAND, "ISL", "support", decision="dropped"),
            row("The foreign ministry spoke", "FRA", "neutral", date="2021-03-04"),
        ],
    },
}


@pytest.fixture
def held(tmp_path):
    for name in ("reviews", "texts"):
        (tmp_path / name).mkdir()
    (tmp_path / "texts" / "a-source.txt").write_text(TEXT, encoding="utf-8")

    def keep(name, review):
        (tmp_path / "reviews" / f"{name}.json").write_text(json.dumps(review), encoding="utf-8")
        return main([str(tmp_path / each) for each in ("reviews", "texts", "out.jsonl")])

    return keep


def read(tmp_path):
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_what_was_accepted_is_labelled_as_it_was_corrected(held, tmp_path):
    assert held("2021-03-06T10-00-00Z-001-a-source", REVIEW) == 0
    (article,) = read(tmp_path)
    league, by_hand = article["records"]
    assert (league["actor_id"], league["stance"], league["excerpt"]) == ("LAS", "oppose", LEAGUE)
    assert (league["kind"], league["date_basis"]) == ("reported", "inferred")
    assert (by_hand["actor_id"], by_hand["date"], by_hand["date_basis"]) == ("FRA", "2021-03-04", "stated")


def test_the_desk_can_be_scored_on_them(held, tmp_path, capsys):
    held("one", REVIEW)
    assert propose([str(tmp_path / "out.jsonl"), str(tmp_path / "found.jsonl")]) == 0
    assert score([str(tmp_path / "out.jsonl"), str(tmp_path / "found.jsonl")]) == 0
    assert "articles                1" in capsys.readouterr().out


@pytest.mark.parametrize("review", [{**REVIEW, "source_id": "not-held"}, {"act": "correction"}])
def test_corrections_and_sources_whose_text_is_not_held_are_passed_over(held, tmp_path, review):
    assert held("one", review) == 0
    assert read(tmp_path) == []


@pytest.mark.parametrize(
    "review",
    [
        [],
        {**REVIEW, "source_id": "../reviews/one"},
        {**REVIEW, "review": {}},
        {**REVIEW, "review": {**REVIEW["review"], "decided": [row(LEAGUE, "AL", "oppose", end=900)]}},
        {**REVIEW, "review": {**REVIEW["review"], "decided": [row(LEAGUE, "AL", "oppose", start="1")]}},
    ],
)
def test_a_file_that_is_no_review_is_named_and_nothing_is_written(held, tmp_path, capsys, review):
    assert held("one", review) == 1
    assert "one.json" in capsys.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    assert main([str(tmp_path / "none"), str(tmp_path), str(tmp_path / "out.jsonl")]) == 1
    assert "none" in capsys.readouterr().err
