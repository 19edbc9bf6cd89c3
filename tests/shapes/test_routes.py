"""What a browser gets from /shapes/: the map of today, every older one that was kept, and nothing else."""

import gzip
import hashlib
import shutil

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.shapes import ROUTES
from charts import shapes

OLD = b'{"source": "an older map"}'
OLD_NAME = f"map-{hashlib.sha256(OLD).hexdigest()[:12]}.json"


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of shapes of which nothing has been read yet: today's map and one older version."""
    shutil.copy(shapes.FOLDER / "map.json", tmp_path)
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / OLD_NAME).write_bytes(OLD)
    (tmp_path / "versions" / "map-0123456789ab.json").write_text("swapped after it was published")
    (tmp_path / "secret.json").write_text("secret")
    monkeypatch.setattr(shapes, "FOLDER", tmp_path)
    shapes.version.cache_clear()
    yield tmp_path
    shapes.version.cache_clear()


def test_the_map_comes_packed_and_may_be_kept_for_ever(client):
    answer = client.get(shapes.map_url(), headers={"accept-encoding": "br, gzip"})
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "application/json"
    assert int(answer.headers["content-length"]) < 270_000
    assert answer.content == shapes.map_bytes()


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br", "gzip; q=0.0, identity"])
def test_a_client_that_does_not_unpack_gets_the_file_as_it_is(client, accepted):
    answer = client.get(shapes.map_url(), headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers
    assert answer.content == shapes.map_bytes()


def test_a_client_that_has_it_gets_no_second_copy(client):
    first = client.get(shapes.map_url(), headers={"accept-encoding": "gzip"})
    headers = {"accept-encoding": "gzip", "if-none-match": f'"other", W/{first.headers["etag"]}'}
    again = client.get(shapes.map_url(), headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get(shapes.map_url(), headers={**headers, "accept-encoding": "identity"})
    assert plain.status_code == 200
    assert plain.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_a_map_that_was_published_before_stays_drawable(client, folder, accepted):
    answer = client.get(f"/shapes/{OLD_NAME}", headers={"accept-encoding": accepted})
    assert (answer.status_code, answer.content) == (200, OLD)
    assert answer.headers["cache-control"].endswith("immutable")
    assert client.get(shapes.map_url()).content == shapes.map_bytes()


def test_a_file_that_does_not_hold_what_its_name_says_is_refused(client, folder):
    assert client.get("/shapes/map-0123456789ab.json").status_code == 404


def test_without_older_versions_an_unknown_one_is_refused(client, folder):
    shutil.rmtree(folder / "versions")
    assert client.get(f"/shapes/{OLD_NAME}").status_code == 404


HOSTILE = [
    "",
    "map.json",
    "map-.json",
    "map-000000000000.json",
    "map-secret.json",
    "map-0123456789AB.json",
    "map-0123456789ab.json%0A",
    "map-0123456789ab.json.gz",
    "map-0123456789ab%00.json",
    "map-..%2f..%2fsecret.json",
    "..%2fsecret.json",
    "..%2fversions%2f" + OLD_NAME,
    "%2e%2e/secret.json",
    "versions/" + OLD_NAME,
    "..%5csecret.json",
    "%252e%252e%252fsecret.json",
    "/etc/passwd",
    "points.csv",
    "areas.geojson",
    "world_110m.json",
    "map-٠٠٠٠٠٠٠٠٠٠٠٠.json",
    "m" * 10_000,
]


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path[:40])
def test_no_other_path_is_readable(client, folder, path):
    answer = client.get(f"/shapes/{path}")
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_nothing_can_be_written(client):
    assert client.post(shapes.map_url()).status_code == 405


def test_the_packed_form_is_the_same_in_every_process(client):
    """A tag that names a form must always name the same bytes."""
    with client.stream("GET", shapes.map_url(), headers={"accept-encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert packed == gzip.compress(shapes.map_bytes(), compresslevel=9, mtime=0)
