"""Whose vote a code is: a table of facts, held against its description and the records."""

import csv
import itertools
from collections import defaultdict
from datetime import date, timedelta

import frictionless
import pytest
import yaml

from data.importers.actors import recorded
from data.importers.roll_calls import HERE


def codes():
    with (HERE / "codes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_keeps_to_its_description():
    described = yaml.safe_load((HERE / "codes.yml").read_text("utf-8"))
    schema = frictionless.Schema.from_descriptor(described["schema"])
    resource = frictionless.Resource(path="codes.csv", basepath=str(HERE), schema=schema)
    assert resource.validate().flatten(["rowNumber", "message"]) == []


def test_rows_are_sorted_and_every_actor_is_recorded():
    keys = [(row["code"], row["actor_id"], row["since"]) for row in codes()]
    assert keys == sorted(keys)
    assert {row["actor_id"] for row in codes()} <= set(recorded())


def test_on_no_day_a_code_stands_for_two():
    spans = defaultdict(list)
    for row in codes():
        spans[row["code"]].append((row["since"] or "0001-01-01", row["until"] or "9999-12-31"))
    for periods in map(sorted, spans.values()):
        assert all(until < since for (_, until), (since, _) in itertools.pairwise(periods))


def test_a_code_that_is_no_actor_stands_for_one_on_every_day():
    spans = defaultdict(list)
    for row in (row for row in codes() if row["code"] not in recorded()):
        spans[row["code"]].append((row["since"], row["until"]))
    for periods in map(sorted, spans.values()):
        assert (periods[0][0], periods[-1][1]) == ("", "")
        days = [
            (date.fromisoformat(until), date.fromisoformat(since))
            for (_, until), (since, _) in itertools.pairwise(periods)
        ]
        assert all(since - until == timedelta(days=1) for until, since in days)


@pytest.mark.parametrize("code", ["CSK", "DDR", "YMD", "EAZ"])
def test_a_seat_that_nobody_continued_stands_by_itself(code):
    assert code in recorded()
    assert code not in {row["code"] for row in codes()}
