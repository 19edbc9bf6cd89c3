"""JSON-LD: true of what it describes, silent about what is not known, harmless in a page."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.citations.json_ld import script_safe, write
from exports.citations.work import Copy, Issued
from tests.exports.citations.works import NASTY, collection, patient, statement, work, works


def read(made):
    return json.loads(write(made).encode())


def holes(node):
    """Every value in a node, however deep, that says nothing."""
    if isinstance(node, dict):
        return [hole for value in node.values() for hole in holes(value)] if node else [node]
    if isinstance(node, list):
        return [hole for value in node for hole in holes(value)] if node else [node]
    return [node] if node in ("", None) else []


@patient
@given(works())
def test_what_is_not_known_has_no_property(made):
    node = read(made)
    assert node["@context"] == "https://schema.org"
    assert holes(node) == []


@given(st.sampled_from(NASTY) | st.text())
def test_in_a_page_it_cannot_end_its_script(text):
    text = text.encode("utf-8", "replace").decode()
    said = script_safe(json.dumps({"name": text}, ensure_ascii=False))
    assert not set(said) & set("<>&\u2028\u2029")
    assert json.loads(said) == {"name": text}


def test_a_statement_is_a_claim_of_its_actor_that_appears_in_its_sources():
    node = read(statement(actor="Georgia", abstract="Georgia called.", sources=(work(), work(id="b"))))
    assert (node["@type"], node["text"], node["author"]) == (
        "Claim",
        "Georgia called.",
        {"@type": "Organization", "name": "Georgia"},
    )
    assert node["creditText"] == "Ministry of Foreign Affairs, Georgia"
    assert [each["identifier"] for each in node["appearance"]] == ["azernews-2020-04-15-geo", "b"]
    assert (node["isPartOf"]["name"], node["version"]) == ("Who said what about Ruritania", "9b5237becebc")
    assert "claimInterpreter" not in node


def source(day, precision="day", **more):
    return work(issued=Issued(day and date(2020, 4, day), precision), **more)


@pytest.mark.parametrize(
    ("sources", "first"),
    [
        ((source(5, id="a"), source(4, id="b")), "b"),
        ((source(5, id="a"),), "a"),
        ((source(5, id="a"), source(5, id="b")), None),
        ((source(5, id="a"), source(None, id="b")), None),
        ((source(5, id="a"), source(30, "month", id="b")), None),
        ((), None),
    ],
)
def test_only_a_source_that_is_earlier_than_all_others_is_the_first(sources, first):
    assert read(statement(sources=sources)).get("firstAppearance", {}).get("identifier") == first


def test_a_source_has_its_own_author_and_publisher_or_none():
    node = read(work(genre="News", language="en"))
    assert (node["@type"], node["headline"], node["publisher"]["name"], node["inLanguage"]) == (
        "NewsArticle",
        node["name"],
        "The Ruritanian",
        "en",
    )
    assert "author" not in node
    assert read(work(actor="Georgia", genre="Official"))["author"]["name"] == "Georgia"


def test_data_are_a_dataset_with_files_licence_version_and_years():
    copies = (Copy("https://app.example/package.zip", "application/zip"),)
    node = read(collection(copies=copies, span=(date(1988, 6, 15), None), licence_url="https://l.example/"))
    assert node["distribution"] == [
        {
            "@type": "DataDownload",
            "contentUrl": "https://app.example/package.zip",
            "encodingFormat": "application/zip",
        }
    ]
    assert (node["@type"], node["license"], node["version"], node["temporalCoverage"]) == (
        "Dataset",
        "https://l.example/",
        "9b5237becebc",
        "1988-06-15/..",
    )
    assert not {"creator", "spatialCoverage", "datePublished"} & set(node)


def test_an_event_has_its_days_and_its_place_as_far_as_they_are_known():
    days = (date(1993, 7, 23), None)
    node = read(statement(kind="event", name="Aghdam falls", span=days, place="Aghdam", position=(39.99, 46.93)))
    assert (node["@type"], node["name"], node["startDate"]) == ("Event", "Aghdam falls", "1993-07-23")
    assert node["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 39.99, "longitude": 46.93}
    assert "endDate" not in node
    assert "location" not in read(statement(kind="event", span=days))
