"""The collection of payloads, served by the routes of this process."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from api.routes import ROUTES
from tests.hostile.collection import NAME, make_hostile


@pytest.fixture(scope="package")
def hostile_home(tmp_path_factory):
    """Folder of the collection, built."""
    return make_hostile(tmp_path_factory.mktemp("hostile") / "home")


@pytest.fixture
def client(hostile_home):
    """Asks the routes for the collection of payloads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: hostile_home / "parquet"})
        with TestClient(Starlette(routes=ROUTES), follow_redirects=False) as asking:
            yield asking
