"""Sentences of ours name things by links, and what comes from records stays text."""

import re

import pytest

from ui import links, names, naming


@pytest.fixture(autouse=True)
def plain_addresses(monkeypatch):
    monkeypatch.setattr(links, "thing", lambda kind, each, name: f"[{kind}:{each}]" if each else name)
    monkeypatch.setattr(links, "HTML", links.Form(str, links.thing))
    monkeypatch.setattr(links, "named", lambda kind, name: links.thing(kind, links.ids(kind).get(name), name))


def test_actors_by_name_and_titles_in_quotation_marks():
    event, title = next(iter(names.event_titles().items()))
    said = naming.linked(f"First: Iran and Türkiye, on “{title}”. On “Votes held in Nagorno-Karabakh before 2024”: 5.")
    assert said == f"First: [actor:IRN] and [actor:TUR], on “[event:{event}]”. On “[issue:nk-votes-valid]”: 5."


def test_a_name_within_a_word_or_a_title_is_none():
    said = naming.linked("Iranian, EUs, “the EU and Iran”")
    assert said == "Iranian, EUs, “the EU and Iran”"


def test_of_names_that_begin_alike_the_longer_counts():
    assert naming.linked("South Sudan, Sudan") == "[actor:SSD], [actor:SDN]"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "“<img src=x onerror=alert(1)>”", "a & b"])
def test_everything_else_is_text(text):
    said = naming.linked(text)
    assert "<" not in said
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#x27;)", said)
