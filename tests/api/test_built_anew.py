"""Whoever asks the interface after a build gets it, and whoever names the version before gets that."""

import io
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from api import embed, feed, packages, tables
from tests.queries import anew
from tests.queries.anew import FIRST, LATER, NAME, WORD

client = TestClient(Starlette(routes=[*tables.ROUTES, *embed.ROUTES, *feed.ROUTES, *packages.ROUTES]))
ADDRESSES = (
    "/api/statements",
    "/api/statements.csv",
    "/api/statements.jsonl",
    f"/api/search?q={WORD}",
    "/api/collections",
    "/api/openapi.json",
    "/embed/table?issue=border",
    "/feed.atom",
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What each address answered before and after a build, by one server, and both versions."""
    home = anew.begin(tmp_path_factory.mktemp("anew"))
    with anew.served(home / "parquet"):
        before = {address: client.get(address) for address in ADDRESSES}
        versions = [queries.build(NAME).partition("@")[2]]
        anew.add_statement(home)
        after = {address: client.get(address) for address in ADDRESSES}
        versions.append(queries.build(NAME).partition("@")[2])
        yield before, after, versions


def ids(answer):
    return [row["statement_id"] for row in answer.json()["rows"]]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_answers_otherwise_under_another_tag(asked, address):
    before, after, (old, new) = asked
    assert (before[address].status_code, after[address].status_code) == (200, 200)
    assert before[address].headers["etag"] != after[address].headers["etag"]
    assert before[address].text != after[address].text
    assert old not in after[address].text or address == "/api/collections"
    assert new not in before[address].text
    again = client.get(address, headers={"If-None-Match": before[address].headers["etag"]})
    assert again.status_code == 200
    assert client.get(address, headers={"If-None-Match": after[address].headers["etag"]}).status_code == 304


def test_the_new_statement_is_in_pages_files_feeds_and_found_by_a_search(asked):
    before, after, _ = asked
    assert ids(before["/api/statements"]) == [*FIRST]
    assert ids(after["/api/statements"]) == [*FIRST, LATER]
    for address in ("/api/statements.csv", "/api/statements.jsonl", "/feed.atom", "/embed/table?issue=border"):
        assert (WORD in before[address].text, WORD in after[address].text) == (False, True)
    assert before[f"/api/search?q={WORD}"].json()["rows"] == []
    assert [row["id"] for row in after[f"/api/search?q={WORD}"].json()["rows"]] == [LATER]


def test_the_version_before_stays_what_it_was(asked):
    before, _, (old, new) = asked
    named = client.get(f"/api/statements?data={old}")
    assert named.json()["rows"] == before["/api/statements"].json()["rows"]
    assert named.headers["etag"] == before["/api/statements"].headers["etag"]
    (said,) = client.get("/api/collections").json()["collections"]
    assert [each["version"] for each in said["versions"]] == [old, new]


def statements_in(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        (name,) = [name for name in package.namelist() if name.endswith("statements.csv")]
        return set(package.read(name).splitlines())


def test_a_package_holds_the_rows_of_the_version_that_it_names(asked):
    _, _, versions = asked
    before, after = (statements_in(client.get(f"/package.zip?data={version}")) for version in versions)
    assert before < after
    assert after == statements_in(client.get("/package.zip"))
