"""Routes say hostile records and addresses as text: of HTML comes out what comes out for our own records, no more."""

import json
from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
from api.routes import ROUTES
from tests.api.parsed import elements
from tests.hostile.collection import HELD, ISSUES, statement_id
from tests.hostile.payloads import PAYLOADS, VISIBLE
from tests.hostile.seen import seen
from ui.parameters import parameters

VIEW = "issue={}&from=2020-01-01&to=2020-12-31"
PAGES = ["embed/map", "embed/timeline", "embed/table", "kit.html", "api"]
IN_FEEDS = {"div", "p", "ul", "li", "a", "cite", "blockquote", "b"}
# Every route that reads an address; those of one shape stand for all others.
ASKED = [
    "/map",
    "/embed/map",
    "/embed/timeline",
    "/embed/table",
    "/embed/files/{}",
    "/oembed",
    "/kit.html",
    "/feed.atom",
    "/corrections.atom",
    "/package.zip",
    "/cite/view.{}",
    "/cite/{}/x.ris",
    "/cite/statement/{}.ris",
    "/cite/source/source-0.{}",
    "/api/{}",
    "/api/statements",
    "/api/search.csv",
    "/api/positions.geojson",
    "/api/issues",
    "/shapes/{}",
]
NAMES = [*(each.name for each in parameters()), "url", "format", "table", "raw", "as_of", "maxwidth", "callback"]


@pytest.fixture(scope="module")
def ours():
    with TestClient(Starlette(routes=ROUTES)) as asking:
        yield asking


def written_with(page):
    """Elements with their attributes, as pairs."""
    found = elements(page)
    assert not [each for each in found for name in each.attributes if name.startswith("on")]
    return {(each.tag, name) for each in found for name in (None, *each.attributes)}


class Opened(HTMLParser):
    """Names of the elements that stand in a text, sound or not, and of their attributes; and its words."""

    def __init__(self, text):
        super().__init__()
        self.names, self.words = set(), ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_payloads_has_the_elements_of_any_other(client, ours, path):
    known = written_with(ours.get(f"/{path}?{VIEW.format(ISSUES[0])}").text)
    for issue in ISSUES[:1] if path == "kit.html" else ISSUES:
        answer = client.get(f"/{path}?{VIEW.format(issue)}")
        assert answer.status_code == 200
        assert written_with(answer.text) - known == set()


@pytest.mark.parametrize("path", ["feed.atom", "corrections.atom"])
def test_a_feed_of_payloads_is_sound_and_says_them(client, path):
    address: str | None = f"/{path}"
    said = ""
    while address:
        root = ET.fromstring(client.get(address).content)
        assert {each.tag for each in root.iter() if not each.tag.startswith("{http://www.w3.org/2005/Atom}")} <= {
            "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
        }
        for content in root.iter("{http://www.w3.org/2005/Atom}content"):
            read = Opened(content.text)
            assert read.names - {"href"} <= IN_FEEDS
            said += read.words
        links = root.findall("{http://www.w3.org/2005/Atom}link")
        address = next((each.get("href") for each in links if each.get("rel") == "next"), "")
    whole, changed = seen(said)
    assert changed == []
    assert whole == {each.number for each in VISIBLE} or path == "corrections.atom"


@pytest.mark.parametrize("path", ASKED)
def test_an_address_of_payloads_comes_back_as_text(client, path):
    for place, payload in enumerate(PAYLOADS):
        asked = NAMES if place % 9 == 0 else [NAMES[place % len(NAMES)]]
        address = path.format(quote(payload.text, safe=""))
        answer = client.get(address, params=dict.fromkeys(asked, payload.text), headers={"Accept": "text/html"})
        assert answer.status_code != 500
        assert "\n" not in "".join(answer.headers.values())
        assert not is_run(answer), address


def is_run(answer):
    """Tell whether a browser would make anything of the payloads in an answer."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if kind == "text/html":
        return "canary" in "".join(Opened(answer.text).names)
    if kind in ("application/json", "application/problem+json"):
        json.loads(answer.content)
    return answer.headers.get("x-content-type-options") != "nosniff" and b"canary" in answer.content


@pytest.mark.parametrize("form", ["csl.json", "bib", "ris", "txt"])
def test_citations_of_payloads_are_no_pages(client, form):
    for kind, name in (("source", HELD), ("statement", statement_id(3)), ("event", "event-1")):
        answer = client.get(f"/cite/{kind}/{name}.{form}")
        assert "html" not in answer.headers["content-type"]


@pytest.mark.parametrize("table", exports.TABLES)
def test_rows_of_payloads_come_as_data_that_nothing_sniffs(client, table):
    answer = client.get(f"/api/{table}.json", params={"q": "canary"} if table == "search" else {})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "html" not in answer.headers["content-type"]
