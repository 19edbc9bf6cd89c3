"""What a small request may cost, whichever route it asks for."""

import time

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from api import routes

# Seconds of computing, a hundred times what any of these takes; what they guard against took longer still.
PATIENCE = 10.0


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=routes.ROUTES)) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/cite/x/{'a.' * 30_000}/", 404),
        (f"/cite/statement/{'a.' * 30_000}ris", 404),
        ("/embed/timeline?issue=minsk-process&from=0001-01-01&to=9999-12-31", 200),
        ("/embed/timeline?from=9999-12-31&to=9999-12-31", 200),
        ("/embed/timeline?from=9999-12-31", 200),
        ("/kit.html?issue=minsk-process&from=0001-01-01&to=1990-12-31", 200),
        ("/kit.html?to=0001-01-01", 200),
        ("/feed.atom?from=2027-01-01", 200),
        ("/api/positions?as_of=1950-01-01", 200),
    ],
    ids=lambda value: str(value)[:60],
)
def test_an_odd_address_is_answered_soon(client, address, status):
    began = time.process_time()
    answer = client.get(address)
    assert answer.status_code == status, answer.text[:300]
    assert time.process_time() - began < PATIENCE


def test_a_text_that_was_fetched_to_this_machine_is_not_handed_to_others(client, monkeypatch):
    asked = "/api/search?q=votes&found=source&limit=100"
    shown = {row["id"]: row for row in client.get(asked).json()["rows"]}
    fetched = "azernews-2020-04-15-geo"
    assert shown[fetched]["snippet"]
    ask = queries.run_on

    def with_one_fetched(edition, name, /, **parameters):
        found = ask(edition, name, **parameters)
        return type(found).from_pydict({"source_id": [fetched]}) if name == "fetched_sources" else found

    monkeypatch.setattr(queries, "run_on", with_one_fetched)
    hidden = {row["id"]: row for row in client.get(asked).json()["rows"]}
    assert (hidden[fetched]["snippet"], hidden[fetched]["count_marks"]) == (None, None)
    assert {key: row["snippet"] for key, row in hidden.items() if key != fetched} == {
        key: row["snippet"] for key, row in shown.items() if key != fetched
    }
