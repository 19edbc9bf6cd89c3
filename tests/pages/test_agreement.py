"""The 2020 votes, end to end: map, timeline, table and all four downloads hold the same rows, and the oracle's.

The pages are run as a reader would open them; what is compared is what they send to the browser.
"""

import json
from collections import Counter
from datetime import date

import pytest

import exports
import queries
from exports import FORMS
from exports.vocabulary import KINDS
from tests.exports.readers import read
from tests.pages import seen
from tests.pages.test_every_page import page
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions
from ui import downloads
from ui.view import View

ADDRESS = {"from": "2020-03-01", "to": "2020-04-30", "issue": "nk-votes-valid"}
VIEW = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], [], [], [], [], "")
TABLES = ("actors", "coverage", "events", "evidence", "issues", "memberships", "statements")


@pytest.fixture(scope="module")
def oracle():
    connection = queries.connect()
    return Oracle({name: connection.table(name).to_arrow_table().to_pylist() for name in TABLES})


@pytest.fixture(scope="module")
def expected(oracle):
    rows = [oracle.as_read(row) for row in oracle.in_view(VIEW.parameters())]
    assert len(rows) > 40
    return rows


def drawings(app):
    """What the page sends to be drawn, in the order of the page."""
    sent = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    return [each["drawing"] for each in sent if "drawing" in each]


def shown(row):
    return row["date_label"], row["actor_name"], row["stance_label"], row["summary"], KINDS[row["kind"]]


def test_the_table_shows_the_rows_on_its_pages(expected):
    rows = []
    for number in range(1, -(-len(expected) // 25) + 1):
        table = seen.grid(page("statements", ADDRESS | {"page": str(number)}))
        columns = ["Date", "Actor", "Stance", "What was said, in our words", "Kind"]
        rows += table[columns].itertuples(index=False, name=None)
    assert Counter(rows) == Counter(map(shown, expected))


def test_the_sentence_counts_the_rows(expected):
    actors = len({row["actor_id"] for row in expected})
    for place in ("map", "timeline", "statements"):
        texts = [element.body for element in page(place, ADDRESS).get("html")]
        sentence = f"{len(expected)} statements by {actors} actors, 1 March to 30 April 2020"
        assert sum(sentence in text for text in texts) == 1


@pytest.mark.parametrize("place", ["timeline", "map"])
def test_the_bars_and_spans_add_up_to_the_rows(expected, place):
    *_, drawing = drawings(page(place, ADDRESS))
    drawn = Counter[tuple[str, str, str]]()
    for starts, ends, _, counts in drawing["bars"] + drawing["spans"]:
        for stance, count in zip(drawing["stances"], counts, strict=True):
            drawn[stance["words"], starts, ends] += count
    counted = Counter((row["stance_label"], row["date"].isoformat(), row["counts_on"].isoformat()) for row in expected)
    assert drawn == counted
    assert drawing["spans"]


def test_the_map_colours_what_the_oracle_says(oracle):
    asked = VIEW.parameters() | {"through": None, "voices": None, "un_members_only": False}
    told = positions(oracle, asked)
    placed = {"state", "observer_state", "partially_recognised_state", "de_facto_authority"}
    table = seen.grid(page("map", ADDRESS))
    assert len(table) == len(told)
    labels = {"oppose": "Not recognised", "support": "Regarded as valid", "neutral": "No judgement"}
    named = {row["actor_name"]: row for row in told}
    for row in table.to_dict("records"):
        held = named[row["Actor"]]
        assert row["Position"] == (labels[held["stance"]] if held["stance"] else held["silence"].capitalize())
    drawing, _ = drawings(page("map", ADDRESS))
    assert set(drawing["actors"]) == {row["actor_id"] for row in told if row["actor_kind"] in placed}
    words = {actor: drawing["classes"][each["class"]]["words"] for actor, each in drawing["actors"].items()}
    for row in told:
        if row["actor_kind"] in placed:
            said = labels[row["stance"]] if row["stance"] else row["silence"].capitalize()
            assert words[row["actor_id"]].partition(" – ")[0] == said


@pytest.mark.parametrize("form", FORMS)
def test_every_download_holds_the_rows(expected, form):
    asked = VIEW.asked("statements")
    about = downloads.describe(asked, len(expected))
    rows = read(b"".join(exports.stream(asked.tables(), asked.schema(), about, form)), form)
    assert {row["statement_id"]: row["summary"] for row in rows} == {
        row["statement_id"]: row["summary"] for row in expected
    }
    assert len(rows) == len(expected)
