"""What a stranger with a scanner finds at a server that was started as readers' servers are."""

import re
import socket
from urllib.parse import urlsplit

import pytest

from api import embed, routes
from api.base_url import SCRIPT
from api.guard.headers import OF_PAGES
from tests.api.server import read
from ui.sitemap import PLACES

PAGES = [f"/{place}" for place in PLACES if place != "map"]
DATA = [
    "/api",
    "/api/openapi.json",
    "/api/issues",
    "/api/collections",
    "/api/statements?limit=2",
    "/api/statements.csv?issue=nk-votes-valid",
    "/embed/map?issue=nk-votes-valid",
    "/embed/timeline?issue=nk-votes-valid",
    "/embed/table?issue=nk-votes-valid",
    "/feed.atom?issue=nk-votes-valid",
    "/corrections.atom",
    "/kit.html?issue=nk-votes-valid",
    "/package.zip?issue=nk-votes-valid",
    "/cite/collection/nagorno-karabakh.ris",
    "/healthz",
    "/readyz",
]
BROWSER = {"Accept": "text/html,*/*;q=0.8"}


@pytest.fixture(scope="module")
def port(app_url):
    return urlsplit(app_url).port


def raw(port, sent):
    """The first bytes of the answer to bytes that no client would send."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(sent)
        return connection.recv(65_536)


def is_plain(headers, body):
    """Whether an answer says nothing of what the server is made of and where it lies."""
    told = f"{headers}{body[:20_000].decode('utf-8', 'replace')}"
    return not re.search(r"Traceback|site-packages|File \"|/home/|/root/|uvicorn/|Python/\d|starlette/\d", told)


@pytest.mark.parametrize("path", ["/", *PAGES])
def test_every_page_says_what_a_browser_may_do(port, path):
    status, headers, body = read(port, path, **BROWSER)
    assert status == 200
    assert {*map(str.lower, OF_PAGES)} <= {*map(str.lower, headers)}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert re.fullmatch("[0-9a-f]{16}", headers["X-Request-Id"])
    assert headers["Cache-Control"] == "no-cache"
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert SCRIPT.encode() in body
    assert is_plain(headers, b"")


@pytest.mark.parametrize("path", DATA)
def test_every_other_answer_has_a_policy_of_its_own(port, path):
    status, headers, body = read(port, path)
    assert status == 200
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert ("frame-ancestors *" in policy) is path.startswith("/embed/")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers
    assert is_plain(headers, body)


def test_every_route_was_looked_at():
    known = {route.path for route in routes.ROUTES if hasattr(route, "path")}
    looked_at = {re.split(r"[?.]", path)[0] for path in DATA}
    beginnings = {re.split(r"[{.]", path)[0].rstrip("/") or path for path in known}
    static = {"/map", "/icon", "/shapes", "/oembed", "/cite/view", "/embed/files", "/embed/resize"}
    missed = {each for each in beginnings if not any(path.startswith(each) for path in looked_at | static)}
    assert missed == set()
    assert embed.ROUTES


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize(
    "path", ["/api/issues", "/feed.atom", "/healthz", "/embed/map", "/package.zip", "/", "/timeline"]
)
def test_nothing_is_changed_by_a_method(port, method, path):
    answer = raw(port, f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".encode())
    assert re.match(rb"HTTP/1\.1 4\d\d ", answer), answer[:100]


OUTSIDE = [
    "/../../etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/app.py",
    "/static/../../../app.py",
    "/static/..%2f..%2f..%2fapp.py",
    "/static/..%5c..%5capp.py",
    "/app/static/../../.streamlit/config.toml",
    "/app/static/%2e%2e/%2e%2e/.streamlit/config.toml",
    "/app/static/.streamlit/config.toml",
    "/media/../../app.py",
    "/media/%2e%2e/app.py",
    "/component/../app.py",
    "/component/x/../../../../etc/passwd",
    "/_stcore/bidi-components/../../../../etc/passwd",
    "/_stcore/bidi-components/x/..%2f..%2f..%2fetc/passwd",
    "/embed/../../app.py",
    "/embed/..%2f..%2fapp.py",
    "/api/..%2f..%2fapp.py",
    "/cite/statement/..%2f..%2f..%2fetc%2fpasswd.ris",
    "//etc/passwd",
    "///evil.test/",
    "/%00",
    "/.git/config",
    "/.env",
    "/data/records/actors.csv",
    "/app.py",
    "/server-status",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_what_is_served(port, path):
    answer = raw(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("latin-1"))
    assert not re.search(rb"root:|st\.App|serverAddress|actor_id,|\[core\]", answer)
    assert not re.search(rb"(?i)\r\nlocation: *(https?:)?//(?!localhost)", answer)
    assert is_plain("", answer)


@pytest.mark.parametrize(
    "folder", ["/static/", "/static/js/", "/app/static/", "/media/", "/component/", "/embed/", "/shapes/"]
)
def test_no_folder_is_listed(port, folder):
    status, headers, body = read(port, folder)
    assert b"Index of" not in body
    assert status >= 300 or b"<title>Streamlit</title>" in body
    assert is_plain(headers, body)


@pytest.mark.parametrize(
    "lines",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n evil.test\r\n\r\n",
        b"GET /api/issues HTTP/1.1\r\nHost: a b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /api/issues?" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n",
        b"POST /api/issues HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999\r\nContent-Encoding: gzip\r\n\r\n",
        b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
        b"GET / SPDY/9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40) + b"\r\n\r\n",
    ],
    ids=range(16),
)
def test_what_no_client_means_is_refused(port, lines):
    answer = raw(port, lines)
    assert re.match(rb"HTTP/1\.1 4\d\d ", answer), answer[:200]
    assert is_plain("", answer)


@pytest.mark.parametrize(
    "parameter", ["issue=a&issue=b", "data=%00", "from=%0d%0aSet-Cookie:%20a=b", "limit=1&limit=2", "%=%"]
)
def test_no_parameter_becomes_a_header(port, parameter):
    status, headers, body = read(port, f"/api/statements?{parameter}")
    assert status in (404, 422)
    assert "Set-Cookie" not in headers
    assert is_plain(headers, body)


def test_the_cookie_of_the_app_stays_with_our_pages(port):
    _, headers, _ = read(port, "/_stcore/host-config")
    cookies = headers.get_all("Set-Cookie", [])
    assert all("SameSite=Lax" in cookie for cookie in cookies)


def test_an_upload_without_the_token_of_a_page_is_refused(port):
    status, _, _ = read(port, "/_stcore/upload_file/session/file", method="PUT")
    assert status == 403


def test_programs_cannot_drive_the_app(port):
    status, _, body = read(port, "/_stcore/agent/interact", method="POST")
    assert 400 <= status < 500
    assert is_plain("", body)
