"""What a browser gets from /shapes/: the outlines, the empty base map, and nothing else."""

import gzip
import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.shapes import ROUTES
from charts import shapes


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def test_the_outlines_come_packed_and_may_be_kept_for_ever(client):
    answer = client.get(shapes.shapes_url(), headers={"accept-encoding": "br, gzip"})
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "application/geo+json"
    assert int(answer.headers["content-length"]) < 400_000
    assert answer.content == shapes.world()


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br", "gzip; q=0.0, identity"])
def test_a_client_that_does_not_unpack_gets_the_file_as_it_is(client, accepted):
    answer = client.get(shapes.shapes_url(), headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers
    assert answer.content == shapes.world()


def test_a_client_that_has_it_gets_no_second_copy(client):
    first = client.get(shapes.shapes_url(), headers={"accept-encoding": "gzip"})
    headers = {"accept-encoding": "gzip", "if-none-match": f'"other", W/{first.headers["etag"]}'}
    again = client.get(shapes.shapes_url(), headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get(shapes.shapes_url(), headers={**headers, "accept-encoding": "identity"})
    assert plain.status_code == 200
    assert plain.headers["etag"] != first.headers["etag"]


def test_the_address_changes_with_the_content():
    assert shapes.shapes_url() == f"/shapes/world-{shapes.digest()}.geojson"
    assert len(shapes.digest()) == 12
    assert len(json.loads(shapes.world())["features"]) == len(shapes.drawn())


def test_the_base_map_is_an_empty_topology(client):
    assert client.get("/shapes/world_110m.json").json() == {"type": "Topology", "objects": {}, "arcs": []}


@pytest.mark.parametrize(
    "path",
    [
        "/shapes/",
        "/shapes/world.geojson",
        "/shapes/world-000000000000.geojson",
        "/shapes/points.csv",
        "/shapes/..%2fpoints.csv",
        "/shapes/%2e%2e/shapes/points.csv",
        "/shapes/world_50m.json",
    ],
)
def test_no_other_path_is_readable(client, path):
    assert client.get(path).status_code == 404


def test_nothing_can_be_written(client):
    assert client.post(shapes.shapes_url()).status_code == 405


def test_the_packed_form_is_the_same_in_every_process(client):
    """A tag that names a form must always name the same bytes."""
    with client.stream("GET", shapes.shapes_url(), headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert packed == gzip.compress(shapes.world(), compresslevel=9, mtime=0)
