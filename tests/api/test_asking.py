"""Every part of an address is used or refused; a client that holds the answer is not sent it again."""

from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
import queries
from api import tables
from api.parameters import taken
from tests.api.test_tables import ASKED

client = TestClient(Starlette(routes=tables.ROUTES), follow_redirects=False)
VERSION = queries.run("collection")["data_version"][0].as_py()
ADDRESSES = [
    *(f"/api/{table}?{ASKED[table]}" for table in exports.TABLES),
    *(f"/api/events.{form}?{ASKED['events']}" for form in exports.forms("events")),
    "/api/statements.manifest.json",
    "/api/collections",
    "/api/issues",
]
NO_WORDS = ["", "\x00", "a\x00b", "x" * 10_000, "\r\nSet-Cookie: a=b"]
WORDS = ["<script>", "' or 1=1 --", "../../etc/passwd", "٣"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_the_client_holds_is_not_sent_again(address):
    first = client.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    again = client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_what_differs_in_rows_or_form_differs_in_its_tag():
    addresses = ["csv", "json", "csv?stance=oppose", "csv?stance=support", "csv?raw=yes", "csv?actor=FRA"]
    tags = {client.head(f"/api/statements.{address}").headers["etag"] for address in addresses}
    pages = {
        client.head(f"/api/statements?{more}").headers["etag"]
        for more in ("page=1", "page=2", "limit=5", "sort=oldest")
    }
    assert len(tags | pages) == len(addresses) + 4


def test_addresses_that_mean_the_same_have_the_same_tag():
    whole = client.head(f"/api/statements.csv?data={VERSION}&issue=every-issue").headers["etag"]
    assert client.head("/api/statements.csv").headers["etag"] == whole


def test_only_an_address_that_names_its_version_is_kept_for_a_while():
    assert client.get("/api/statements.csv").headers["cache-control"] == "no-cache"
    frozen = client.get(f"/api/statements.csv?data={VERSION}")
    assert frozen.headers["cache-control"] == "private, max-age=3600"
    assert client.get(f"/api/statements?data={VERSION}").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("version", ["0" * 12, "nonsense", "../../x", "\x00"])
def test_a_version_that_was_not_kept_is_not_found(version):
    answer = client.get("/api/statements.csv", params={"data": version})
    assert (answer.status_code, answer.json()["type"]) == (404, "/api#unknown-version")


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_like_get_without_making_rows(monkeypatch, address):
    given = client.get(address)
    monkeypatch.setattr(exports.Asked, "tables", None)
    monkeypatch.setattr(exports.Asked, "page", None)
    monkeypatch.setattr(exports.Asked, "count", None)
    answer = client.head(address)
    assert (answer.status_code, answer.content) == (200, b"")
    for name in ("etag", "content-type", "content-disposition", "cache-control"):
        assert answer.headers.get(name) == given.headers.get(name)


@pytest.mark.parametrize("table", exports.TABLES)
def test_every_parameter_that_a_table_does_not_take_is_refused(table):
    every = {name for each in exports.TABLES for name in taken(each, by_page=True)} | {"colour", "Issue", "view"}
    for name in every - set(taken(table, by_page=True)):
        answer = client.get(f"/api/{table}?{ASKED[table]}&{name}=1")
        assert (answer.status_code, answer.json()["parameter"]) == (422, name)
    for name in ("limit", "page", "sort"):
        assert client.get(f"/api/{table}.csv?{ASKED[table]}&{name}=1").status_code == 422


@pytest.mark.parametrize("table", exports.TABLES)
def test_no_hostile_value_of_any_parameter_is_ignored_or_brings_the_server_down(table):
    for name in taken(table, by_page=True):
        for value in NO_WORDS if name == "q" else NO_WORDS + WORDS:
            answer = client.get(f"/api/{table}", params=dict(parse_qsl(ASKED[table])) | {name: value})
            assert answer.status_code in (404, 422), (name, value)
            assert answer.headers["content-type"] == "application/problem+json"
            assert len(answer.content) < 2_000


@pytest.mark.parametrize("words", WORDS)
def test_whatever_can_be_printed_can_be_looked_for(words):
    assert client.get("/api/search", params={"q": words}).status_code == 200


@pytest.mark.parametrize("name", ["from", "issue", "data", "limit", "page", "sort", "raw"])
def test_what_can_be_said_once_is_not_said_twice(name):
    answer = client.get(f"/api/statements?{name}=1&{name}=1")
    assert (answer.status_code, answer.json()["parameter"]) == (422, name)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=1001", "limit=-1", "limit=1.5", "page=0", "page=99999", "sort=size"]
)
def test_a_page_that_is_not_there_is_refused(query):
    assert client.get(f"/api/statements?{query}").status_code == 422


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/nowhere", "/api/statements?colour=1"])
def test_any_page_of_any_host_may_read_and_no_cookie_is_set(address):
    answer = client.get(address)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert "access-control-allow-credentials" not in answer.headers


def test_a_page_of_another_host_may_ask_whether_something_has_changed():
    asked = {"Origin": "https://evil.test", "Access-Control-Request-Method": "GET"}
    answer = client.options("/api/statements", headers=asked | {"Access-Control-Request-Headers": "if-none-match"})
    assert answer.status_code == 204
    assert "if-none-match" in answer.headers["access-control-allow-headers"].lower()


def test_a_search_is_never_kept_since_it_depends_on_index_and_texts_of_the_server():
    assert client.get(f"/api/search.csv?q=peace&data={VERSION}").headers["cache-control"] == "no-cache"


def test_more_parameters_than_anybody_means_are_refused():
    answer = client.get("/api/statements?" + "&".join(f"a{number}" for number in range(1_001)))
    assert answer.status_code == 422
    assert "1,001 parameters" in answer.json()["detail"]
