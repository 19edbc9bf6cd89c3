"""What stands around a text: what a source is, what rests on it, how well that is corroborated, and the ways out."""

import re
from datetime import date, datetime

import pytest
import streamlit as st

from ui import claims, corroboration, evidence, reading, source_facts, source_list
from ui.parameters import defaults
from ui.passages import passages

MARKUP = "<script>window.ran=1</script>&copy"
TEXT = "One. Georgia said no. Two."


@pytest.fixture(autouse=True)
def session(monkeypatch):
    """A reader's parameters, as the frame holds them."""
    state = defaults()
    monkeypatch.setattr("ui.links.st.session_state", state)
    return state


def source(**more):
    return {
        "source_id": "made-up",
        "kind": "news",
        "publisher": f"Paper {MARKUP}",
        "publisher_country": "Georgia",
        "title": f"Title {MARKUP}",
        "url": "https://example.org/page",
        "published": date(2020, 4, 15),
        "date_precision": "day",
        "language": "en",
        "actor_id": None,
        "actor_name": None,
        "speaker": None,
        "text": TEXT,
        "text_sha256": "ab12",
    } | more


def said(statement_id="s1", source_id="made-up", **more):
    """A statement on a passage, as `passages_of_source` and `evidence_of_statements` have it."""
    return {
        "statement_id": statement_id,
        "source_id": source_id,
        "source_title": f"Title of {source_id} {MARKUP}",
        "start": 5,
        "end": 20,
        "attribution": "press",
        "locator": None,
        "kind": "statement",
        "date_label": "15 April 2020",
        "actor_id": "GEO",
        "actor_name": "Georgia",
        "issue_title": "Votes held in Nagorno-Karabakh before 2024",
        "stance_label": "Not recognised",
        "summary": f"It said {MARKUP}",
        "publisher": "Paper",
        "publisher_country": None,
        "published": date(2020, 12, 31),
        "date_precision": "year",
        "url": "https://example.org/page",
        "origin_id": source_id,
    } | more


def held_apart(*origins, attributions=()):
    """Evidence of one statement from several sources, each with the origin of its text; None where none is held."""
    ways = [*attributions, *["press"] * (len(origins) - len(attributions))]
    named = zip("abcdef", origins, ways, strict=False)
    return [said(source_id=each, origin_id=origin, attribution=way) for each, origin, way in named]


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        (["a"], "1 source."),
        ([None], "1 source."),
        (["a", "a", "a"], "3 sources, 1 origin."),
        (["a", "b"], "2 sources, 2 origins."),
        (["a", None, None], "3 sources; 2 of them hold no text here and could not be compared."),
        (["a", "b", None], "3 sources; 1 of them holds no text here and could not be compared."),
        (["a", "a", None], "3 sources; 1 of them holds no text here and could not be compared; at most 2 origins."),
        ([None, None], "2 sources; no text of theirs is held here, so they could not be compared."),
    ],
)
def test_corroboration_counts_origins_and_says_what_could_not_be_compared(origins, words):
    assert corroboration.sentence(held_apart(*origins)) == words


def test_a_source_that_is_quoted_twice_is_one():
    assert corroboration.sentence([*held_apart("a"), *held_apart("a")]) == "1 source."


def test_each_source_is_named_for_what_it_is():
    rows = held_apart("a", "b", "b", "d", attributions=["direct", "press", "press", "listed"])
    weighed = corroboration.weigh(rows)
    assert [corroboration.role(row, weighed) for row in rows] == ["Primary document", "First-hand report", "Copy", ""]
    assert evidence.how(rows[0], rows[0], weighed) == "Primary document · The actor&#x27;s own publication"
    assert evidence.how(rows[3], rows[3], weighed) == "Only named in a list"
    assert evidence.how(rows[3], rows[3] | {"kind": "vote"}, weighed) == "Recorded vote"


