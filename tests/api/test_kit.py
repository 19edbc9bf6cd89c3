"""A kit is one file that holds the whole view, says what it is, and needs nobody."""

import base64
import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
import queries
from api import kit
from api.kit import page, route
from api.kit.kit import Kit
from exports import parameters
from tests.api.parsed import elements, of

client = TestClient(Starlette(routes=kit.ROUTES))
VIEW = "issue=nk-votes-valid&from=2015-01-01&view=europe"
SOURCE = "azernews-2020-04-15-geo"


@pytest.fixture(scope="module")
def made():
    answer = client.get(f"/kit.html?{VIEW}")
    assert answer.status_code == 200, answer.text
    return answer


def rows(table, view="issue=nk-votes-valid&from=2015-01-01"):
    return [row for piece in exports.asked_of(table, parse_qs(view)).tables() for row in piece.to_pylist()]


def ids(text, kind):
    return [each["id"].removeprefix(f"{kind}-") for each in of(text, "tr") if (each["id"] or "").startswith(f"{kind}-")]


@pytest.mark.parametrize(
    ("kind", "table", "key"),
    [
        ("actor", "positions", "actor_id"),
        ("event", "events", "event_id"),
        ("statement", "statements", "statement_id"),
        ("source", "sources", "source_id"),
    ],
)
def test_every_row_of_the_view_is_in_it(made, kind, table, key):
    assert sorted(ids(made.text, kind)) == sorted(row[key] for row in rows(table))


def test_every_statement_has_all_its_evidence_with_excerpt_and_source(made):
    found = rows("evidence")
    pieces = [each for each in of(made.text, "li") if "td" in each.within]
    assert len(pieces) == len(found)
    quoted = sorted(row["exact"] for row in found if row["exact"])
    assert sorted(each.text for each in of(made.text, "blockquote")) == quoted
    links = {each["href"] for each in of(made.text, "a")}
    assert {row["url"] for row in found} <= links


def test_every_link_within_it_leads_somewhere(made):
    known = {each["id"] for each in elements(made.text)} - {None}
    assert {each["href"][1:] for each in of(made.text, "a") if each["href"].startswith("#")} <= known


def test_it_is_a_file_that_may_load_and_send_nothing(made):
    assert made.headers["content-disposition"].startswith('attachment; filename="demarche-statements-nk-votes-valid-')
    (policy,) = (each["content"] for each in of(made.text, "meta") if each["http-equiv"])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    inline = [
        each for each in elements(made.text) if each.tag == "style" or (each.tag == "script" and not each["type"])
    ]
    hashes = [base64.b64encode(sha256(each.text.encode()).digest()).decode() for each in inline]
    assert len(hashes) == 2
    assert all(f"'sha256-{each}'" in policy for each in hashes)
    for each in elements(made.text):
        assert "src" not in each.attributes
        assert "style" not in each.attributes
        assert each.tag != "link" or each["href"] == "data:,"


def test_it_says_what_it_is_and_how_to_know_its_rows_again(made):
    asked = exports.asked_of("statements", parse_qs("issue=nk-votes-valid&from=2015-01-01"))
    about = asked.about("http://testserver/", datetime.now(UTC).replace(microsecond=0))
    digest = exports.manifest(asked.tables(), asked.schema(), about)["file"]["sha256"]
    said = {each.text for each in of(made.text, "dd")}
    assert {digest, about.data_version, about.licence, f"{about.rows:,} statements"} <= said
    assert {value for _, value in about.filters} <= said


def test_programs_are_told_of_a_dataset(made):
    (found,) = of(made.text, "script", type="application/ld+json")
    assert json.loads(found.text)["@type"] == "Dataset"


def test_without_an_issue_there_is_no_map(made):
    text = client.get("/kit.html?actor=ARM&from=2020-01-01").text
    assert "map" in {each["id"] for each in of(made.text, "section")}
    assert {each["id"] for each in of(text, "section")} == {"timeline", "statements", "sources", "manifest"}


def test_too_many_statements_are_refused_with_what_to_take(monkeypatch):
    monkeypatch.setattr(route, "MOST", 10)
    answer = client.get("/kit.html")
    assert answer.status_code == 422
    (other,) = answer.json()["alternatives"]
    assert re.match(r"http://testserver/package\.zip\?from=.*data=", other["href"])


@pytest.mark.parametrize("address", ["q=peace", "issue=nowhere", "view=moon", "from=2021-01-01&to=2020-01-01"])
def test_an_address_that_cannot_be_used_is_a_problem(address):
    assert client.get(f"/kit.html?{address}").status_code == 422


def test_a_client_that_holds_it_is_not_sent_it_again(made):
    assert client.get(f"/kit.html?{VIEW}", headers={"If-None-Match": made.headers["etag"]}).status_code == 304


def test_no_text_around_a_passage_is_written_out():
    wanted = Kit.of({"source": [SOURCE]}, "http://testserver/", datetime(2026, 1, 1, tzinfo=UTC))
    kept = [*queries.run("source_by_id", source_id=SOURCE).to_pylist()[0]["text"]]
    passages = [row for row in rows("evidence", f"source={SOURCE}") if row["exact"]]
    assert passages
    for row in passages:
        kept[row["start"] : row["end"]] = "\n" * (row["end"] - row["start"])
    beside = [part.strip() for part in re.split(r"[\n.]", "".join(kept)) if len(part) > 60]
    assert beside
    shown = of(b"".join(page.pieces(wanted)).decode(), "body")[0].text
    assert not [sentence for sentence in beside if sentence in shown]


def test_of_very_many_issues_a_kit_has_no_map_and_all_else(monkeypatch):
    monkeypatch.setattr(parameters, "MOST_ISSUES", 3)
    wanted = Kit.of({"actor": ["FRA"]}, "http://testserver/", datetime(2026, 1, 1, tzinfo=UTC))
    assert wanted.map is None
    assert wanted.asked.count()
    assert client.get("/kit.html", params={"actor": "FRA"}).status_code == 200
