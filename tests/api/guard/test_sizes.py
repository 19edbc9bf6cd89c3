"""Addresses and bodies that are too long or never end are refused, and nothing else is."""

import anyio
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.guard.sizes import LONGEST_ADDRESS, MOST_BYTES, MOST_UPLOADED, UPLOADS, Bounded


async def length(request):
    return PlainTextResponse(str(len(await request.body())))


app = Starlette(
    routes=[Route("/{path:path}", length, methods=["GET", "POST"])], middleware=[Middleware(Bounded, seconds=0.05)]
)
client = TestClient(app)


@pytest.mark.parametrize(("more", "status"), [(-2, 200), (1, 414)])
def test_an_address_has_an_end(more, status):
    path = f"/a?{'b' * (LONGEST_ADDRESS - 2 + more)}"
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    ("path", "bytes_sent", "status"),
    [
        ("/a", MOST_BYTES, 200),
        ("/a", MOST_BYTES + 1, 413),
        (f"{UPLOADS}session/file", MOST_BYTES + 1, 200),
        (f"/demarche{UPLOADS}session/file", MOST_UPLOADED, 200),
        (f"{UPLOADS}session/file", MOST_UPLOADED + 1, 413),
    ],
)
@pytest.mark.parametrize("is_declared", [True, False])
def test_a_body_has_an_end_whether_its_length_is_declared_or_not(path, bytes_sent, status, is_declared):
    content = bytes(bytes_sent)
    sent = client.post(path, content=content if is_declared else iter([content[:1_000], content[1_000:]]))
    assert sent.status_code == status
    if status == 200:
        assert sent.text == str(bytes_sent)
    else:
        assert sent.json()["title"] == "Too much was sent"


@pytest.mark.parametrize("declared", ["-1", "1e9", "", "9" * 5_000])
def test_no_declared_length_breaks_it(declared):
    assert client.post("/a", content=b"abc", headers={"content-length": declared}).status_code in (200, 413)


def test_a_body_that_never_ends_is_given_up():
    sent = []

    async def never():
        await anyio.sleep(10)

    async def note(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/a", "query_string": b"", "headers": [(b"host", b"localhost")]}
    anyio.run(app, scope, never, note)
    assert sent[0]["status"] == 408
    assert b"0.05 seconds" in sent[1]["body"]
