"""Two columns of anything become a chart, and its message a sentence."""

import pandas as pd
import pytest

from charts import answer_chart
from charts.theme import LIGHT

ROWS = pd.DataFrame({"stance": ["support", "<b>oppose</b>", "neutral"], "n": [9, 2, 4]})


@pytest.mark.parametrize("form", answer_chart.FORMS)
def test_every_row_is_a_mark(form):
    (trace,) = answer_chart.draw(ROWS, form, dark=False).data
    assert [*trace.y] == [9.0, 2.0, 4.0]
    assert [*trace.x] == ["support", "&lt;b&gt;oppose&lt;/b&gt;", "neutral"]


def test_the_sentence_names_the_ends():
    assert answer_chart.alt_text(ROWS) == ("n over stance, 3 marks: least 2 (<b>oppose</b>), most 9 (support).")
    assert answer_chart.alt_text(ROWS.head(0)) == "No row has both stance and n."


def test_numbers_across_stay_numbers_and_long_names_are_cut():
    rows = pd.DataFrame({"year": [2019, 2020], "n" * 100: [1.5, 2.5]})
    figure = answer_chart.draw(rows, "Line", dark=True)
    assert [*figure.data[0].x] == [2019, 2020]
    assert len(figure.layout.yaxis.title.text) == 41


OF_STANCES = pd.DataFrame(
    {"issue": ["votes", "peace", "votes"], "n": [3, 5, 1], "stance": ["oppose", "support", "support"]}
)


def test_what_has_no_stance_has_the_colour_of_none():
    (trace,) = answer_chart.draw(ROWS, "Bars", dark=False).data
    assert trace.marker.color == LIGHT.quiet


def test_stances_are_told_apart_and_keep_the_order_of_the_answer():
    figure = answer_chart.draw(OF_STANCES, "Bars", dark=False)
    assert [(trace.name, trace.marker.color, [*trace.x]) for trace in figure.data] == [
        ("support", LIGHT.stance("support"), ["votes", "peace"]),
        ("oppose", LIGHT.stance("oppose"), ["votes"]),
    ]
    assert [*figure.layout.xaxis.categoryarray] == ["votes", "peace"]
    assert figure.layout.barmode == "stack"


def test_long_names_that_begin_alike_stay_apart():
    rows = pd.DataFrame({"title": ["x" * 50 + "a", "x" * 50 + "b", "x" * 50 + "a"], "n": [1, 2, 3]})
    first, again, other = answer_chart.draw(rows, "Bars", dark=False).data[0].x
    assert first == again != other


def test_rows_that_share_a_place_are_told_of():
    assert answer_chart.shared(OF_STANCES, "Bars") == "Several rows share a bar: its height is their sum."
    assert answer_chart.shared(OF_STANCES, "Line") == ""
    assert answer_chart.shared(OF_STANCES[["issue", "n"]], "Line").startswith("Several rows stand over one place")
    assert answer_chart.shared(ROWS, "Bars") == ""


def test_only_a_column_of_stances_has_their_colours():
    assert answer_chart.has_stances(OF_STANCES["stance"])
    assert not answer_chart.has_stances(ROWS["stance"])
    assert not answer_chart.has_stances(ROWS["stance"].head(0))
