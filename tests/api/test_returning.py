"""Whoever logs in comes back to the page that asked for it, and to no other site."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.returning import COOKIE, Returning


def app(root=""):
    routes = [
        Route(f"{root}/auth/login", lambda request: RedirectResponse("https://provider.test/authorize", 302)),
        Route(f"{root}/oauth2callback", lambda request: RedirectResponse(f"{root}/", 302)),
        Route("/other", lambda request: PlainTextResponse("other")),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Returning)]), follow_redirects=False)


@pytest.mark.parametrize("root", ["", "/demarche"])
@pytest.mark.parametrize("page", ["/sql", "/add?draft=x&issue=nk-votes-valid", "/", "/sql?sql=select+1%2C%0A2"])
def test_the_page_is_remembered_and_led_back_to(root, page):
    client = app(root)
    away = client.get(f"{root}/auth/login", headers={"referer": f"http://testserver{root}{page}"})
    told = away.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Lax" in told
    assert away.headers["location"] == "https://provider.test/authorize"
    back = client.get(f"{root}/oauth2callback")
    assert back.headers["location"] == f"{root}{page}"
    assert client.get(f"{root}/oauth2callback").headers["location"] == f"{root}/"


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "http://evil.test/sql",
        "http://testserver.evil.test/sql",
        "http://testserver//evil.test/",
        "http://testserver/\\evil.test",
        "http://testserver/sql/../../x",
        "http://testserver/sql?a=<script>",
        "http://testserver/sql\r\nX: y",
        f"http://testserver/sql?a={'b' * 3_000}",
        "http://[bad",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_is_remembered(referer):
    client = app()
    client.get("/auth/login", headers={"referer": referer})
    assert client.get("/oauth2callback").headers["location"] == "/"


@pytest.mark.parametrize("value", ["//evil.test", "https://evil.test", "/a/b", "/sql#x", "\\", "/" + "a" * 50])
def test_a_cookie_that_somebody_wrote_leads_nowhere(value):
    back = app().get("/oauth2callback", headers={"cookie": f"{COOKIE}={value}"})
    assert back.headers["location"] == "/"


def test_nothing_else_is_touched():
    assert "set-cookie" not in app().get("/other", headers={"referer": "http://testserver/sql"}).headers
