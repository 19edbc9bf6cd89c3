"""Requests reach the server by its own names and by addresses in numbers, by no other name."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from api.guard.hosts import KnownHosts, is_known


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8501",
        "desk.localhost",
        "127.0.0.1:8501",
        "192.168.1.20",
        "[::1]:8501",
        "[2001:db8::7]",
        socket.gethostname(),
        f"{socket.gethostname().partition('.')[0]}.local:80",
    ],
)
def test_a_server_that_was_told_nothing_knows_its_machine(told, host):
    told()
    assert is_known([host])


HOSTILE = [
    "",
    "evil.test",
    "localhost.evil.test",
    "evil.test#localhost",
    "localhost@evil.test",
    "localhost, evil.test",
    "localhost evil.test",
    "localhost:80:80",
    "localhost:port",
    "127.0.0.1.evil.test",
    "[::1",
    "[::1]x",
    "[evil.test]",
    "[]",
    ".",
    "ｌocalhost",
    "localhost\x00",
    "..localhost/..",
]


@pytest.mark.parametrize("host", HOSTILE)
def test_no_other_name_is_known(told, host):
    told(URL="https://positions.example.org/", HOSTS="*.example.com")
    assert not is_known([host])


def test_one_host_is_asked_for_not_none_and_not_two(told):
    told()
    assert not is_known([])
    assert not is_known(["localhost", "localhost"])


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("positions.example.org", True),
        ("Positions.Example.org.:443", True),
        ("example.org", False),
        ("a.example.com", True),
        ("a.b.example.com", True),
        ("example.com", False),
        ("notexample.com", False),
    ],
)
def test_names_that_were_told_are_known(told, host, known):
    told(URL="https://positions.example.org/demarche/", HOSTS="*.example.com")
    assert is_known([host]) is known


def test_a_star_is_every_name_but_no_nonsense(told):
    told(HOSTS="*")
    assert is_known(["anything.example"])
    assert not is_known(["any thing"])


@given(st.text(max_size=40))
def test_any_text_is_known_or_not(host):
    assert is_known([host]) in (True, False)


async def greet(socket):
    await socket.accept()
    await socket.close()


@pytest.fixture
def client(told):
    told()
    routes = [Route("/", lambda request: PlainTextResponse("in")), WebSocketRoute("/stream", greet)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(KnownHosts)]), base_url="http://localhost")


def test_who_asks_for_another_host_is_told_what_to_do(client):
    assert client.get("/").text == "in"
    refused = client.get("/", headers={"host": "evil.test"})
    assert (refused.status_code, refused.headers["content-type"]) == (421, "application/problem+json")
    assert "DEMARCHE_HOSTS" in refused.json()["detail"]
    page = client.get("/", headers={"host": "evil.test", "accept": "text/html"})
    assert page.headers["content-type"].startswith("text/plain")
    assert page.text.startswith("Not known by this name. ")


def test_a_websocket_of_another_host_is_closed(client):
    with client.websocket_connect("ws://localhost/stream"):
        pass
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/stream", headers={"host": "evil.test"}):
        pass
