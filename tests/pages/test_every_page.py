"""Every page runs, answers its question in a sentence, and says what is shown; also when there is nothing to show."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.sitemap import PLACES

ROOT = Path(__file__).parents[2]
VIEWS = {
    "as it opens": {},
    "the 2020 votes": {"from": "2020-03-01", "to": "2020-04-30", "issue": "nk-votes-valid"},
    "every issue": {"issue": "every-issue"},
    "no statement at all": {"from": "1989-01-01", "to": "1989-01-02", "stance": "neutral"},
    "one source": {"source": "azernews-2020-04-15-geo", "read": "azernews-2020-04-15-geo"},
    "all parameters": {
        "issue": "unga-62-243",
        "actor": "FRA",
        "org": "EU",
        "stance": "oppose",
        "kind": "vote",
        "attribution": "press",
        "through": "EU",
        "focus": "FRA",
        "view": "europe",
        "event": "unga-62-243",
        "sort": "actor",
        "statement": "no-such-statement",
        "page": "9999",
    },
    "nonsense": {"from": "31/02/2020", "issue": "<script>", "actor": "ATLANTIS", "page": "-1", "x": "y" * 10_000},
}


def page(place, view):
    """Run one page as a reader who opens its address."""
    app = AppTest.from_file(str(ROOT / "shell.py"), default_timeout=60)
    app.run()
    for name, value in view.items():
        app.query_params[name] = value
    return app.switch_page(PLACES[place].path).run()


def written(app, name):
    """What the address says of a parameter."""
    value = app.query_params[name]
    return [value] if isinstance(value, str) else value


def texts(app):
    return [element.body for element in app.get("html")]


def test_every_page_file_is_on_the_map_of_the_site():
    files = {file.relative_to(ROOT).as_posix() for file in (ROOT / "pages").rglob("*.py")}
    assert files == {place.path for place in PLACES.values()}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("place", PLACES)
def test_page_answers_in_a_sentence_or_says_what_is_missing(place, view):
    app = page(place, VIEWS[view])
    assert not app.exception
    assert [title.value for title in app.title] == [PLACES[place].question]
    answers = [text for text in texts(app) if "class='answer'" in text]
    assert len(answers) == 1
    shown = re.search(r"<p class='shown' role='status'>([^:]+): (.+)\.</p>", answers[0])
    assert shown
    assert shown[1] in ("In view", "Your filters, for the other pages, hold")
    assert re.fullmatch(r"(nothing|.+ by .+), .*\d{4}.*", shown[2])


@pytest.mark.parametrize("place", PLACES)
def test_what_the_address_could_not_say_is_named_as_text(place):
    app = page(place, VIEWS["nonsense"])
    warnings = [text for text in texts(app) if "class='warning'" in text]
    assert len(warnings) == 1
    assert "&lt;script&gt;" in warnings[0]
    assert "<script>" not in warnings[0]


def test_a_range_that_ends_before_it_begins_is_said_to():
    app = page("statements", {"from": "2020-05-01", "to": "2020-04-01"})
    assert not app.exception
    assert "first day lies after the last day" in app.info[0].value


def test_a_filter_goes_into_the_address_and_reset_takes_it_out_again():
    app = page("statements", {"stance": "oppose", "actor": "FRA"})
    app.multiselect(key="actor").set_value(["FRA", "DEU"]).run()
    assert written(app, "actor") == ["FRA", "DEU"]
    assert written(app, "stance") == ["oppose"]
    reset = next(button for button in app.button if button.label == "Reset all filters")
    reset.click().run()
    assert set(app.query_params) == {"from", "to", "issue", "data"}
    assert app.multiselect(key="actor").value == []


def test_a_preset_sets_both_dates():
    app = page("statements", {})
    app.pills[0].set_value("2020 war").run()
    assert written(app, "from") == ["2020-09-27"]
    assert written(app, "to") == ["2020-11-10"]


def test_a_changed_filter_starts_at_the_first_page_again():
    app = page("statements", {"issue": "every-issue", "page": "3", "statement": "2020-04-15-geo-nk-votes-valid"})
    assert app.session_state["page"] == 3
    app.multiselect(key="stance").set_value(["oppose"]).run()
    assert app.session_state["page"] == 1
    assert app.session_state["statement"] is None
