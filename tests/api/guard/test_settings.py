"""What is said of the server is read once, and what cannot be meant stops it."""

import pytest


def test_nothing_said_is_safe(told):
    assert told() == (frozenset(), 1_200, 200, False, False)


def test_all_that_can_be_said(told):
    said = told(URL="https://Positions.example.org/demarche/", HOSTS="Old.example.org , *.example.com", RATE="0",
                SESSIONS="7", ACCESS_LOG="on")  # fmt: skip
    assert said == (frozenset({"positions.example.org", "old.example.org", "*.example.com"}), 0, 7, True, True)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HOSTS", "http://example.org"),
        ("HOSTS", "example.org:8501"),
        ("HOSTS", "exa mple"),
        ("HOSTS", "*.*"),
        ("RATE", "-1"),
        ("RATE", "ten"),
        ("RATE", "1e9"),
        ("SESSIONS", "٣"),
        ("ACCESS_LOG", "yes"),
    ],
)
def test_what_cannot_be_meant_is_told_by_the_name_of_its_variable(told, variable, value):
    with pytest.raises(ValueError, match=rf"^DEMARCHE_{variable} (is|names) "):
        told(**{variable: value})
