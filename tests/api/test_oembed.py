"""Who hands us the address of a page of ours is told how to embed it, and nothing else."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import oembed
from api.problems import Problem
from tests.api.parsed import of

client = TestClient(Starlette(routes=oembed.ROUTES))
HOME = "http://testserver/"
DAYS = "from=2020-01-01&to=2020-12-31"


def ask(url, **more):
    return client.get("/oembed", params={"url": url, "format": "json"} | more)


def frame_of(answer):
    (frame,) = of(answer.json()["html"], "iframe")
    return frame


@pytest.mark.parametrize(
    ("page", "embed"),
    [
        (f"?{DAYS}&issue=nk-votes-valid", f"map?{DAYS}&issue=nk-votes-valid"),
        (f"map?{DAYS}&issue=nk-votes-valid&view=europe", f"map?{DAYS}&issue=nk-votes-valid&view=europe"),
        (f"timeline?{DAYS}", f"timeline?{DAYS}&issue=every-issue"),
        (f"statements?{DAYS}&actor=ARM&page=2&sort=actor", f"table?{DAYS}&issue=every-issue&actor=ARM"),
        (f"embed/table?{DAYS}&actor=ARM&theme=dark", f"table?{DAYS}&issue=every-issue&actor=ARM&theme=dark"),
    ],
)
def test_a_page_is_embedded_with_the_view_that_its_address_names(page, embed):
    answer = ask(HOME + page)
    assert answer.status_code == 200, answer.text
    assert frame_of(answer)["src"] == f"{HOME}embed/{embed}"
    assert {"version", "type", "html", "width", "height"} <= set(answer.json())
    assert answer.headers["content-type"] == "application/json"


def test_a_map_that_stands_at_a_day_is_embedded_as_of_that_day():
    answer = ask(f"{HOME}?issue=nk-votes-valid&from=2000-01-01&to=2024-01-01&at=2020-05-01&focus=ARM")
    assert "to=2020-05-01" in frame_of(answer)["src"]


def test_a_frozen_page_gives_a_frozen_embed():
    version = oembed.of(f"{HOME}?issue=nk-votes-valid", HOME).asked.names.collection["data_version"]
    assert f"data={version}" in frame_of(ask(f"{HOME}statements?data={version}"))["src"]
    assert ask(f"{HOME}statements?data=0123456789ab").status_code == 404


def test_the_frame_is_no_larger_than_was_asked_for():
    frame = frame_of(ask(f"{HOME}statements?actor=ARM", maxwidth="400", maxheight="300"))
    assert (frame["width"], frame["height"]) == ("400", "300")
    assert ask(f"{HOME}statements?actor=ARM", maxwidth="wide").status_code == 422


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://example.org/",
        "http://testserver.example.org/statements",
        "http://example.org/http://testserver/statements",
        "javascript:alert(1)//testserver/",
        f"{HOME}search?q=peace",
        f"{HOME}embed/",
        f"{HOME}embed/world",
        f"{HOME}map",
        f"{HOME}statements?issue=nowhere",
        f"{HOME}statements?actor={'x' * 9_000}",
        f"{HOME}statements?{'&'.join(['a=1'] * 300)}",
    ],
)
def test_any_other_address_is_a_problem(url):
    answer = ask(url)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_xml_is_not_spoken():
    assert client.get("/oembed", params={"url": f"{HOME}statements", "format": "xml"}).status_code == 501


@given(st.text(), st.text("&=;%+#?/<>\"' abc[]"))
def test_whatever_the_address_holds_it_is_answered_or_refused(text, query):
    for url in (text, f"{HOME}{text}", f"{HOME}statements?{query}", f"{HOME}embed/table?{query}"):
        with suppress(Problem):
            oembed.of(url, HOME)
