"""Each client has its share of requests and of open pages, and who asks for more is told when to come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from api.guard import rates
from api.guard.rates import FairShares, Shares, client


class Clock:
    """Seconds that a test sets."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_minutes_worth_is_in_hand_and_comes_back_by_the_second(clock):
    shares = Shares(60, clock)
    assert [shares.wait("a") for _ in range(60)] == [0] * 60
    assert shares.wait("a") == 1
    assert shares.wait("b") == 0
    clock.now = 10
    assert [shares.wait("a") for _ in range(11)] == [0] * 10 + [1]
    clock.now = 10_000
    assert [shares.wait("a") for _ in range(61)] == [0] * 60 + [1]


def test_who_asks_again_too_soon_does_not_wait_longer_for_it(clock):
    shares = Shares(1, clock)
    assert shares.wait("a") == 0
    assert [shares.wait("a") for _ in range(5)] == [60] * 5
    clock.now = 45
    assert shares.wait("a") == 15
    clock.now = 60
    assert shares.wait("a") == 0


@given(st.lists(st.tuples(st.floats(0, 30), st.sampled_from("ab")), max_size=60), st.integers(1, 20))
def test_no_client_gets_more_than_a_minute_in_hand_and_what_came_back(asked, rate):
    clock, taken = Clock(), {"a": 0, "b": 0}
    shares = Shares(rate, clock)
    for passed, name in asked:
        clock.now += passed
        taken[name] += shares.wait(name) == 0
    assert all(count <= rate + clock.now * rate / 60 + 1e-6 for count in taken.values())


def test_no_limit_is_no_limit(clock):
    shares = Shares(0, clock)
    assert not any(shares.wait("a") for _ in range(10_000))


def test_clients_without_end_take_memory_with_an_end(clock):
    shares = Shares(1, clock)
    for number in range(rates.MOST_CLIENTS + 500):
        shares.wait(str(number))
    assert len(shares._held) == rates.MOST_CLIENTS
    assert shares.wait("0") == 0  # forgotten
    assert shares.wait(str(rates.MOST_CLIENTS + 499)) > 0


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_client_is_an_address_or_a_network_of_64_bits(host, named):
    assert client({"client": (host, 1)}) == named
    assert client({"client": None}) == ""


async def stay(socket):
    await socket.accept()
    await socket.receive_text()


def app():
    routes = [Route("/{path:path}", lambda request: PlainTextResponse("in")), WebSocketRoute("/stream", stay)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(FairShares)]))


def test_the_routes_have_a_limit_and_the_pages_have_none(told):
    told(RATE="3")
    asked = app()
    assert [asked.get("/api/issues").status_code for _ in range(5)] == [200] * 3 + [429] * 2
    refused = asked.get("/feed.atom")
    assert refused.json()["title"] == "Too many requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert {asked.get(path).status_code for path in ("/", "/timeline", "/static/js/index.js") * 5} == {200}


def test_pages_that_are_closed_make_room_for_others(told):
    told(SESSIONS="2")
    asked = app()
    for _ in range(3):
        with asked.websocket_connect("/stream") as first, asked.websocket_connect("/stream") as second:
            with pytest.raises(WebSocketDisconnect), asked.websocket_connect("/stream"):
                pass
            first.send_text("bye")
            second.send_text("bye")
