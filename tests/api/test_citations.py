"""Everything is cited at an address of its own; what cannot be is told in a sentence, never guessed."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

import queries
from api import citations
from exports.citations import FORMS
from exports.names import names_of

FIRST = next(iter(queries.served()))
VERSION = names_of(FIRST).collection["data_version"]
THINGS = {
    "statement": "2020-04-15-geo-nk-votes-valid",
    "source": "azernews-2020-04-15-geo",
    "event": "kelbajar-1993-04-03",
    "collection": FIRST,
}
VIEW = "table=statements&from=2020-03-01&to=2020-04-30&stance=oppose"

app = Starlette(routes=citations.ROUTES)
app.router.redirect_slashes = False
client = TestClient(app, base_url="https://app.example")


@pytest.fixture(autouse=True)
def own_address(monkeypatch):
    monkeypatch.delenv("DEMARCHE_URL", raising=False)


def addresses(form):
    return [*(f"/cite/{kind}/{each}.{form}" for kind, each in THINGS.items()), f"/cite/view.{form}?{VIEW}"]


@pytest.mark.parametrize("form", FORMS)
def test_everything_is_served_in_every_form_as_a_file(form):
    for address in addresses(form):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].split(";")[0] == FORMS[form].mime
        name = answer.headers["content-disposition"]
        assert name.startswith('attachment; filename="demarche-')
        assert name.endswith(f'.{FORMS[form].extension}"')
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["access-control-allow-origin"] == "*"


def test_readers_of_each_form_read_what_is_served():
    (reference,) = rispy.loads(client.get(addresses("ris")[0]).text)
    (entry,) = parse_string(client.get(addresses("bib")[0]).text).entries
    (item,) = client.get(addresses("csl")[0]).json()
    assert reference["id"] == entry.key == item["id"] == "statement:2020-04-15-geo-nk-votes-valid"
    assert client.get(addresses("jsonld")[0]).json()["@type"] == "Claim"


def test_letters_arrive_as_they_are():
    answer = client.get(addresses("mla")[0])
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Démarche" in answer.content.decode("utf-8")
    assert "charset=utf-8" in client.get(addresses("ris")[0]).headers["content-type"]


def test_a_head_request_has_the_headers_of_the_file_and_no_body():
    for address in addresses("bib"):
        asked, told = client.get(address), client.head(address)
        assert (told.status_code, told.content) == (200, b"")
        assert told.headers == asked.headers


def test_the_links_lead_back_to_where_the_app_is_wherever_it_is_mounted():
    mounted = TestClient(Starlette(routes=[Mount("/demarche", routes=citations.ROUTES)]), base_url="http://h:8501")
    (item,) = mounted.get(f"/demarche/cite/statement/{THINGS['statement']}.csl").json()
    assert item["URL"].startswith("http://h:8501/demarche/statements?")
    assert parse_qs(urlsplit(item["URL"]).query)["data"] == [VERSION]


def test_it_was_looked_up_today():
    (item,) = client.get(addresses("csl")[0]).json()
    today = datetime.now(UTC).date()
    assert item["accessed"] == {"date-parts": [[today.year, today.month, today.day]]}


def test_the_version_that_is_named_is_the_one_that_is_cited():
    plain = client.get(f"/cite/event/{THINGS['event']}.apa")
    named = client.get(f"/cite/event/{THINGS['event']}.apa?collection={FIRST}&data={VERSION}")
    assert (named.status_code, named.text) == (200, plain.text)


def test_a_view_says_what_narrows_it_and_leads_to_its_rows():
    (item,) = client.get(addresses("csl")[-1]).json()
    assert "Dates: 1 March to 30 April 2020" in item["title"]
    assert "Stance: Oppose" in item["title"]
    said = parse_qs(urlsplit(item["URL"]).query)
    assert (said["from"], said["stance"], said["data"]) == (["2020-03-01"], ["oppose"], [VERSION])
    assert "table" not in said


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/cite/statement/no-such-id.ris", 404, "There is no statement “no-such-id”"),
        ("/cite/statement/a%0d%0ab.ris", 404, "There is no statement “ab”"),
        ("/cite/collection/other.ris", 404, "“other” is not the collection"),
        (f"/cite/statement/{THINGS['statement']}.docx", 404, "There is no such form of citation; choose from apa,"),
        (f"/cite/view.docx?{VIEW}", 404, "There is no such form of citation; choose from apa,"),
        ("/cite/actor/GEO.ris", 404, "statement, source, event, collection, view"),
        (f"/cite/event/{THINGS['event']}.ris?data=000000000000", 404, "was not kept"),
        (f"/cite/view.ris?{VIEW}&data=nonsense", 404, "no version of"),
        (f"/cite/event/{THINGS['event']}.ris?collection=x", 422, "“x” is not a value of collection"),
        (f"/cite/event/{THINGS['event']}.ris?data=a&data=b", 422, "data is given 2 times"),
        (f"/cite/event/{THINGS['event']}.ris?issue=x", 422, "takes collection and data, nothing else"),
        ("/cite/view.ris", 422, "table has to name, once, whose rows are to be cited: statements, "),
        ("/cite/view.ris?table=events&table=statements", 422, "table has to name, once"),
        ("/cite/view.ris?table=nonsense", 422, "“nonsense” is not a value of table"),
        ("/cite/view.ris?table=statements&stance=nonsense", 422, "“nonsense” is not a value of stance"),
        ("/cite/view.ris?table=statements&from=2020-13-01", 422, "is no day for from"),
        ("/cite/view.ris?table=statements&q=x", 422, "statements does not take “q”"),
    ],
)
def test_what_cannot_be_cited_is_told_in_a_sentence(address, status, words):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]
    assert "content-disposition" not in answer.headers


@given(st.text(max_size=8), st.sampled_from(["statement", "source", "event", "collection", "x"]), st.text(max_size=4))
def test_no_id_and_no_form_breaks_the_server(work_id, kind, form):
    path = "".join(f"%{byte:02x}" for byte in work_id.encode("utf-8", "replace"))
    ending = "".join(f"%{byte:02x}" for byte in form.encode("utf-8", "replace"))
    answer = client.get(f"/cite/{kind}/{path}.{ending}")
    assert answer.status_code == 404
    assert json.loads(answer.text)["detail"] if answer.headers["content-type"].endswith("json") else answer.text


def test_it_can_only_be_read():
    assert client.post(addresses("ris")[0]).status_code == 405
