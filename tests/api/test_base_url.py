"""The page learns where its server is, and nothing else is touched."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from api.base_url import SCRIPT, BackendBaseUrl

APP_SCRIPT = '<script type="module" src="./static/js/index.js"></script>'
PAGE = f"<!DOCTYPE html><html><head><title>é</title>{APP_SCRIPT}</head><body>{'text ' * 200}</body></html>"
OTHER = f"<!DOCTYPE html><p>{'no script of the app ' * 50}"
ACCEPT = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-encoding": "gzip"}


@pytest.fixture
def client(tmp_path):
    (tmp_path / "index.html").write_text(PAGE)

    def file(request):
        return FileResponse(tmp_path / "index.html", headers={"cache-control": "no-cache"})

    def in_pieces(request):
        half = PAGE.index("module")
        return StreamingResponse(iter([PAGE[:half], PAGE[half:]]), media_type="text/html")

    async def echo(websocket):
        await websocket.accept()
        await websocket.send_text(await websocket.receive_text())
        await websocket.close()

    routes = [
        Route("/", file),
        Route("/pieces", in_pieces),
        Route("/other", lambda request: HTMLResponse(OTHER, headers={"etag": '"other"'})),
        Route("/rows.csv", lambda request: PlainTextResponse(f"{APP_SCRIPT}\n" * 100, media_type="text/csv")),
        Route("/gone", lambda request: HTMLResponse(PAGE, status_code=404)),
        Route("/packed", lambda request: _packed()),
        WebSocketRoute("/stream", echo),
        Mount("/files", StaticFiles(directory=tmp_path)),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(BackendBaseUrl), Middleware(GZipMiddleware)]))


def _packed():
    return Response(gzip.compress(PAGE.encode()), media_type="text/html", headers={"content-encoding": "gzip"})


def test_the_script_stands_once_ahead_of_the_apps_own(client):
    page = client.get("/", headers=ACCEPT)
    assert page.text == PAGE.replace(APP_SCRIPT, f"<script>{SCRIPT}</script>\n    {APP_SCRIPT}")


def test_a_page_sent_in_pieces_is_put_together_first(client):
    assert client.get("/pieces", headers=ACCEPT).text == client.get("/", headers=ACCEPT).text


def test_the_length_is_that_of_the_longer_page(client):
    page = client.get("/", headers=ACCEPT)
    assert int(page.headers["content-length"]) == len(page.content)
    assert page.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("condition", ["if-none-match", "if-modified-since", "range"])
def test_a_page_is_always_sent_whole_and_without_the_validators_of_its_file(client, condition):
    plain = client.get("/", headers={"accept": "*/*"})
    values = {
        "if-none-match": plain.headers["etag"],
        "if-modified-since": plain.headers["last-modified"],
        "range": "bytes=0-9",
    }
    page = client.get("/", headers={**ACCEPT, condition: values[condition]})
    assert page.status_code == 200
    assert SCRIPT in page.text
    assert "etag" not in page.headers
    assert "last-modified" not in page.headers


def test_head_claims_no_length_that_get_does_not_keep(client):
    head = client.head("/", headers=ACCEPT)
    assert head.status_code == 200
    assert head.content == b""
    assert "content-length" not in head.headers


def test_other_html_keeps_its_words_and_its_etag(client):
    other = client.get("/other", headers=ACCEPT)
    assert other.text == OTHER
    assert other.headers["etag"] == '"other"'
    assert int(other.headers["content-length"]) == len(OTHER)


@pytest.mark.parametrize("path", ["/rows.csv", "/gone", "/packed"])
def test_data_errors_and_compressed_pages_pass_untouched(client, path):
    assert SCRIPT not in client.get(path, headers=ACCEPT).text


def test_data_is_still_compressed_for_those_who_do_not_ask_for_a_page(client):
    rows = client.get("/rows.csv", headers={"accept": "*/*", "accept-encoding": "gzip"})
    assert rows.headers["content-encoding"] == "gzip"


def test_an_unchanged_file_is_still_answered_with_304_where_no_page_is_asked_for(client):
    first = client.get("/files/index.html", headers={"accept": "*/*"})
    again = client.get("/files/index.html", headers={"accept": "*/*", "if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_websockets_pass(client):
    with client.websocket_connect("/stream") as socket:
        socket.send_text("hello")
        assert socket.receive_text() == "hello"
