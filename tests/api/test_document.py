"""The description of the API, for programs and for people, says what is there and nothing else."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
import queries
from api import tables
from api.parameters import _busiest_event, parameters, taken
from exports.tables import EVERY_ISSUE
from tests.api.test_tables import WITHOUT_ROWS

client = TestClient(Starlette(routes=tables.ROUTES), follow_redirects=False)
DOCUMENT = client.get("/api/openapi.json").json()
PAGE = client.get("/api")
GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text()


class Links(HTMLParser):
    """Every address and every id of a page."""

    def __init__(self):
        super().__init__()
        self.hrefs, self.ids, self.tags = [], [], set()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.hrefs += [value for name, value in attributes if name in ("href", "src", "action")]
        self.ids += [value for name, value in attributes if name == "id"]


LINKS = Links()
LINKS.feed(PAGE.text)


def test_every_table_is_described_in_every_form():
    expected = {"/collections", "/issues"}
    for table in exports.TABLES:
        expected |= {f"/{table}", f"/{table}.manifest.json", *(f"/{table}.{form}" for form in exports.forms(table))}
    assert set(DOCUMENT["paths"]) == expected
    assert all(set(path) == {"get"} for path in DOCUMENT["paths"].values())
    assert DOCUMENT["servers"] == [{"url": "/api"}]


@pytest.mark.parametrize("table", exports.TABLES)
def test_every_parameter_that_a_table_takes_is_described_there(table):
    for path, by_page in ((f"/{table}", True), (f"/{table}.csv", False)):
        named = [each["$ref"].rpartition("/")[2] for each in DOCUMENT["paths"][path]["get"]["parameters"]]
        described = [DOCUMENT["components"]["parameters"][name] for name in named]
        assert [each["name"] for each in described] == taken(table, by_page=by_page)
        assert all(each["description"].endswith(".") and each["example"] for each in described)


@pytest.mark.parametrize("name", [*parameters()])
def test_the_example_of_every_parameter_can_be_used(name):
    said = parameters()[name]
    table = next(table for table in exports.TABLES if said["name"] in taken(table, by_page=True))
    needed = {"q": "peace"} if table == "search" else {}
    assert client.get(f"/api/{table}", params=needed | {said["name"]: said["example"], "limit": "1"}).status_code == 200


def test_a_collection_without_events_is_described_too(monkeypatch):
    of_table = exports.Asked.tables
    monkeypatch.setattr(exports.Asked, "tables", lambda asked: iter(()) if asked.table == "events" else of_table(asked))
    assert _busiest_event() == ""
    monkeypatch.undo()
    assert _busiest_event()


def test_every_column_of_a_table_is_described_with_its_type():
    for table in exports.TABLES:
        row = DOCUMENT["components"]["schemas"][f"{table}_row"]["properties"]
        assert all(column["description"] and column["type"][1] == "null" for column in row.values())
    assert set(DOCUMENT["components"]["schemas"]["statements_row"]["properties"]) >= {"statement_id", "stance"}


def test_every_link_of_the_page_works():
    for href in {unescape(href).removeprefix("http://testserver") for href in LINKS.hrefs}:
        if href.startswith("#"):
            assert href[1:] in LINKS.ids
        elif href.startswith("/api"):
            assert client.head(href).status_code == 200, href
        else:
            assert href in ("/", queries.run("collection")["licence_url"][0].as_py())


def test_the_examples_of_the_page_have_rows():
    shown = [unescape(text) for text in re.findall(r"<code>http://testserver(/api/[^<]+)</code>", PAGE.text)]
    assert len(shown) == len(exports.TABLES) + 2
    for address in shown[:-2]:
        table = address.removeprefix("/api/").partition("?")[0]
        assert client.get(address).json()["total"] > 0 or table in WITHOUT_ROWS, address


def test_the_page_runs_nothing_and_asks_no_other_host():
    policy = PAGE.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert not LINKS.tags & {"script", "style", "img", "iframe", "form"}
    assert "style=" not in PAGE.text
    assert PAGE.headers["x-content-type-options"] == "nosniff"


def test_the_style_sheet_is_named_for_its_content():
    [address] = [href for href in LINKS.hrefs if href.endswith(".css")]
    sheet = client.get(address)
    assert (sheet.headers["content-type"], "immutable" in sheet.headers["cache-control"]) == (
        "text/css; charset=utf-8",
        True,
    )


def test_the_page_is_sent_once():
    again = client.get("/api", headers={"If-None-Match": PAGE.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ["/api/", "/api/docs"])
def test_other_names_lead_to_the_page(address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (308, "/api")


def test_the_guide_names_every_table_every_form_and_every_parameter():
    assert all(f"`/api/{table}`" in GUIDE for table in exports.TABLES)
    assert all(f"`{form}`" in GUIDE for form in exports.FORMS | exports.PLACE_FORMS)
    assert all(f"`{each['name']}`" in GUIDE for each in parameters().values())


def test_the_guide_names_nothing_that_is_not_there():
    for address in re.findall(r"localhost:8501(/api/[^'\"\s]+)", GUIDE):
        assert client.head(address).status_code == 200, address
    assert EVERY_ISSUE in parameters()["issue"]["description"]
