"""The page of figures holds what was measured, and nothing else."""

import pytest

from tests.bench import asked_for, figures, report
from tests.bench.figures import Figures

TABLE = Figures("Medians, 10 statements", ("", "ours, ms"), [("Q1 map", "1.20")], "A note.")


@pytest.fixture
def runs(tmp_path):
    figures.keep("peer_speed", 1_000, [TABLE], tmp_path)
    figures.keep("question_speed", 10, [TABLE], tmp_path)
    return tmp_path


def test_what_was_kept_is_read_as_it_was(runs):
    kept = figures.kept(runs)
    assert [(run.bench, run.count) for run in kept] == [("peer_speed", 1_000), ("question_speed", 10)]
    assert {run.figures[0].markdown() for run in kept} == {TABLE.markdown()}


def test_a_bench_that_begins_anew_leaves_no_figures_of_before(runs):
    figures.forget("peer_speed", 1_000, runs)
    assert [run.bench for run in figures.kept(runs)] == ["question_speed"]


def test_a_table_has_a_line_for_each_row():
    assert TABLE.markdown().splitlines()[2:5] == ["|  | ours, ms |", "| --- | ---: |", "| Q1 map | 1.20 |"]
    assert str(TABLE).splitlines()[1:] == ["Medians, 10 statements", "        ours, ms", "Q1 map      1.20", "A note."]


def test_the_page_holds_every_run_in_the_order_of_the_sections(runs):
    page = report.page(figures.kept(runs))
    questions, peers = (page.index(f"*`{bench}`, ") for bench in ("question_speed", "peer_speed"))
    assert questions < peers
    assert page.count(TABLE.markdown()) == 2
    assert report.NOTHING not in page


def test_a_page_of_no_run_has_no_figures():
    page = report.page([])
    assert report.NOTHING in page
    assert "| Q1 map |" not in page


def test_a_run_without_a_section_is_not_left_out_in_silence(tmp_path):
    figures.keep("unheard_of", 10, [TABLE], tmp_path)
    with pytest.raises(ValueError, match="unheard_of: name the section"):
        report.page(figures.kept(tmp_path))


def test_what_is_asked_for_grows_with_the_collection():
    assert [asked_for.ratio("Q4 page", count) for count in (10_000, 1_000_000, 9_999_999, 10_000_000)] == [
        None,
        0.5,
        0.5,
        0.05,
    ]
    assert asked_for.ratio("Q7 CSV", 10_000_000) == 0.7
    assert asked_for.ratio("Q6", 1_000_000) is None


@pytest.mark.parametrize(("seconds", "told"), [(0.00026, "0.26"), (0.0123, "12.3"), (1.5, "1,500")])
def test_times_are_told_in_milliseconds(seconds, told):
    assert figures.ms(seconds) == told
