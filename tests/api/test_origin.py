"""A websocket opens for our own pages and for programs, and closes for everybody else's."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from api.origin import SameOrigin


async def greet(socket):
    await socket.accept()
    await socket.send_text("welcome")
    await socket.close()


client = TestClient(Starlette(routes=[WebSocketRoute("/stream", greet)], middleware=[Middleware(SameOrigin)]))


@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver"}, {"origin": "https://TESTSERVER"}])
def test_our_own_page_and_a_program_are_let_in(headers):
    with client.websocket_connect("/stream", headers=headers) as socket:
        assert socket.receive_text() == "welcome"


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "", "http://testserver.evil.test", "http://[bad"])
def test_a_foreign_page_is_turned_away(origin):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/stream", headers={"origin": origin}):
        pass
