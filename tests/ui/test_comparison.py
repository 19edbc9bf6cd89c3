"""The comparison of two days in words and as a table."""

from datetime import date

from methods.difference import CHANGES, difference
from tests.charts.made import LABELS, position
from ui import comparison
from ui.view import View

VIEW = View(date(2020, 1, 1), date(2020, 12, 31), "nk-votes-valid", [], [], [], [], [], "")
BEFORE = [position("ARM", "support"), position("AZE", "neutral"), position("GEO"), position("NKR", "support")]
AFTER = [
    position("ARM", "support", statement_ids=["newer"]),
    position("AZE", "oppose"),
    position("GEO", "oppose"),
    position("NKR", "oppose", actor_kind="de_facto_authority"),
    position("EU", "oppose", actor_kind="organisation"),
]


def test_the_answer_counts_what_the_map_draws():
    assert comparison.answer(difference(BEFORE, AFTER), VIEW, date(2020, 3, 1)) == (
        "Between 1 March 2020 and 31 December 2020, 2 states and authorities changed position, 1 took one and 1 "
        "reaffirmed theirs."
    )
    assert "no state or authority changed position" in comparison.answer([], VIEW, date(2020, 3, 1))


def test_the_table_has_everybody_the_movers_first():
    words = LABELS | {"contested": "Contested"}
    table = comparison.table(difference(BEFORE, AFTER), words)
    assert list(table.columns) == ["Actor", "Change", "Before", "After", "Date of the later one"]
    assert list(table["Change"]) == ["Changed", "Changed", "New", "New", "Reaffirmed"]
    assert table.iloc[0].tolist() == ["Name of AZE", "Changed", "No judgement", "Not recognised", "31 March 2020"]
    assert table.loc[table["Actor"] == "Name of GEO", "Before"].item() == "No position found"


def test_every_change_has_words_in_the_order_of_the_method():
    assert tuple(comparison.CHANGES) == CHANGES
