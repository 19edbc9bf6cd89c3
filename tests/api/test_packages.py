"""The data package over HTTP."""

import io
import json
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from api import packages
from exports import package
from exports.package import archive


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=packages.ROUTES), raise_server_exceptions=False) as client:
        yield client


def told(answer):
    return json.loads(zipfile.ZipFile(io.BytesIO(answer.content)).read("manifest.json"))


def test_without_filters_it_is_the_whole_collection(client):
    answer = client.get("/package.zip")
    version = queries.run("collection")["data_version"][0].as_py()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert f'filename="demarche-nagorno-karabakh-{version}.zip"' in answer.headers["content-disposition"]
    assert answer.headers["content-encoding"] == "identity"
    assert answer.headers["cache-control"] == "no-cache"
    rows = {each["name"]: each["rows"] for each in told(answer)["tables"]}
    assert rows == {row["table"]: row["rows"] for row in queries.run("tables").to_pylist()}


def test_with_filters_it_is_the_view_and_says_where_to_see_it(client):
    answer = client.get("/package.zip?collection=nagorno-karabakh&actor=GEO&issue=nk-votes-valid")
    rows = {each["name"]: each["rows"] for each in told(answer)["tables"]}
    assert 0 < rows["statements"] == told(answer)["rows"] < 100
    assert told(answer)["url"].startswith("http://testserver/statements?")


def test_a_named_version_is_kept_for_a_while(client):
    version = queries.run("collection")["data_version"][0].as_py()
    answer = client.get(f"/package.zip?data={version}&actor=GEO")
    assert answer.headers["cache-control"] == "private, max-age=3600"
    again = client.get(f"/package.zip?data={version}&actor=GEO", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/package.zip?data=000000000000").status_code == 404


@pytest.mark.parametrize("query", ["actor=NOBODY", "colour=red", "raw=yes", "collection=other", "from=yesterday"])
def test_what_cannot_be_used_is_refused_by_name(client, query):
    answer = client.get(f"/package.zip?{query}")
    assert answer.status_code == 422
    assert answer.json()["parameter"] == query.partition("=")[0]


def test_a_head_makes_no_package(client, monkeypatch):
    monkeypatch.setattr(package, "pieces", lambda *_: 1 / 0)
    answer = client.head("/package.zip")
    assert (answer.status_code, answer.content) == (200, b"")


def test_what_fails_halfway_is_no_package(client, monkeypatch):
    monkeypatch.setattr(archive.Archive, "end", lambda _: 1 / 0)
    broken = client.get("/package.zip?actor=GEO").content
    assert len(broken) > 10_000
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(broken))
