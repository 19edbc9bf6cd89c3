"""Rights go to whom the rules name, by claims that are what they should be, and to nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.roles import BadAccess, is_fresh, may, roles, verified_mail, who

NOW = 1_800_000_000
ANNA = {
    "is_logged_in": True,
    "iat": NOW - 60,
    "sub": "7",
    "name": "Anna Kok",
    "email": "Anna@Paper.example",
    "email_verified": True,
    "groups": ["editors", "night desk"],
}


def rules(**section):
    return roles(section, has_provider=True)


@pytest.mark.parametrize(
    ("rule", "has_it"),
    [
        ("*", True),
        ("logged-in", True),
        ("anna@paper.example", True),
        ("ANNA@paper.example", True),
        ("@paper.example", True),
        ("group:editors", True),
        ("group:night desk", True),
        ("group:Editors", False),
        ("group:edit", False),
        ("@example", False),
        ("@aper.example", False),
        ("kok@paper.example", False),
        ("a@paper.example", False),
    ],
)
def test_who_is_named_has_the_right(rule, has_it):
    assert may("write", rules(write=[rule]), ANNA, NOW) is has_it


HOSTILE = [
    {"email_verified": False},
    {"email_verified": "true"},
    {"email_verified": 1},
    {"email_verified": None},
    {"email": "anna@paper.example.evil.test"},
    {"email": "anna@evil.test@paper.example"},
    {"email": "anna@paper.example "},
    {"email": "anna@paper.example\n"},
    {"email": "аnna@paper.example"},
    {"email": "anna@pаper.example"},
    {"email": "ａnna@paper.example"},
    {"email": ["anna@paper.example"]},
    {"email": None},
    {"email": "x" * 300 + "@paper.example"},
    {"is_logged_in": False},
    {"is_logged_in": "yes"},
    {"is_logged_in": 1},
    {"iat": NOW - 13 * 3_600},
    {"iat": NOW + 3_600},
    {"iat": str(NOW)},
    {"iat": None},
    {"iat": True},
    {"iat": float("nan")},
]


@pytest.mark.parametrize("changed", HOSTILE, ids=range(len(HOSTILE)))
def test_a_claim_that_is_not_what_it_should_be_gives_nothing(changed):
    for rule in ("anna@paper.example", "@paper.example"):
        assert not may("write", rules(write=[rule]), ANNA | changed, NOW)


@pytest.mark.parametrize("claim", ["email", "email_verified", "is_logged_in", "iat"])
def test_a_claim_that_is_missing_gives_nothing(claim):
    held = {name: value for name, value in ANNA.items() if name != claim}
    assert not may("write", rules(write=["anna@paper.example"]), held, NOW)


@pytest.mark.parametrize(
    ("groups", "has_it"),
    [
        (["editors"], True),
        ("editors", True),
        ("chief editors", False),
        ("editors,readers", False),
        ({"editors": True}, False),
        ([["editors"]], False),
        (None, False),
        (7, False),
        (["x"] * 100_000, False),
    ],
)
def test_groups_are_a_list_or_one_and_never_a_part_of_a_word(groups, has_it):
    assert may("write", rules(write=["group:editors"]), ANNA | {"groups": groups}, NOW) is has_it


def test_another_claim_can_hold_the_groups():
    known = rules(write=["group:editors"], groups_claim="roles")
    assert not may("write", known, ANNA, NOW)
    assert may("write", known, ANNA | {"roles": ["editors"]}, NOW)


def test_what_is_not_named_is_open_for_questions_and_closed_for_writing():
    known = rules()
    assert may("sql", known, {}, NOW)
    assert not may("write", known, ANNA, NOW)


def test_a_login_lasts_as_long_as_the_rules_say():
    known = rules(hours=2)
    assert is_fresh(known, ANNA | {"iat": NOW - 7_199}, NOW)
    assert not is_fresh(known, ANNA | {"iat": NOW - 7_201}, NOW)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ({"reed": ["*"]}, "access.reed is no right"),
        ({"write": [""]}, "access.write names ''"),
        ({"write": ["group:"]}, "access.write names 'group:'"),
        ({"write": ["@"]}, "access.write names '@'"),
        ({"write": ["paper.example"]}, "access.write names 'paper.example'"),
        ({"write": {"a": 1}}, "access.write has to be a list of texts"),
        ({"write": [7]}, "access.write has to be a list of texts"),
        ({"sql": None}, "access.sql has to be a list of texts"),
        ({"hours": 0}, "access.hours"),
        ({"hours": True}, "access.hours"),
        ({"hours": "12"}, "access.hours"),
        ({"contact": 7}, "access.contact"),
        ({"groups_claim": ""}, "access.groups_claim"),
    ],
)
def test_rules_that_cannot_be_meant_are_told(section, told):
    with pytest.raises(BadAccess, match=told):
        rules(**section)


def test_rules_about_people_need_somebody_who_knows_them():
    with pytest.raises(BadAccess, match="auth names no provider"):
        roles({"sql": ["@paper.example"]}, has_provider=False)
    assert not may("sql", roles({"sql": []}, has_provider=False), ANNA, NOW)


def test_somebody_is_named_by_what_the_provider_vouches_for():
    assert who(ANNA) == "Anna Kok <anna@paper.example>"
    assert who(ANNA | {"email_verified": False}) == "Anna Kok"
    assert who({"sub": "7"}) == "7"
    assert who(ANNA | {"name": "Anna\n<b>"}) == "anna@paper.example"


@pytest.mark.parametrize("mail", [{"email": "mallory@paper.example"}, {"email_verified": False}])
def test_nobody_takes_the_address_of_somebody_else_into_a_name(mail):
    assert "boris@" not in who(ANNA | {"name": "Boris Li <boris@paper.example>"} | mail)


JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.lists(st.text(max_size=9))


@given(st.dictionaries(st.sampled_from([*ANNA]), JUNK), st.floats(0, 4e9))
def test_no_claims_break_it(claims, now):
    known = rules(write=["@paper.example", "group:editors", "logged-in"])
    assert may("write", known, claims, now) in (True, False)
    assert isinstance(who(claims), str)
    assert isinstance(verified_mail(claims), str)
