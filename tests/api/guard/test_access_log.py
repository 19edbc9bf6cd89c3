"""A line for each request, of what was asked and how it ended; nothing of whoever asked, and never a second line."""

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from api.guard.access_log import AccessLog


async def stay(socket):
    await socket.accept()
    await socket.receive_text()


def fail(request):
    raise ZeroDivisionError


@pytest.fixture
def asked(told, caplog):
    caplog.set_level(logging.INFO, "demarche.access")

    def ask(**variables):
        told(**variables)
        routes = [
            Route("/fails", fail),
            WebSocketRoute("/stream", stay),
            Route("/{path:path}", lambda request: PlainTextResponse("four")),
        ]
        app = Starlette(routes=routes, middleware=[Middleware(AccessLog)])
        return TestClient(app, raise_server_exceptions=False)

    return ask


@pytest.fixture
def lines(caplog):
    return lambda: [json.loads(each.message) for each in caplog.records if each.name == "demarche.access"]


def test_a_request_is_told_without_who_asked_and_what_for(asked, lines):
    client = asked(ACCESS_LOG="on")
    answer = client.get("/api/search?q=secret", headers={"user-agent": "secret", "cookie": "secret=1"})
    (line,) = lines()
    assert (line["method"], line["path"], line["status"], line["bytes"]) == ("GET", "/api/search", 200, 4)
    assert line["id"] == answer.headers["x-request-id"]
    assert "secret" not in json.dumps(line)
    assert "testclient" not in json.dumps(line)
    assert {*line} == {"time", "id", "method", "path", "status", "bytes", "ms"}


def test_nothing_is_told_unless_it_is_wanted_but_each_answer_has_its_number(asked, lines):
    client = asked()
    numbers = {client.get("/").headers["x-request-id"] for _ in range(3)}
    assert len(numbers) == 3
    assert lines() == []


def test_no_path_makes_a_second_line(asked, caplog):
    client = asked(ACCESS_LOG="on")
    client.get("/a%0A%7B%22status%22:%20200%7D%E2%80%A8%1b[2J" + "b" * 1_000)
    (record,) = [each for each in caplog.records if each.name == "demarche.access"]
    assert record.message.isascii()
    assert record.message.isprintable()
    assert len(record.message) < 500


def test_a_request_that_fails_is_told_too(asked, lines):
    assert asked(ACCESS_LOG="on").get("/fails").status_code == 500
    assert [line["path"] for line in lines()] == ["/fails"]


def test_sessions_are_counted(asked, lines):
    client = asked(ACCESS_LOG="on")
    with client.websocket_connect("/stream") as socket:
        socket.send_text("bye")
    told = [(line["event"], line["sessions"]) for line in lines()]
    assert told == [("session opened", 1), ("session closed", 0)]
