"""Whatever a host sends: a text, or one sentence that says why there is none."""

import gzip
import itertools
import socket
import time
import tracemalloc
import zlib

import pytest

from data.hydrate.connecting import look_up
from data.hydrate.pages import kept
from data.hydrate.visits import visited
from tests.data.hydrate.conftest import IMPATIENT, LIMITS, around, source, web
from tests.data.hydrate.loopback import PUBLIC, answer, redirect, slowly
from tests.data.hydrate.written import PARAGRAPHS, article, pdf

PLAIN = "text/plain; charset=utf-8"


def test_html_becomes_its_text_without_what_stands_around(server, fetch):
    server.pages["/page"] = answer(article())
    page = fetch()
    assert page.failed is None
    assert page.text == "\n".join(["Talks held", *PARAGRAPHS])
    assert (page.final_url, page.status, page.media_type) == ("http://one.example/page", 200, "text/html")


def test_pdf_becomes_its_text_page_by_page(server, fetch):
    server.pages["/page"] = answer(pdf("First page of the report", "Second page"), content_type="application/pdf")
    assert fetch().text == "First page of the report\n\nSecond page"


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("windows-1251", "Windows-1251"),
        ("koi8-r", "koi8-r"),
        ("utf-8", "UTF-8"),
        ("utf-16", "whatever"),
        ("utf-8-sig", None),
    ],
)
def test_plain_text_is_read_in_the_charset_that_is_declared(server, fetch, charset, declared):
    text = "Заявление министра: переговоры продолжены в Праге."
    kind = f"text/plain; charset={declared}" if declared else "text/plain"
    server.pages["/page"] = answer(text.encode(charset), content_type=kind)
    assert fetch().text == text


def test_windows_quotation_marks_under_a_latin_label_are_what_browsers_show(server, fetch):
    server.pages["/page"] = answer(b"\x93Talks\x94 \x96 so far", content_type="text/plain; charset=ISO-8859-1")
    assert fetch().text == "“Talks” – so far"


def test_bytes_that_fit_no_charset_still_give_a_text(server, fetch):
    server.pages["/page"] = answer(b"Talks \xff\xfe\x81 held", content_type="text/plain; charset=hex")
    text = fetch().text
    assert text
    assert text.startswith("Talks ")
    assert text.endswith(" held")


def test_packed_answers_are_unpacked(server, fetch):
    server.pages["/page"] = answer(gzip.compress(article().encode()), content_encoding="gzip")
    assert PARAGRAPHS[0] in fetch().text


def test_the_hash_is_that_of_the_bytes_that_were_sent(server, fetch):
    # sha256 of "talks", from another program.
    server.pages["/page"] = answer(gzip.compress(b"talks"), content_type=PLAIN, content_encoding="gzip")
    assert fetch().sha256 == "ffe3715dd3d56af9d2a0e6aaa56fc546aeeb31923024c56e6363c7d42cecae16"


def test_redirects_are_followed_up_to_five(server, fetch):
    for step in range(5):
        server.pages[f"/{step}"] = redirect(f"/{step + 1}")
    server.pages["/5"] = answer("Talks were held.", content_type=PLAIN)
    page = fetch("http://one.example/0")
    assert page.text == "Talks were held."
    assert page.final_url == "http://one.example/5"
    server.pages["/before"] = redirect("/0")
    assert fetch("http://one.example/before").failed == "one.example redirects more than 5 times"


def test_a_circle_of_redirects_ends(server, fetch):
    server.pages |= {"/a": redirect("http://two.example/b"), "/b": redirect("http://one.example/a", "301 Moved")}
    assert fetch("http://one.example/a").reason == "redirects"
    assert len([path for path in server.paths() if path != "/robots.txt"]) == 6


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/admin",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://inside.example/",
        "http://half.example/",
        "//192.168.0.1/router",
        "file:///etc/passwd",
        "ftp://two.example/",
        "javascript:alert(1)",
        "http://user:word@two.example/",
        "http://two.example:6379/",
        "http://[broken/",
    ],
)
def test_a_redirect_to_what_may_not_be_asked_is_refused(server, sockets, fetch, location):
    server.pages["/page"] = redirect(location)
    page = fetch()
    assert (page.reason, page.text) == ("address", None)
    assert page.failed
    assert set(sockets.asked) == {(PUBLIC, 80)}


def test_a_redirect_may_stay_on_the_port_that_the_source_names(server, sockets, fetch):
    server.pages |= {"/page": redirect("http://two.example:8080/b"), "/b": answer("Talks.", content_type=PLAIN)}
    assert fetch("http://one.example:8080/page").text == "Talks."
    assert set(sockets.asked) == {(PUBLIC, 8080)}


def test_a_name_that_leads_elsewhere_a_moment_later_is_not_followed(server, sockets, workshop, tmp_path):
    given = itertools.chain([[PUBLIC]], itertools.repeat(["127.0.0.1"]))
    shared = around(web(sockets, resolver=lambda *_: next(given)), workshop, tmp_path)
    server.pages["/page"] = answer(article())
    page = visited(source("http://one.example/page"), shared)
    assert page.failed == "one.example leads to 127.0.0.1, which is no address of the public web"
    assert sockets.asked == [(PUBLIC, 80)]
    assert server.paths() == ["/robots.txt"]


def test_the_name_is_looked_up_once_for_each_connection(server, sockets, workshop, tmp_path):
    names = []

    def resolver(host, port):
        names.append(host)
        return [PUBLIC]

    shared = around(web(sockets, resolver=resolver), workshop, tmp_path)
    server.pages["/page"] = answer(article())
    assert visited(source("http://one.example/page"), shared).text
    assert names == ["one.example", "one.example"]
    assert len(sockets.asked) == 2


