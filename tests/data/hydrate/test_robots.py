"""A host's robots.txt is asked for once and kept to; without an answer the host is left out."""

import itertools

import pytest

from data.hydrate.visits import visited, visits
from tests.data.hydrate.conftest import IMPATIENT, around, source, web
from tests.data.hydrate.loopback import answer, redirect, slowly

PLAIN = "text/plain"


def robots(text):
    return answer(text, content_type=PLAIN)


@pytest.fixture(autouse=True)
def talks(server):
    server.pages |= {path: answer("Talks were held.", content_type=PLAIN) for path in ("/page", "/other", "/open/page")}


@pytest.mark.parametrize(
    ("rules", "is_asked"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /page", False),
        ("User-agent: *\nDisallow: /p*ge$", False),
        ("User-agent: *\nDisallow: /open", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: demarche-hydrate\nDisallow: /page\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: demarche-hydrate\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /page", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("<html>not found</html>", True),
        ("", True),
        ("User-agent: *\nDisallow: /open\n" + "# much\n" * 1000 + "Disallow: /page", True),
    ],
)
def test_its_rules_are_kept_to(server, fetch, rules, is_asked):
    server.pages["/robots.txt"] = robots(rules)
    kept = fetch()
    assert kept.reason == (None if is_asked else "robots")
    assert ("/page" in server.paths()) == is_asked
    if not is_asked:
        assert kept.failed == "the robots.txt of one.example asks programs not to fetch this page"


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"])
def test_without_a_robots_txt_everything_is_allowed(server, fetch, status):
    server.pages["/robots.txt"] = answer("User-agent: *\nDisallow: /", status)
    assert fetch().text


@pytest.mark.parametrize("status", ["500 Oops", "502 Bad Gateway", "503 Unavailable", "429 Too Many Requests"])
def test_where_it_cannot_be_had_the_host_is_left_out_and_that_is_said(server, fetch, status):
    server.pages["one.example/robots.txt"] = answer("", status)
    assert "one.example" in fetch().failed
    assert "left out" in fetch("http://one.example/other").failed
    assert server.paths() == ["/robots.txt"]
    assert fetch("http://two.example/page").text


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        answer("x", content_length="9"),
        redirect("/robots.txt"),
        slowly(b"", pause=2, times=1),
        slowly(b"x", pause=0.1),
    ],
)
def test_where_it_breaks_off_or_does_not_come_the_host_is_left_out(server, sockets, workshop, tmp_path, sent):
    server.pages["/robots.txt"] = sent
    shared = around(web(sockets, **IMPATIENT), workshop, tmp_path)
    assert visited(source("http://one.example/page"), shared).reason == "unreachable"
    assert "/page" not in server.paths()


def test_one_without_end_is_read_as_far_as_is_needed(server, fetch):
    """A limit of 2,000 bytes stands in these tests for the half megabyte of the real one."""
    rules = answer("User-agent: *\nDisallow: /page\n" + "# much\n" * 1000, content_type=PLAIN, content_length=None)
    server.pages["/robots.txt"] = slowly(rules, pause=0.01)
    assert fetch().reason == "robots"
    assert fetch("http://one.example/other").text


def test_it_is_asked_for_once_for_each_host(server, fetch):
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /other")
    assert fetch().text
    assert fetch("http://one.example/other").reason == "robots"
    assert fetch("http://one.example/open/page").text
    assert fetch("http://two.example/page").text
    assert [request.host for request in server.requests if request.path == "/robots.txt"] == [
        "one.example",
        "two.example",
    ]


def test_it_may_itself_be_redirected(server, fetch):
    server.pages["one.example/robots.txt"] = redirect("http://two.example/rules.txt")
    server.pages["two.example/rules.txt"] = robots("User-agent: *\nDisallow: /page")
    assert fetch().reason == "robots"
    assert fetch("http://one.example/other").text


def test_the_host_that_a_page_is_redirected_to_is_asked_for_its_rules_too(server, fetch):
    server.pages["one.example/page"] = redirect("http://two.example/page")
    server.pages["two.example/robots.txt"] = robots("User-agent: *\nDisallow: /page")
    assert fetch().failed == "the robots.txt of two.example asks programs not to fetch this page"
    assert [request.path for request in server.requests if request.host == "two.example"] == ["/robots.txt"]


def test_a_private_host_is_refused_for_its_address_not_for_its_rules(fetch):
    assert fetch("http://inside.example/page").reason == "address"


def test_its_pause_is_kept_where_it_is_longer_than_ours(server, fetch):
    server.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.3")
    assert fetch().text
    assert fetch("http://one.example/other").text
    first, second, third = server.requests
    assert second.began - first.began >= 0.3
    assert third.began - second.began >= 0.3


@pytest.mark.parametrize("pause", ["3600", "60.5", "1e9"])
def test_a_host_that_asks_for_hours_between_requests_is_left_out(server, fetch, pause):
    server.pages["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {pause}")
    assert fetch().failed == "one.example asks for a pause of more than 60 seconds between requests"
    assert server.paths() == ["/robots.txt"]


@pytest.mark.parametrize("pause", ["nan", "inf", "-5", "soon", "", "0"])
def test_a_pause_that_is_none_stops_nothing(server, fetch, pause):
    server.pages["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {pause}")
    assert fetch().text


def test_no_host_is_asked_by_two_at_a_time_nor_sooner_than_our_pause(server, sockets, workshop, tmp_path):
    """Four threads; pages of all hosts redirect to one more host, which must be asked by one of them at a time."""
    hosts = [f"host-{number}.example" for number in range(6)]
    server.pages["shared.example/page"] = slowly(b"", answer("Talks.", content_type=PLAIN), pause=0.05, times=2)
    server.pages |= {f"{host}/page": redirect("http://shared.example/page") for host in hosts[:4]}
    sources = [source(f"http://{host}{path}", f"{host}{path}") for host in hosts for path in ("/page", "/other")]
    shared = around(web(sockets, delay=0.1), workshop, tmp_path)
    made = list(visits(sources, shared))
    assert sorted(visit.page.source_id for visit in made) == sorted(source.source_id for source in sources)
    assert all(visit.page.text for visit in made)
    at_once = 0
    for host in [*hosts, "shared.example"]:
        asked = sorted((request for request in server.requests if request.host == host), key=lambda asked: asked.began)
        assert len(asked) > 1
        for one, next_one in itertools.pairwise(asked):
            # A request begins before its answer ends, so the pause lies wholly within; shared pages take 0.05 more.
            assert next_one.began - one.began >= (0.15 if one.path == "/page" and host == "shared.example" else 0.1)
    for request in server.requests:
        at_once = max(
            at_once, len({other.host for other in server.requests if abs(other.began - request.began) < 0.05})
        )
    assert at_once > 1, "hosts were to be asked in parallel"


def test_a_host_that_asks_for_a_pause_is_left_alone_for_the_rest_of_the_run(server, shared):
    server.pages["/page"] = answer("", "429 Too Many Requests")
    sources = [source("http://one.example/page", "one"), source("http://one.example/other", "two")]
    first, second = (visited(asked, shared) for asked in sources)
    assert first.failed == "one.example answered 429"
    assert second.reason == "busy"
    assert server.paths() == ["/robots.txt", "/page"]
    # Nothing is remembered of a source that was not asked for.
    assert [file.name for file in shared.pages.iterdir()] == ["one.json"]
