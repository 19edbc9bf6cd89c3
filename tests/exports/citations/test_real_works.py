"""Everything that the first collection holds is cited in every form, and reads back equal."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from typing import Any

import pytest
import rispy

import queries
from exports.citations import FORMS, of_event, of_source, of_statement
from exports.citations.work import key
from tests.exports.citations import test_bibtex, test_csl_json, test_ris
from tests.exports.citations.test_json_ld import holes

FIRST = next(iter(queries.served()))
HOME, TODAY = "https://app.example/", date(2026, 11, 24)
EVERY_SEVENTH = 7  # of about 1,430 statements: a good 200


def ids(kind):
    return queries.opened(FIRST).cursor().sql(f"select {kind}_id from {kind}s order by all").fetchall()


@cache
def works():
    """Each by its key; two of the same key would be one."""
    asked: list[tuple[Any, str]] = [(of_statement, each) for (each,) in ids("statement")[::EVERY_SEVENTH]]
    asked += [(of_source, each) for (each,) in ids("source")] + [(of_event, each) for (each,) in ids("event")]
    with ThreadPoolExecutor() as threads:
        made = [*threads.map(lambda maker, each: maker(FIRST, each, HOME, TODAY), *zip(*asked, strict=True))]
    assert len({key(work) for work in made}) == len(made)
    return made


def written(form):
    return [FORMS[form].write(work) for work in works()]


def test_every_kind_is_there():
    kinds = [work.kind for work in works()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "statement": len(ids("statement")[::EVERY_SEVENTH]),
        "source": len(ids("source")),
        "event": len(ids("event")),
    }
    assert kinds.count("statement") >= 200


def test_a_whole_bibliography_of_bibtex_reads_back_equal():
    found = test_bibtex.entries("\n".join(written("bib")))
    assert [*found] == [key(work) for work in works()]
    for work in works():
        test_bibtex.assert_reads_back(work, found[key(work)])


def test_a_whole_file_of_ris_reads_back_equal():
    found = rispy.loads("".join(written("ris")))
    for work, reference in zip(works(), found, strict=True):
        test_ris.assert_reads_back(work, reference)


def test_every_item_of_csl_is_of_the_schema_and_reads_back_equal():
    for work, text in zip(works(), written("csl"), strict=True):
        items = json.loads(text)
        test_csl_json.assert_is_of_the_schema(items)
        test_csl_json.assert_reads_back(work, *items)


def test_every_node_of_json_ld_says_only_what_is_known():
    nodes = [json.loads(text) for text in written("jsonld")]
    assert not [hole for node in nodes for hole in holes(node)]
    types = {"statement": {"Claim"}, "event": {"Event"}, "source": {"NewsArticle", "Article", "CreativeWork"}}
    assert all(node["@type"] in types[work.kind] for work, node in zip(works(), nodes, strict=True))


@pytest.mark.parametrize("form", ["apa", "chicago", "mla"])
def test_every_line_of_a_style_names_title_and_address(form):
    for work, line in zip(works(), written(form), strict=True):
        assert work.url in line
        assert "None" not in line
        assert "  " not in line
        assert ".." not in line.replace(work.url, "").replace(work.title, "")
        if work.kind == "source" and work.issued.day is None:
            assert "November 24, 2026" in line or "24 Nov. 2026" in line
