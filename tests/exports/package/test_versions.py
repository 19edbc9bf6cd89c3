"""A package of an older version holds what that version held."""

import io
import json
import zipfile

import pyarrow.parquet as pq

from tests.exports.versions import ADDED, CORRECTED, FIRST, KEPT, REMOVED, SECOND, THIRD


def statements(packed):
    file = zipfile.ZipFile(io.BytesIO(packed)).read("data/statements.parquet")
    return {row["statement_id"]: row["stance"] for row in pq.read_table(io.BytesIO(file)).to_pylist()}


def test_every_version_has_its_own_rows(taken_of_versions):
    found = {day: statements(taken_of_versions[day]["package"]) for day in (FIRST, SECOND, THIRD)}
    assert found[FIRST] == {KEPT: "support", CORRECTED: "oppose", REMOVED: "neutral"}
    assert found[SECOND] == found[FIRST] | {CORRECTED: "support", ADDED: "support"}
    assert found[THIRD] == {name: stance for name, stance in found[SECOND].items() if name != REMOVED}


def test_a_package_of_a_version_is_the_same_to_the_byte_after_others_were_built(taken_of_versions):
    assert taken_of_versions["frozen"]["package"] == taken_of_versions[FIRST]["package"]


def test_a_package_has_one_id_and_as_many_versions_as_there_are(taken_of_versions):
    packed = [zipfile.ZipFile(io.BytesIO(taken_of_versions[day]["package"])) for day in (FIRST, SECOND, THIRD)]
    told = [json.loads(each.read("datapackage.json")) for each in packed]
    assert len({each["id"] for each in told}) == 1
    assert [each["version"] for each in told] == [taken_of_versions[day]["version"] for day in (FIRST, SECOND, THIRD)]
