"""Whoever watches the server learns whether it lives, and whether it can answer."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from api import health

client = TestClient(Starlette(routes=health.ROUTES))


def test_a_server_that_lives_says_so_without_a_look_at_the_data(monkeypatch):
    monkeypatch.setattr(queries, "run_on", None)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["cache-control"] == "no-store"


def test_a_server_that_can_answer_names_the_versions_that_it_serves():
    answer = client.get("/readyz")
    held = {name: queries.run_on(name, "collection")["data_version"][0].as_py() for name in queries.served()}
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "data_versions": held})


@pytest.mark.parametrize("error", [OSError("/home/someone/data is gone"), RuntimeError("password=1")])
def test_one_that_cannot_names_the_collection_and_tells_the_log_why(monkeypatch, caplog, error):
    def fails(*_):
        raise error

    monkeypatch.setattr(queries, "run_on", fails)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["detail"] == "The collection nagorno-karabakh does not answer. The server's log says why."
    assert str(error) in caplog.text
