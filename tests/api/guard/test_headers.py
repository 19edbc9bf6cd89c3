"""Every answer says what a browser may do with it; what a route says itself stays."""

from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.base_url import SCRIPT
from api.guard.headers import NARROW, OF_PAGES, SafeHeaders, policy


def answer(request):
    own = {"Content-Security-Policy": "default-src 'none'"} if "own" in request.query_params else {}
    return Response("x", media_type=request.query_params.get("mime"), headers=own)


app = Starlette(routes=[Route("/", answer)], middleware=[Middleware(SafeHeaders)])
client = TestClient(app)


def headers_of(**asked):
    return client.get("/", params=asked).headers


@pytest.mark.parametrize(
    ("mime", "told_policy"),
    [
        ("text/html", policy()),
        ("text/csv", NARROW),
        ("image/svg+xml", NARROW),
        ("application/atom+xml", NARROW),
        ("application/json", NARROW),
        ("text/javascript", None),
        (None, None),
    ],
)
def test_each_kind_of_answer_has_its_policy(told, mime, told_policy):
    told()
    headers = headers_of(mime=mime) if mime else headers_of()
    assert headers.get("content-security-policy") == told_policy
    assert headers["x-content-type-options"] == "nosniff"
    assert ({*OF_PAGES} <= {*map(str.title, headers)}) is (mime == "text/html")


def test_what_a_route_says_itself_stays(told):
    told()
    assert headers_of(mime="text/html", own="1")["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize(("url", "is_secure"), [("https://example.org/", True), ("http://example.org/", False)])
def test_browsers_are_held_to_https_where_that_is_the_address(told, url, is_secure):
    told(URL=url)
    assert ("strict-transport-security" in headers_of(mime="text/html")) is is_secure


def test_the_policy_of_pages_names_our_host_and_the_inline_scripts_alone():
    parts = dict(part.split(" ", 1) for part in policy().split("; "))
    hashes = parts["script-src"].split()[2:]
    assert len(hashes) == 2
    assert f"'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'" in hashes
    assert parts["default-src"] == "'self'"
    allowed = {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:", *hashes}
    assert {source for sources in parts.values() for source in sources.split()} == allowed
    assert "'unsafe-inline'" not in parts["script-src"]
