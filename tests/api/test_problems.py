"""Every error has the one shape of RFC 9457."""

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

import exports
from api import tables
from api.home import home
from api.problems import Problem, answered, problem

MEMBERS = {"type", "title", "status", "detail", "instance"}

client = TestClient(Starlette(routes=tables.ROUTES), follow_redirects=False, raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("GET", "/api/statements/", 404),
        ("GET", "/api/sources.geojson", 404),
        ("GET", "/api/statements.csv?data=0123456789ab", 404),
        ("POST", "/api/statements", 405),
        ("DELETE", "/api/collections", 405),
        ("GET", "/api/statements?colour=1", 422),
        ("GET", "/api/statements.csv?colour=1", 422),
        ("GET", "/api/search", 422),
    ],
)
def test_every_error_has_the_one_shape(method, address, status):
    answer = client.request(method, address)
    said = answer.json()
    assert (answer.status_code, said["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(said) >= MEMBERS
    assert said["instance"] == address.partition("?")[0]
    assert said["detail"].endswith(".")
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_allowed_instead_is_said():
    assert client.post("/api/statements").headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_fault_of_ours_is_told_without_what_it_was(monkeypatch, caplog):
    monkeypatch.setattr(exports.Asked, "page", lambda *_: 1 / 0)
    answer = client.get("/api/statements")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert set(answer.json()) >= MEMBERS
    assert "division" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_a_kind_of_problem_leads_to_where_it_is_explained():
    said = client.get("/api/statements?colour=1").json()
    page, _, kind = said["type"].partition("#")
    assert f'id="{kind}"' in client.get(page).text


@pytest.mark.parametrize("host", ["evil.test/x", "a b", 'x"y', "<b>", "x" * 300, "a\\b", "user@host"])
def test_a_host_that_is_none_comes_into_no_link(host):
    answer = client.get("/api/statements", headers={"Host": host})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert "link" not in answer.headers


def test_a_plain_route_answers_with_the_problem_that_it_raises():
    def late(request):
        raise Problem(410, "Gone", "It is gone.", parameter="id")

    plain = TestClient(Starlette(routes=[Route("/late", answered(late))]))
    answer = plain.get("/late")
    assert answer.status_code == 410
    assert answer.json() == {
        "type": "about:blank",
        "title": "Gone",
        "status": 410,
        "detail": "It is gone.",
        "instance": "/late",
        "parameter": "id",
    }


def test_a_problem_holds_any_text_and_further_headers():
    answer = problem(503, "Busy", "\ud800 </script>", headers={"Retry-After": "9"})
    assert answer.headers["retry-after"] == "9"
    assert b"?" in answer.body


def home_of(request):
    return problem(400, "home", home(request))


def home_at(url, **options):
    app = Starlette(routes=[Route("/feed", answered(home_of))])
    outer = Starlette(routes=[Mount("/outer", app=app), *app.routes])
    return TestClient(outer, base_url="https://example.test:8443", **options).get(url).json()["detail"]


@pytest.mark.parametrize(
    ("url", "options", "expected"),
    [
        ("/feed", {}, "https://example.test:8443/"),
        ("/outer/feed", {}, "https://example.test:8443/outer/"),
        ("/demarche/feed", {"root_path": "/demarche"}, "https://example.test:8443/demarche/"),
    ],
)
def test_home_is_where_the_request_went(url, options, expected):
    assert home_at(url, **options) == expected


@pytest.mark.parametrize("prefix", ["", "/demarche", "/api"])
def test_home_is_above_what_is_mounted_in_it(prefix):
    outer = Starlette(routes=[Mount(prefix, app=Starlette(routes=tables.ROUTES))])
    said = TestClient(outer).get(f"{prefix}/api/statements?limit=1").json()
    assert said["next"].startswith(f"http://testserver{prefix}/api/statements?")
    assert said["about"]["url"].startswith(f"http://testserver{prefix}/statements?")


def test_home_is_what_the_environment_says(monkeypatch):
    monkeypatch.setenv("DEMARCHE_URL", "https://votes.example.org/nk")
    assert home_at("/feed") == "https://votes.example.org/nk/"
    assert client.get("/api/statements?limit=1").json()["next"].startswith("https://votes.example.org/nk/api/")
