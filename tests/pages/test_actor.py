"""The page of an actor: where its position changed, with both texts; who is kept apart; with whom it agrees."""

import html
import json
import re
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

import queries
from tests.pages import seen
from tests.pages.test_every_page import page


def table(name):
    return pd.read_parquet(queries.PARQUET / f"{name}.parquet")


def text(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))).strip()


def blocks(app, css_class):
    return [block for block in seen.words(app) if f"class='{css_class}'" in block]


def own_positions():
    """Everybody's latest own stance on every issue, by pandas alone: contested where the last day holds several."""
    said = table("statements")
    last = said[said["counts_on"] == said.groupby(["actor_id", "issue_id"])["counts_on"].transform("max")]
    sides = last.groupby(["actor_id", "issue_id"])["stance"].agg(lambda stances: frozenset(stances))
    return sides[sides.map(len) == 1].map(min).unstack()


def agreements(actor):
    """Index and number of shared issues with every other, by pandas alone; neutral lies midway."""
    places = own_positions().replace({"support": 0.0, "neutral": 0.5, "oppose": 1.0}).astype(float)
    apart = places.sub(places.loc[actor], axis=1).abs()
    shared = apart.notna().sum(axis=1)
    found = pd.DataFrame({"index": 1 - apart.sum(axis=1) / shared, "shared": shared})
    return found[found["shared"] >= 5].drop(actor)


@pytest.fixture(scope="module")
def armenia():
    app = page("actor", {"who": "ARM", "from": "2020-10-31", "to": "2023-05-31"})
    assert not app.exception
    return app


def test_armenia_moved_between_october_2020_and_may_2023_with_both_statements(armenia):
    pairs = [text(block) for block in blocks(armenia, "pair")]
    (moved,) = [pair for pair in pairs if "As of 31 October 2020" in pair and "86,600 sq km included" in pair]
    assert "Artsakh was Armenia" in moved
    assert moved.index("Artsakh was Armenia") < moved.index("As of 31 May 2023") < moved.index("86,600")
    (headed,) = [block for block in seen.words(armenia) if "86,600 sq km included" in block and "31 October" in block]
    assert text(headed).startswith("Azerbaijan's territorial integrity – Changed")
    (self_determination,) = [
        block for block in seen.words(armenia) if "31 October 2020" in block and "remedial secession" in block
    ]
    assert text(self_determination).startswith("Self-determination of Nagorno-Karabakh – Reaffirmed")


def test_every_change_of_position_has_both_texts(armenia):
    said = table("statements").query("actor_id == 'ARM'").set_index("statement_id")
    changes = 0
    for _, own in said.groupby("issue_id"):
        days = own.groupby("counts_on")["stance"].agg(lambda stances: frozenset(stances))
        changes += sum(one != other for one, other in pairwise(days))
    expanders = [box.label for box in armenia.expander if "→" in box.label]
    assert len(expanders) == changes == 12
    both = [text(block) for block in blocks(armenia, "pair") if "From then on" in block]
    (recognised,) = [pair for pair in both if "Prague" in pair and "Artsakh was Armenia" in pair]
    assert recognised.index("Artsakh was Armenia") < recognised.index("From then on") < recognised.index("Prague")
    assert len(both) == changes


def test_the_lines_hold_every_statement_once(armenia):
    sent = [json.loads(each.proto.json) for each in armenia.get("bidi_component")]
    (drawing,) = [each["drawing"] for each in sent if "drawing" in each]
    points = [point["id"] for lane in drawing["lanes"] for point in lane["points"]]
    assert sorted(points) == sorted(table("statements").query("actor_id == 'ARM'")["statement_id"])
    assert "Armenia" in drawing["label"]


def test_france_keeps_government_and_parliament_apart():
    france, senate = page("actor", {"who": "FRA"}), page("actor", {"who": "FRA-SENATE"})
    (identity,) = blocks(france, "identity")
    assert "French Senate (2 statements)" in text(identity)
    assert "French National Assembly (1 statement)" in text(identity)
    words = " ".join(map(text, seen.words(france)))
    assert "Senators asked the government by 305 votes" not in words
    assert "A body of France" in text(blocks(senate, "identity")[0])
    said = " ".join(map(text, seen.words(senate)))
    assert "Senators asked the government by 305 votes" in said


