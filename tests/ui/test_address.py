"""The address holds ids, survives every hostile text, and gives back what was written."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from exports.values import LONGEST_ECHO, echo
from ui.address import Parameter, read, write

FIRST, LAST = date(1988, 1, 1), date(2026, 12, 31)
ISSUES = ("nk-votes-valid", "peace-treaty")
ACTORS = ("AZE", "FRA", "GEO", "NAM-ORG")
PARAMETERS = (
    Parameter("from", FIRST, (FIRST, LAST), always=True),
    Parameter("to", LAST, (FIRST, LAST), always=True),
    Parameter("issue", "nk-votes-valid", ISSUES, always=True),
    Parameter("actor", [], ACTORS),
    Parameter("source", None, ("azernews-2020-04-15-geo",)),
    Parameter("page", 1),
    Parameter("statement", None),
    Parameter("q", "", longest=20),
    Parameter("similar", False),
)
DEFAULTS = {parameter.name: parameter.default for parameter in PARAMETERS}

days = st.integers(0, (LAST - FIRST).days).map(lambda number: FIRST + timedelta(days=number))
values = st.fixed_dictionaries(
    {
        "from": days,
        "to": days,
        "issue": st.sampled_from(ISSUES),
        "actor": st.lists(st.sampled_from(ACTORS), unique=True),
        "source": st.sampled_from([None, "azernews-2020-04-15-geo"]),
        "page": st.integers(1, 999_999),
        "q": st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=20),
        "similar": st.booleans(),
        "statement": st.none() | st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}", fullmatch=True),
    }
)


@given(values)
def test_what_was_written_is_read_back(view):
    assert read(write(view, PARAMETERS), PARAMETERS) == (view, [])


@given(st.dictionaries(st.sampled_from([*DEFAULTS, "utm", "x"]), st.lists(st.text(), min_size=1, max_size=3)))
def test_no_text_breaks_the_reading_and_each_value_stays_possible(raw):
    view, complaints = read(raw, PARAMETERS)
    assert set(view) == set(DEFAULTS)
    assert FIRST <= view["from"] <= LAST
    assert view["issue"] in ISSUES
    assert set(view["actor"]) <= set(ACTORS)
    assert view["page"] >= 1
    assert all(len(complaint) < LONGEST_ECHO + 80 for complaint in complaints)


def test_an_empty_address_is_the_default_view():
    assert read({}, PARAMETERS) == (DEFAULTS, [])


def test_a_bad_value_falls_back_and_is_named_while_the_good_one_beside_it_stays():
    view, complaints = read({"actor": ["FRA", "ATLANTIS"], "from": ["2020-02-30"]}, PARAMETERS)
    assert (view["actor"], view["from"]) == (["FRA"], FIRST)
    assert complaints == [
        "“2020-02-30” is not a usable value for “from”",
        "“ATLANTIS” is not a usable value for “actor”",
    ]


def test_a_date_outside_the_collection_is_moved_to_its_edge_and_named():
    view, complaints = read({"from": ["1066-10-14"], "to": ["9999-12-31"]}, PARAMETERS)
    assert (view["from"], view["to"]) == (FIRST, LAST)
    assert len(complaints) == 2


def test_page_numbers_are_positive_and_short():
    for text in ("0", "-1", "1e3", "²", "١", "9" * 50, " 1", ""):
        assert read({"page": [text]}, PARAMETERS)[0]["page"] == 1


def test_markup_cannot_be_an_id():
    for text in ("<script>", "a b", "../x", "a" * 10_000, "a\x00", ""):
        assert read({"statement": [text]}, PARAMETERS)[0]["statement"] is None


@given(st.text())
def test_an_echo_is_short_and_printable(text):
    assert len(echo(text)) <= LONGEST_ECHO + 1
    assert echo(text).isprintable()


def test_the_address_says_range_and_issue_always_and_the_rest_where_it_differs():
    assert write(DEFAULTS, PARAMETERS) == {
        "from": ["1988-01-01"],
        "to": ["2026-12-31"],
        "issue": ["nk-votes-valid"],
    }


def test_words_to_search_for_are_printable_and_short():
    for text in ("a" * 21, "a\x00b", "a\nb", "\u202e"):
        view, complaints = read({"q": [text]}, PARAMETERS)
        assert (view["q"], len(complaints)) == ("", 1)
    assert read({"q": ["“Əliyev” OR <b>"]}, PARAMETERS)[0]["q"] == "“Əliyev” OR <b>"


def test_a_switch_is_on_only_when_the_address_says_yes():
    assert read({"similar": ["yes"]}, PARAMETERS)[0]["similar"] is True
    for text in ("no", "true", "1", "<b>"):
        view, complaints = read({"similar": [text]}, PARAMETERS)
        assert (view["similar"], len(complaints)) == (False, 1)
