"""What is asked for is written as an address and read back the same; what an address cannot mean is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exports
from exports import TABLES, Unusable, asked_of, parameters
from exports.rule import SHORT
from exports.vocabulary import ATTRIBUTIONS, KINDS, STANCES, VOICES
from tests.exports.tables import patient

HOME = "https://example.org/demarche/"
NEEDED = {"search": {"q": ["border"]}, "reactions": {"event": ["nk-elections-2020-03-31"]}}
DAYS = ["1988-01-01", "2020-03-01", "2020-04-30", "2026-12-31"]


def some(values):
    return st.lists(st.sampled_from(sorted(values)), unique=True, max_size=2)


choices = st.fixed_dictionaries(
    {
        "issue": st.sampled_from([[], ["nk-votes-valid"], ["every-issue"]]),
        "actor": some(["FRA", "ARM", "EU"]),
        "org": some(["EU", "GUAM"]),
        "stance": some(STANCES),
        "kind": some(KINDS),
        "attribution": some(ATTRIBUTIONS),
        "source": st.sampled_from([[], ["azernews-2020-04-15-geo"]]),
        "event": st.sampled_from([[], ["nk-elections-2020-03-31"]]),
        "voice": some(VOICES),
        "through": some(["EU", "GUAM", "OIC"]),
        "count": st.sampled_from([[], ["un"], ["everyone"]]),
        "from": st.sampled_from([[], *([day] for day in DAYS[:2])]),
        "to": st.sampled_from([[], *([day] for day in DAYS[2:])]),
        "q": st.sampled_from([[], ["border"], ["“two words” NOT three"]]),
        "similar": st.sampled_from([[], ["yes"]]),
        "raw": st.sampled_from([[], ["yes"]]),
    }
)


@pytest.mark.parametrize("table", TABLES)
def test_an_address_is_read_as_it_was_written(table):
    @given(choices)
    @patient
    def each(drawn):
        takes = (*TABLES[table].takes, "raw")
        asked = asked_of(table, {name: texts for name, texts in drawn.items() if name in takes} | NEEDED.get(table, {}))
        for frozen in (True, False):
            assert asked_of(table, asked.address(frozen=frozen)) == asked

    each()


def test_a_lasting_address_names_version_and_days_and_a_living_one_grows():
    asked = asked_of("statements", {})
    assert {"data", "from", "to"} <= set(asked.address())
    assert not {"data", "from", "to"} & set(asked.address(frozen=False))
    assert asked_of("statements", {"to": ["2020-04-30"]}).address(frozen=False)["to"] == ["2020-04-30"]


def test_each_table_leads_to_the_page_that_shows_it():
    asked = asked_of("positions", {"issue": ["nk-votes-valid"]})
    assert asked.page_url(HOME).startswith(f"{HOME}?from=1988-01-01")
    assert asked.only(issue="").page_url(HOME).startswith(f"{HOME}matrix?")
    assert asked_of("events", {}).page_url(HOME).startswith(f"{HOME}timeline?")
    assert asked.api_url(HOME, "csv").startswith(f"{HOME}api/positions.csv?")
    assert "raw" not in asked.only(raw=True).page_url(HOME)


@pytest.mark.parametrize(
    ("table", "address", "name"),
    [
        ("statements", {"q": ["border"]}, "q"),
        ("statements", {"colour": ["red"]}, "colour"),
        ("statements", {"from": ["1/3/2020"]}, "from"),
        ("statements", {"from": ["20200301"]}, "from"),
        ("statements", {"from": [""]}, "from"),
        ("statements", {"from": ["2021-01-01"], "to": ["2020-01-01"]}, "from"),
        ("statements", {"from": ["2020-01-01", "2021-01-01"]}, "from"),
        ("statements", {"issue": ["\x00"]}, "issue"),
        ("statements", {"actor": ["FRA", "ATLANTIS"]}, "actor"),
        ("statements", {"stance": ["support\ud800"]}, "stance"),
        ("statements", {"collection": ["atlantis"]}, "collection"),
        ("statements", {"raw": ["true"]}, "raw"),
        ("positions", {"as_of": ["2020-01-01"], "to": ["2020-01-01"]}, "as_of"),
        ("positions", {"rule": ["un"], "voice": ["vote"]}, "rule"),
        ("positions", {"rule": ["mine"]}, "rule"),
        ("search", {}, "q"),
        ("search", {"q": ["  "]}, "q"),
        ("search", {"q": ["a" * 10_000]}, "q"),
        ("reactions", {}, "event"),
    ],
)
def test_what_means_nothing_is_refused_in_a_sentence_that_names_it(table, address, name):
    with pytest.raises(Unusable) as refused:
        asked_of(table, address)
    assert refused.value.name == name
    assert name in str(refused.value)
    assert len(str(refused.value)) < 400
    assert str(refused.value).encode()
    assert str(refused.value).endswith((".", ")."))


def test_positions_on_very_many_issues_are_asked_for_one_issue_at_a_time(monkeypatch):
    monkeypatch.setattr(parameters, "MOST_ISSUES", 3)
    with pytest.raises(Unusable, match=r"issue has to name one: the collection has \d+, .* at most 3 at once"):
        asked_of("positions", {}).rows()
    assert asked_of("positions", {"issue": ["nk-votes-valid"]}).rows().total
    assert asked_of("statements", {}).rows().total


@pytest.mark.parametrize("rule", SHORT)
def test_every_short_name_of_a_rule_means_what_it_says(rule):
    asked = asked_of("positions", {"issue": ["nk-votes-valid"], "rule": [rule]})
    said = asked.rule()
    expected = {
        "own": "own voice only; mentions in lists included; all states and authorities",
        "no-lists": "own voice only; counting only own statements and votes; all states and authorities",
        "statements": "own voice only; counting only own statements; all states and authorities",
        "votes": "own voice only; counting only votes; all states and authorities",
        "un": "own voice only; mentions in lists included; members of the United Nations only",
    }
    if rule == "borrowed":
        assert "EU" in asked.through
        assert not {"NAM-ORG", "UN", "OIC", "OSCE"} & set(asked.through)
    else:
        assert said == expected[rule]


def test_a_file_says_what_was_asked():
    asked = exports.asked_of(
        "sources", {"issue": ["nk-votes-valid"], "kind": ["vote"], "event": NEEDED["reactions"]["event"]}
    )
    assert dict(asked.words()) == {
        "Dates": "1988 to 2026",
        "Issue": "Votes held in Nagorno-Karabakh before 2024",
        "Kind": "Vote",
        "Event": asked.names.events["nk-elections-2020-03-31"],
    }


@pytest.mark.parametrize("event", ["", "nk-elections-2020-03-31"])
@pytest.mark.parametrize("narrowed", [{}, {"kinds": ("vote",)}, {"actors": ("FRA",)}, {"attributions": ("listed",)}])
def test_rows_are_counted_as_they_are_given(narrowed, event):
    for table in ("statements", "evidence", "actors"):
        asked = asked_of(table, {}).only(event=event, **narrowed)
        assert asked.count() == asked.rows().total == sum(piece.num_rows for piece in asked.tables())
