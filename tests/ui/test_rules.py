"""The counting rule says itself in words, survives its address, and all rules are offered side by side."""

from datetime import date

import pytest

import queries
from tests.pages import seen
from tests.pages.test_every_page import page
from ui import rules
from ui.view import View

VIEW = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], [], [], [], [], "")


@pytest.mark.parametrize(
    ("voices", "through", "un", "said"),
    [
        ([], [], False, "own voice only; mentions in lists included; all states and authorities"),
        (
            ["vote", "statement"],
            ["GUAM", "EU"],
            True,
            "own voice, or borrowed from EU and GUAM; counting only own statements and votes; members of the United "
            "Nations only",
        ),
        (["vote"], [], False, "own voice only; counting only votes; all states and authorities"),
    ],
)
def test_a_rule_says_what_counts(voices, through, un, said):
    assert rules.sentence(rules.rule(voices, through, un_members_only=un)) == said


def test_every_voice_is_the_same_rule_as_none_chosen():
    chosen = rules.rule(["list", "vote", "statement"], [], un_members_only=False)
    assert chosen == rules.rule([], [], un_members_only=False)
    assert chosen == {"voices": None, "un_members_only": False, "through": None}


def test_a_rule_comes_back_from_its_address():
    rule = rules.rule(["vote"], ["EU"], un_members_only=True)
    assert rules.address(rule) == {"through": ["EU"], "voice": ["vote"], "count": "un"}
    assert rules.address({"issue_id": "nk-votes-valid"}) == {}


def test_the_page_counts_by_the_rule_of_its_address_and_compares_all_eight():
    address = {"from": "2020-03-01", "to": "2020-04-30", "issue": "nk-votes-valid", "voice": "statement", "count": "un"}
    app = page("map", address)
    rule = rules.rule(["statement"], [], un_members_only=True)
    told = queries.run("positions_as_of", **VIEW.parameters(), **rule).to_pylist()
    shown = seen.grid(app)
    assert list(shown["Actor"]) != []
    assert set(shown["Actor"]) == {row["actor_name"] for row in told}
    assert not {"Kosovo", "Taiwan", "Abkhazia (de facto)"} & set(shown["Actor"])
    opened = page("map", {"issue": "nk-votes-valid"})
    opened.session_state["totals"] = True
    table = opened.run().dataframe[0].value
    assert len(table) == 8
    yours = table[table["Rule"].str.endswith("(yours)")]
    assert list(yours["Stand elsewhere than under yours"]) == [""]
