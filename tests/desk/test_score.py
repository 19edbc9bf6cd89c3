"""Does the score count as its docstring says?"""

import pytest

from desk.score import main, matched, score


def record(actor="FRA", stance="support", start=0, end=10, kind="reported", day="2020-04-15", basis="stated"):
    return {
        "actor_id": actor, "stance": stance, "start": start, "end": end, "kind": kind, "date": day, "date_basis": basis,
    }  # fmt: skip


def test_a_record_counts_once_and_the_best_overlap_first():
    near, far = record(start=0, end=10), record(start=0, end=18)
    assert matched([record(start=0, end=10)], [far, near]) == [(near, near)]


def test_half_of_the_characters_have_to_be_shared():
    assert matched([record(end=10)], [record(end=20)])
    assert not matched([record(end=10)], [record(end=21)])


def test_among_equal_overlaps_the_same_stance_is_paired():
    two = [record(stance="support"), record(stance="oppose")]
    assert all(one["stance"] == other["stance"] for one, other in matched(two, two[::-1]))


def test_a_stance_that_is_not_set_is_no_hit_and_no_flip():
    reached = score({"a": [record()]}, {"a": [record(stance=None)]})
    assert (reached.actors, reached.actor_and_stance, reached.excerpt, reached.flips) == (1, 0, 1, 0)


def test_neutral_against_support_is_no_flip_but_oppose_is():
    assert score({"a": [record()]}, {"a": [record(stance="neutral")]}).flips == 0
    assert score({"a": [record()]}, {"a": [record(stance="oppose")]}).flips == 1


@pytest.mark.parametrize(
    ("gold", "predicted", "share"),
    [
        (("2020-04-15", "stated"), "2020-04-14", 0),
        (("2020-04-15", "inferred"), "2020-04-14", 1),
        (("2020-04-15", "inferred"), "2020-04-13", 0),
        ((None, None), None, 1),
        ((None, None), "2020-04-15", 0),
    ],
)
def test_days_are_exact_where_stated_and_one_off_at_most_where_inferred(gold, predicted, share):
    day, basis = gold
    assert score({"a": [record(day=day, basis=basis)]}, {"a": [record(day=predicted)]}).dates == share


def test_a_statement_in_an_article_without_any_is_counted():
    reached = score({"a": [], "b": [record()]}, {"a": [record()], "b": [record()]})
    assert (reached.silent_articles, reached.statements_in_silence) == (1, 1)
    assert reached.excerpt == pytest.approx(2 / 3)


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main([str(tmp_path / "gold.jsonl"), str(tmp_path / "other.jsonl")]) == 1
    assert "gold.jsonl" in capsys.readouterr().err
