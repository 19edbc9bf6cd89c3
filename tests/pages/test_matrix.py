"""The matrix, end to end: grid, maps, sentence, cohesion and files say what the records say."""

import csv
import io
import json
from collections import Counter
from datetime import date

import pytest

import exports
import queries
from methods.cohesion import attina, rice
from tests.pages import seen
from tests.pages.test_every_page import page, texts
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions
from ui import cohesion, downloads, names, rows, rules
from ui.view import View

TABLES = ("actors", "coverage", "events", "evidence", "issues", "memberships", "statements")
RULE = {"through": None, "voices": None, "un_members_only": False}
VIEW = View(date(2019, 1, 1), date(2023, 12, 31), "", [], [], [], [], [], "")
ADDRESS = {"from": "2019-01-01", "to": "2023-12-31"}
SIGNS = {"support": "+", "oppose": "−", "neutral": "○", "contested": "±"}


@pytest.fixture(scope="module")
def told():
    """Every actor's row by issue, straight from the rule."""
    connection = queries.connect()
    oracle = Oracle({name: connection.table(name).to_arrow_table().to_pylist() for name in TABLES})
    asked = VIEW.parameters() | RULE
    return {
        issue: {row["actor_id"]: row for row in positions(oracle, asked | {"issue_id": issue})}
        for issue in oracle.issues
    }


def component(app, key):
    """What a component of the page was given."""
    (found,) = [each for each in app.get("bidi_component") if key in each.proto.id]
    return json.loads(found.proto.json)


def grid(app):
    return component(app, "matrix-grid")


def answer(app):
    (found,) = [text for text in seen.words(app) if "class='answer'" in text]
    return found


def stances(told, actor):
    """An actor's stances in its own voice, by issue."""
    return {
        issue: held[actor]["stance"]
        for issue, held in told.items()
        if actor in held and held[actor]["stance"] not in (None, "contested")
    }


def agreed(told, one, other):
    """Share of issues in common on which both agree, half where one takes no side; written down a second time."""
    place = {"support": 1.0, "neutral": 0.0, "oppose": -1.0}
    mine, theirs = stances(told, one), stances(told, other)
    both = sorted(mine.keys() & theirs.keys())
    near = [1 - abs(place[mine[issue]] - place[theirs[issue]]) / 2 for issue in both]
    return (sum(near) / len(near) if len(near) >= 5 else None), len(near)


def test_every_cell_shows_what_the_oracle_says(told):
    drawing = grid(page("matrix", ADDRESS))
    signs = Counter[str]()
    for row in drawing["rows"]:
        for column, cell in zip(drawing["columns"], row["cells"], strict=True):
            held = told[column["id"]].get(row["id"])
            assert (cell is None) == (held is None)
            if held is None:
                continue
            look, words = drawing["classes"][cell[0]], column["words"][cell[0]]
            assert look["sign"].strip("()[]") == SIGNS.get(held["stance"], "")
            assert cell[1] == (held["date_label"] or "")
            if held["silence"]:
                assert words == held["silence"].capitalize()
            signs[look["sign"]] += 1
    assert all(signs[sign] for sign in ("+", "−", "○", "(−)", ""))


def test_who_has_positions_on_two_issues_is_shown_those_with_most_first(told):
    drawing = grid(page("matrix", ADDRESS))
    counts = Counter(actor for held in told.values() for actor, row in held.items() if row["stance"])
    expected = sorted(
        (actor for actor, count in counts.items() if count >= 2),
        key=lambda actor: (-counts[actor], names.actor_names()[actor]),
    )
    assert [row["id"] for row in drawing["rows"]] == expected
    assert [row["note"] for row in drawing["rows"]] == [str(counts[actor]) for actor in expected]
    assert len(expected) > 40


def test_rows_are_ordered_by_agreement_with_the_chosen_actor(told):
    app = page("matrix", ADDRESS | {"with": "ARM"})
    drawn = grid(app)["rows"]
    assert (drawn[0]["id"], drawn[0]["note"]) == ("ARM", "")
    shown = [(agreed(told, "ARM", row["id"]), row["note"]) for row in drawn[1:]]
    assert [note for _, note in shown] == ["–" if index is None else f"{index:.0%}" for (index, _), _ in shown]
    keys = [(index is None, -(index or 0), -shared) for (index, shared), _ in shown]
    assert keys == sorted(keys)
    known = {row["id"]: index for row, ((index, _), _) in zip(drawn[1:], shown, strict=True) if index is not None}
    assert f"of {len(known)} actors with at least 5 issues in common" in answer(app)
    least = [names.actor_names()[actor] for actor in known if known[actor] == min(known.values())]
    assert f"{least[0]} least ({min(known.values()):.0%})" in answer(app)


def test_the_sentence_counts_actors_positions_and_issues(told):
    held = [(actor, issue) for issue, each in told.items() for actor, row in each.items() if row["stance"]]
    issues = {issue for _, issue in held}
    actors = {actor for actor, _ in held}
    said = f"{len(actors)} actors hold {len(held)} positions on {len(issues)} issues."
    assert said in answer(page("matrix", ADDRESS))


def test_the_issue_of_the_frame_marks_a_column_and_narrows_nothing():
    one, other = (grid(page("matrix", ADDRESS | {"issue": issue})) for issue in ("nk-votes-valid", "unga-62-243"))
    assert (one["chosen"]["issue"], other["chosen"]["issue"]) == ("nk-votes-valid", "unga-62-243")
    assert one["rows"] == other["rows"]


