"""The snippet for other pages is two elements that can do no more than they are for."""

from hypothesis import given
from hypothesis import strategies as st

from exports.embedding import KINDS, Size, snippet
from tests.api.parsed import elements

HOME = "https://example.org/"


@given(st.sampled_from([*KINDS]), st.text(), st.text())
def test_title_and_address_stay_within_their_attributes(kind, title, value):
    frame, script = elements(snippet(HOME, {"q": [value]}, kind, title.replace("\r", "")))
    assert (frame.tag, script.tag) == ("iframe", "script")
    assert frame["title"] == title.replace("\r", "")
    assert frame["src"].startswith(f"{HOME}embed/{kind}?q=")
    assert script["src"] == f"{HOME}embed/resize.js"
    assert not frame.text.strip()
    assert not script.text


def test_a_frame_may_not_lead_its_page_away():
    frame, _ = elements(snippet(HOME, {}, "map", "x"))
    assert "allow-top-navigation" not in frame["sandbox"]
    assert "allow-forms" not in frame["sandbox"]
    assert frame["loading"] == "lazy"


def test_a_size_is_kept():
    frame, _ = elements(snippet(HOME, {}, "map", "x", size=Size(300, 200)))
    assert (frame["width"], frame["height"]) == ("300", "200")