@pytest.mark.parametrize("origins", [["a"], ["a", None]])
def test_a_report_that_was_not_compared_with_others_is_not_called_first_hand(origins):
    rows = held_apart(*origins)
    assert [corroboration.role(row, corroboration.weigh(rows)) for row in rows] == [""] * len(rows)


def known(*rows, chosen=""):
    mine: dict[str, list] = {}
    for row in rows:
        mine.setdefault(row["statement_id"], []).append(row)
    return claims.Known(mine, chosen)


def plain(html):
    return re.sub(r"<[^>]+>", "", html)


def test_other_sources_of_a_statement_are_links_with_what_they_are():
    rows = [said(), said(source_id="b", origin_id="b"), said(source_id="b", origin_id="b", start=1), said("s2")]
    html = claims.others(rows[0], known(*rows), is_open=False)
    assert "<summary>2 sources, 2 origins.</summary>" in html
    assert "<p>This source: first-hand report. Also in</p>" in html
    assert html.count("<li>") == 1
    assert html.count("read=b") == 1
    assert "First-hand report · Reported by the press: Paper, 2020" in plain(html)
    assert "<script" not in html
    assert claims.others(rows[3], known(*rows), is_open=True) == ""


def test_other_sources_wait_behind_a_line_but_for_the_chosen_statement():
    rows = [said(), said(source_id="b")]
    assert "<details class='others'>" in claims.others(rows[0], known(*rows), is_open=False)
    assert "<details class='others' open>" in claims.others(rows[0], known(*rows, chosen="s1"), is_open=False)


def test_what_statements_of_a_passage_share_is_said_once():
    rows = [said(), said("s2", actor_id="FRA", actor_name="France")]
    html = claims.together(rows, known(*rows, chosen="s2"))
    assert html.count("Reported by the press") == 1
    assert "→ <a" in html
    assert plain(html).endswith("No other source carries these 2 statements.")
    mixed = [said(), said("s2", attribution="listed")]
    assert plain(claims.together(mixed, known(*mixed))).count("15 April 2020 · ") == 2


@pytest.mark.parametrize(
    ("many", "alone", "words"),
    [(1, 1, "this statement"), (3, 3, "these 3 statements"), (3, 1, "the other statement"), (3, 0, "")],
)
def test_what_no_other_source_carries_is_counted(many, alone, words):
    rows = [said(f"s{at}") for at in range(many)]
    others = [said(f"s{at}", "b") for at in range(alone, many)]
    told = f"No other source carries {words}." if words else ""
    assert plain(claims.alone(rows, known(*rows, *others))) == told


def test_a_source_says_what_it_is_and_whose():
    own = source(actor_id="GEO", actor_name="Georgia", speaker=f"A {MARKUP}", date_precision="year", kind="speech")
    assert source_facts.kind(own).endswith(", 2020. Speech, in English.")
    assert plain(source_facts.whose(own)).startswith("Georgia’s own document (A ")
    assert "<script" not in source_facts.kind(own) + source_facts.whose(own)
    assert source_facts.whose(source()) == ""
    unknown = source(published=None, date_precision=None)
    assert "date of publication not known" in source_facts.kind(unknown)


def test_a_text_that_was_fetched_says_from_where_and_when(monkeypatch):
    answers: list = []
    monkeypatch.setattr("ui.rows.records", lambda _name, source_id: answers)
    assert plain(source_facts.held(source(), 3)) == "The text as held: 26 characters, 3 paragraphs. SHA-256 ab12"
    fetched = {"fetched_from": f"https://e.org/{MARKUP}", "fetched_at": datetime(2026, 11, 3, 9), "licence": "Free."}
    answers.append(fetched)
    html = source_facts.held(source(), 3)
    assert plain(html).startswith("This text was fetched to this machine from https://e.org/")
    assert "on 3 November 2026. Free.The text as held" in plain(html)
    assert "<script" not in html


