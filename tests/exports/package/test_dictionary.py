"""What a package says of its columns and keys is what the descriptions beside the records say."""

from pathlib import Path

import pytest

import queries
from data.description_files import read_collection
from exports.package.keys import KEYS
from exports.package.limits import limits
from exports.package.schema import schema

COLLECTION = read_collection(Path(__file__).parents[3] / "data" / "records")
FIELDS = queries.run("fields").to_pylist()


def test_every_table_has_its_keys():
    assert [*KEYS] == [*COLLECTION.tables]


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_those_of_the_descriptions(name):
    described = COLLECTION.tables[name].schema
    told = schema(name, [row for row in FIELDS if row["table"] == name])
    assert [*KEYS[name].key] == [*described["primaryKey"]]
    assert told.get("foreignKeys", []) == described.get("foreignKeys", [])


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_a_primary_one_exactly_where_none_of_its_columns_may_be_empty(name):
    required = {field.name for field in COLLECTION.tables[name].fields if field.constraints.get("required")}
    assert KEYS[name].is_complete == (set(KEYS[name].key) <= required)
    assert ("primaryKey" in schema(name, [])) == KEYS[name].is_complete != ("uniqueKeys" in schema(name, []))


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: f"{row['table']}.{row['field']}")
def test_words_of_the_dictionary_mean_the_constraints_that_they_were_made_of(row):
    table = COLLECTION.tables[row["table"]]
    field = next(each for each in (*table.fields, *table.built_fields) if each.name == row["field"])
    constraints, example = limits(row)
    # A pattern is told by its example alone.
    assert constraints == {name: limit for name, limit in field.constraints.items() if name != "pattern"}
    assert example == field.example


def test_words_that_nobody_knows_are_refused_and_not_dropped():
    with pytest.raises(ValueError, match="in capitals"):
        limits({"constraints": "never empty; in capitals", "type": "string"})
