"""Two columns of anything become a chart, and its message a sentence."""

import pandas as pd
import pytest

from charts import answer_chart

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