@pytest.mark.parametrize(
    ("sent", "seconds"),
    [
        (slowly(b"x", pause=0.05), 0.8),
        (slowly(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n", pause=0.05), 0.8),
        (slowly(answer(status="200 OK", content_length="100000", content_type=PLAIN), b"x", pause=0.05), 0.8),
        (slowly(b"HTTP/1.1 200 OK\r\n", pause=3, times=1), 0.4),
        (slowly(b"", pause=3, times=1), 0.4),
    ],
    ids=["no headers", "headers without end", "a body that drips", "a beginning", "nothing"],
)
def test_a_host_that_drips_or_is_silent_is_given_up_in_time(server, sockets, workshop, tmp_path, sent, seconds):
    server.pages["/page"] = sent
    shared = around(web(sockets, **IMPATIENT), workshop, tmp_path)
    began = time.monotonic()
    assert visited(source("http://one.example/page"), shared).reason == "unreachable"
    assert seconds - 0.1 < time.monotonic() - began < seconds + 1.5


def test_an_answer_that_is_too_large_is_left(server, fetch):
    size = LIMITS.size
    server.pages["/said"] = answer(status="200 OK", content_length=str(size + 1))
    server.pages["/page"] = lambda line: [
        line.write(answer(content_length=None, content_type=PLAIN)),
        *(line.write(b"x" * 10_000) for _ in range(1000)),
    ]
    server.pages["/just"] = answer(b"x" * size, content_type=PLAIN)
    assert fetch("http://one.example/said").failed == "one.example would send more than 300,000 bytes"
    assert fetch().failed == "one.example sent more than 300,000 bytes"
    assert len(fetch("http://one.example/just").text) == size


def test_a_small_answer_that_unpacks_to_gigabytes_is_left(server, fetch):
    packing = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    zeros = bytes(1 << 20)
    bomb = b"".join(packing.compress(zeros) for _ in range(1 << 8)) + packing.flush()
    server.pages["/page"] = answer(bomb, content_encoding="gzip")
    server.pages["/nested"] = answer(gzip.compress(gzip.compress(bomb)), content_encoding="gzip, gzip, gzip")
    tracemalloc.start()
    assert fetch().reason == "size"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * LIMITS.size
    assert fetch("http://one.example/nested").reason == "type"


def test_what_follows_a_packed_answer_is_not_gathered(server, fetch):
    packed = gzip.compress(b"Talks were held.")
    server.pages["/page"] = answer(
        packed + bytes(LIMITS.size * 3), content_type=PLAIN, content_encoding="gzip", content_length=None
    )
    assert fetch().text == "Talks were held."


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (answer(b"x" * 100, content_length="200"), "unreachable"),
        (answer(gzip.compress(article().encode())[:-9], content_encoding="gzip"), "unreadable"),
        (answer(b"no gzip", content_encoding="gzip"), "unreadable"),
        (answer(b"x", content_encoding="br"), "type"),
        (answer(b"GIF89a", content_type="image/gif"), "type"),
        (answer(b"PK", content_type="application/zip"), "type"),
        (answer(article(), content_type=None), "type"),
        (answer(article(), content_type=""), "type"),
        (answer(article(), status="404 Not Found"), "status"),
        (answer(article(), status="403 Forbidden"), "status"),
        (answer(article(), status="204 No Content"), "status"),
        (answer(article(), status="302 Found"), "status"),
        (answer(article(), status="500 Oops"), "unreachable"),
        (redirect(""), "redirects"),
        (b"", "unreachable"),
        (b"220 mail.example ESMTP\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 200_000 + b"\r\n\r\n", "unreachable"),
        (b"\0" * 1000, "unreachable"),
    ],
)
def test_a_broken_answer_gives_a_sentence(server, fetch, sent, reason):
    server.pages["/page"] = sent
    kept = fetch()
    assert (kept.reason, kept.text) == (reason, None)
    assert kept.failed
    assert kept.failed == kept.failed.strip()
    assert "\n" not in kept.failed


def test_a_name_that_is_not_known_gives_a_sentence(sockets, workshop, tmp_path, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    page = visited(source("http://nobody.invalid/"), around(web(sockets, resolver=look_up), workshop, tmp_path))
    assert page.reason == "unreachable"
    assert "the name nobody.invalid is not known" in str(page.failed)


def test_what_fails_because_the_run_is_ending_is_not_noted_as_a_fault_of_the_page(server, fetch, shared):
    server.pages["/page"] = answer(article())
    assert fetch().text
    server.pages["/page"] = answer(b"x", content_length="9")
    shared.stopped.set()
    assert fetch().failed
    page = kept(shared.pages, "a-source")
    assert page
    assert page.failed is None


def test_requests_say_who_asks_and_how_to_reach_the_user(server, fetch):
    server.pages["/page"] = answer(article())
    fetch()
    assert {request.agent for request in server.requests} == {
        "demarche-hydrate (Demarche; reads pages that a collection cites, for one reader; contact: desk@paper.example)"
    }


def test_proxies_of_the_environment_are_not_used(server, sockets, fetch, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.pages["/page"] = answer(article())
    assert fetch().text
    assert set(sockets.asked) == {(PUBLIC, 80)}


def test_cookies_live_for_one_page_and_no_longer(server, fetch):
    """Some hosts redirect to the same address until a cookie comes back."""
    server.pages["/page"] = answer(status="302 Found", location="/next", set_cookie="seen=1")
    server.pages["/next"] = answer("Talks.", content_type=PLAIN)
    assert fetch().text == "Talks."
    assert fetch("http://one.example/next").text == "Talks."
    assert [request.cookie for request in server.requests] == ["", "", "seen=1", ""]
