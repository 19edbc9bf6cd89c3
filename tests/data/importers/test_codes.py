"""What the corpus writes for whom: a table of facts, held against its description and the records."""

import csv
from pathlib import Path

import frictionless
import yaml

from data.importers import ungdc
from data.importers.actors import recorded

HOME = Path(ungdc.__file__).parent


def codes():
    with (HOME / "codes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_keeps_to_its_description():
    described = yaml.safe_load((HOME / "codes.yml").read_text("utf-8"))
    resource = frictionless.Resource(
        path="codes.csv", basepath=str(HOME), schema=frictionless.Schema.from_descriptor(described["schema"])
    )
    assert resource.validate().flatten(["rowNumber", "message"]) == []


def test_rows_are_sorted_and_every_actor_is_recorded():
    keys = [(row["written"], row["since"]) for row in codes()]
    assert keys == sorted(keys)
    assert {row["actor_id"] for row in codes()} <= set(recorded())


def test_a_code_means_one_actor():
    meant: dict[str, set[str]] = {row["written"]: set() for row in codes()}
    for row in codes():
        meant[row["written"]].add(row["actor_id"])
    assert [written for written, actors in meant.items() if len(actors) > 1] == []


def test_a_period_has_both_ends_and_a_name_or_none_of_them():
    assert {bool(row["since"]) + bool(row["until"]) + bool(row["name"]) for row in codes()} == {0, 3}
    assert [row for row in codes() if row["since"] > row["until"]] == []


def test_no_row_hides_a_code_that_the_records_know_better():
    hidden = [row for row in codes() if row["written"] in recorded() and row["written"] != row["actor_id"]]
    assert hidden == []