@pytest.mark.parametrize("actor", ["ARM", "FRA", "EU"])
def test_agreement_is_what_pandas_says(actor):
    expected, named = agreements(actor), table("actors").set_index("actor_id")["short_name"]
    app = page("actor", {"who": actor})
    (block,) = [block for block in blocks(app, "pair") if "class='agreements'" in block]
    shown = re.findall(r"<tr><th scope='row'>(.*?)</th><td>(\d+)%</td><td>(\d+)</td>", block)
    assert len(shown) == min(16, len(expected))
    by_name = {named[other]: row for other, row in expected.iterrows()}
    for name, index, shared in shown:
        row = by_name[html.unescape(name)]
        assert (int(index), int(shared)) == (round(row["index"] * 100), row["shared"])
    indices = [by_name[html.unescape(name)]["index"] for name, *_ in shown[:8]]
    assert indices == sorted(expected["index"], reverse=True)[:8]
    assert f"{len(expected)} in all" in " ".join(map(text, seen.words(app)))


def test_two_actors_side_by_side():
    app = page("actor", {"who": "ARM", "with": "AZE"})
    sent = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    (drawing,) = [each["drawing"] for each in sent if "drawing" in each]
    assert {lane["note"] for lane in drawing["lanes"]} == {"Armenia", "Azerbaijan"}
    row = agreements("ARM").loc["AZE"]
    said = " ".join(map(text, seen.words(app)))
    assert f"Agreement {row['index']:.0%} over {row['shared']:.0f} issues" in said


def test_voices_are_counted_apart():
    app = page("actor", {"who": "FRA"})
    (block,) = blocks(app, "voices")
    row = next(row for row in re.findall(r"<tr>(.*?)</tr>", block) if "Votes held" in row)
    own, votes, lists, lent = (text(cell) for cell in re.findall(r"<td data-voice='.*?'>(.*?)</td>", row))
    said = table("statements").query("actor_id == 'FRA' and issue_id == 'nk-votes-valid'")
    spoken = said[said["attribution"] != "listed"]["stance"].value_counts()
    assert own == f"{spoken['oppose']} oppose {spoken['neutral']} neutral"
    assert (votes, lists) == ("", "1 oppose")
    assert "EU 12 oppose" in lent


def test_wording_marks_new_words_and_says_that_it_is_an_aid(armenia):
    (caution,) = [text(block) for block in seen.words(armenia) if "An aid, not a verdict" in block]
    assert "our own summaries" in caution
    (lined,) = [block for block in seen.words(armenia) if "<ol class='said'>" in block]
    items = re.findall(r"<li>(.*?)</li>", lined)
    assert len(items) == 12
    assert all("<mark>" in item for item in items)
    assert "No longer there" not in lined
    armenia.toggle(key="gone").set_value(True).run()
    (lined,) = [block for block in seen.words(armenia) if "<ol class='said'>" in block]
    assert "No longer there" in lined


def test_an_actor_that_said_nothing_is_shown_for_what_it_is():
    silent = set(table("actors")["actor_id"]) - set(table("statements")["actor_id"])
    app = page("actor", {"who": min(silent)})
    assert not app.exception
    assert any("itself is on record." in block for block in seen.words(app))


@pytest.mark.parametrize("actor", sorted(table("actors")["kind"].unique()))
def test_every_kind_of_actor_has_its_page(actor):
    app = page("actor", {"who": table("actors").query("kind == @actor")["actor_id"].iloc[-1]})
    assert not app.exception


def test_dates_before_the_first_day_compare_nothing():
    app = page("actor", {"who": "ARM"})
    assert any("Choose a day here" in block for block in seen.words(app))
    chosen = page("actor", {"who": "ARM", "before": "2020-10-31"})
    said = [block for block in seen.words(chosen) if "As of 31 October 2020" in block]
    assert any(f"As of 31 December {date.today().year}" in block for block in said)