def test_a_chosen_cell_opens_the_statements_that_decide_it(told):
    app = page("matrix", ADDRESS | {"focus": "FRA", "issue": "az-operation-2023"})
    row = told["az-operation-2023"]["FRA"]
    said = rows.records("statements_by_id", statement_ids=row["statement_ids"])
    assert any("id='position'>France<" in text for text in seen.words(app))
    assert any(said[0]["stance_label"] in text and "class='claim'" in text for text in texts(app))
    assert grid(app)["chosen"]["actor"] == "FRA"


def test_a_chosen_silence_says_which():
    app = page("matrix", {"focus": "IRN", "issue": "unga-62-243"})
    assert any("Took no part in the vote" in text for text in texts(app))


def test_chosen_actors_are_shown_whatever_they_hold_and_the_compared_one_with_them():
    app = page("matrix", ADDRESS | {"actor": ["TUV", "FRA"], "with": "ARM"})
    assert {row["id"] for row in grid(app)["rows"]} == {"TUV", "FRA", "ARM"}


def test_an_actor_that_is_not_in_view_is_said_to_be():
    app = page("matrix", ADDRESS | {"org": "EU", "with": "ARM"})
    assert any("Armenia is not in this view" in caption.value for caption in app.caption)


def test_blocs_count_their_members_of_the_last_day(told):
    app = page("matrix", ADDRESS | {"rows": "blocs", "actor": "FRA"})
    drawing = grid(app)
    members = rows.records("members_on_day", until=VIEW.until)
    for row in drawing["rows"]:
        own = [each["actor_id"] for each in members if each["organisation_id"] == row["id"]]
        assert row["members"] == len(own) >= 2
        for column, parts in zip(drawing["columns"], row["cells"], strict=True):
            signs = Counter[str]()
            for place, number in parts:
                signs[drawing["classes"][place]["sign"].strip("()[]")] += number
            held = [told[column["id"]][actor]["stance"] for actor in own if actor in told[column["id"]]]
            assert signs == Counter(SIGNS.get(stance, "") for stance in held)
    assert {"EU", "GUAM", "UN"} <= {row["id"] for row in drawing["rows"]}
    assert any("filter for actors is left out" in caption.value for caption in app.caption)


def test_a_chosen_cell_of_a_bloc_names_members_by_side():
    app = page("matrix", {"rows": "blocs", "focus": "GUAM", "issue": "unga-62-243"})
    assert any(
        "In favour – own voice (4)</b>: Azerbaijan, Georgia, Moldova and Ukraine" in text for text in seen.words(app)
    )
    assert any("class='claim'" in text for text in texts(app))


def test_small_maps_count_what_the_map_counts(told):
    maps = component(page("matrix", ADDRESS), "small-maps")["maps"]
    kinds = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")
    for each in maps:
        drawn = [row for row in told[each["id"]].values() if row["actor_kind"] in kinds]
        assert sorted(actor for fill in each["fills"].values() for actor in fill) == sorted(
            row["actor_id"] for row in drawn
        )
        counts = Counter(SIGNS[row["stance"]] for row in drawn if row["stance"])
        assert {count["sign"]: count["number"] for count in each["counts"]} == counts


def test_cohesion_says_how_the_roll_call_went_and_measures_every_bloc():
    app = page("matrix", {})
    said = "192 full members of the UN were called; 39 voted in favour, 7 against, 100 abstained, 46 took no part"
    assert any(said in text for text in seen.words(app))
    table = seen.grid(app).set_index("Organisation")
    assert tuple(table.loc["UN"][["In favour", "Against", "Abstained", "Took no part"]]) == (39, 7, 100, 46)
    for _, row in table.iterrows():
        assert row["Attinà"] == pytest.approx(attina(row["In favour"], row["Against"], row["Abstained"]), abs=0.005)
    assert list(table["Attinà"]) == sorted(table["Attinà"], reverse=True)
    assert "No roll call is on record in these dates" in "".join(texts(page("matrix", ADDRESS)))


@pytest.mark.parametrize("form", exports.FORMS)
def test_the_files_of_cohesion_hold_both_indices(form):
    asked = {"event_id": "unga-62-243"}
    found = cohesion.measured(rows.table("roll_call_by_bloc", **asked))
    about = cohesion.describe(rows.records("roll_calls")[0], VIEW, found.num_rows)
    content = cohesion.file("nagorno-karabakh", asked, about, form)
    assert content
    if form == "csv":
        read = {row["organisation_id"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
        assert float(read["UN"]["attina"]) == pytest.approx((100 - 46) / 146)
        assert float(read["UN"]["rice"]) == rice(39, 7)
        assert read["NB8"]["rice"] == ""
    assert about.subject == "unga-62-243"
    assert {column.name for column in about.columns} == set(found.column_names)


def test_the_file_of_positions_has_a_row_for_each_issue_and_actor(told):
    asked = VIEW.only(issue="").asked("positions", **rules.taken(RULE))
    about = downloads.describe(asked, sum(map(len, told.values())))
    content = b"".join(exports.stream(asked.tables(), asked.schema(), about, "json"))
    found = {(row["issue_id"], row["actor_id"]): row["stance"] for row in json.loads(content)["rows"]}
    assert found == {(issue, actor): row["stance"] for issue, held in told.items() for actor, row in held.items()}