@pytest.mark.parametrize(
    ("url", "published", "expected"),
    [
        (
            "https://e.org/a(b)?c=d&copy=1",
            date(2020, 4, 5),
            "[Original](https://e.org/a%28b%29?c=d&amp;copy=1) · "
            "[Archived copy](https://web.archive.org/web/20200405/https://e.org/a%28b%29?c=d&amp;copy=1)",
        ),
        (
            "https://e.org/a#:~:text=x%2Dy,z",
            None,
            "[Original at the passage](https://e.org/a#:~:text=x%2Dy,z) · "
            "[Archived copy](https://web.archive.org/web/https://e.org/a#:~:text=x%2Dy,z)",
        ),
        ("javascript:alert(1)", date(2020, 4, 5), None),
    ],
)
def test_the_ways_out_lead_to_the_page_and_its_archived_copy(monkeypatch, url, published, expected):
    shown: list = []
    monkeypatch.setattr(st, "markdown", shown.append)
    evidence.outside(url, published)
    assert shown == ([expected] if expected else [])


def test_the_original_opens_at_the_passage_where_its_text_is_held(monkeypatch):
    monkeypatch.setattr("ui.rows.records", lambda _name, source_id: [source()])
    assert evidence.original(said()) == "https://example.org/page#:~:text=Georgia%20said%20no"
    assert evidence.original(said(start=None, end=None)) == "https://example.org/page"


def test_the_page_is_told_of_a_text_what_there_is_to_know(session, monkeypatch):
    monkeypatch.setattr(st, "query_params", {})
    session |= {"q": "two"}
    told = reading.reading(source(), [said(), said("s2", start=None, end=None)], "s1")
    assert told["paragraphs"] == [
        ["One. ", {"text": "Georgia said no", "passages": (1,), "ends": (1,)}, ". ", {"text": "Two", "hit": 1}, "."]
    ]
    assert (told["words"], told["lit"], told["place"]) == ("two", [1], "")
    assert "&statement=s1&" in told["passages"][0]["href"] + "&"
    assert told["passages"][0]["original"] == "https://example.org/page#:~:text=Georgia%20said%20no"
    assert "q=two" in told["address"]
    assert told["citation"][1].startswith(f"”\n“Title {MARKUP}”, Paper {MARKUP} (Georgia), 15 April 2020")


@pytest.mark.parametrize(
    ("asked", "place"),
    [({}, ""), ({"hit": "3"}, "hit 3"), ({"paragraph": "12", "hit": "3"}, "paragraph 12")],
)
def test_the_place_that_the_address_names_is_gone_to(session, monkeypatch, asked, place):
    monkeypatch.setattr(st, "query_params", asked)
    session |= {"hit": 3, "paragraph": 12}
    assert reading.place() == place


def test_words_to_find_are_kept_printable_and_short(session):
    reading.find("a\u0000b\u202ec" + "x" * 500)
    assert session["q"] == "abc" + "x" * 197


def test_the_version_changes_with_the_text_and_the_words_alone(session, monkeypatch):
    monkeypatch.setattr(st, "query_params", {})
    session |= {"q": ""}
    versions = [reading.reading(source(), [said()], chosen)["version"] for chosen in ("", "s1")]
    session |= {"q": "no"}
    versions += [reading.reading(each, [], "")["version"] for each in (source(), source(text_sha256="cd34"))]
    assert versions[0] == versions[1]
    assert len(set(versions)) == 3


def test_passages_are_numbered_in_the_order_of_the_text():
    rows = [said(start=1, end=3), said("s2", start=5, end=9), said("s3", start=1, end=3)]
    assert [reading.rests_on("s3", passage) for passage in passages(rows)] == [True, False]


@pytest.mark.parametrize(
    ("published", "precision", "shown"),
    [(date(2020, 4, 5), "day", "2020-04-05"), (date(1975, 12, 31), "year", "1975"), (None, None, None)],
)
def test_the_list_of_sources_says_a_date_as_exactly_as_it_is_known(published, precision, shown):
    assert source_list.published({"published": published, "date_precision": precision}) == shown
