"""Are the desk's tables in order, and do they name actors and issues that exist?"""

import csv
from pathlib import Path

import pytest

from desk import tables

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "desk" / "records").glob("*.csv"))
ORDERED = {"contexts", "issue_words"}
"""Tables in which the first row that fits counts."""
NOT_IN_THE_COLLECTION = {
    "CARICOM", "CELAC", "COK", "COMMONWEALTH", "ECOWAS", "G20", "GRL", "HKG", "IAEA", "IGAD",
    "LIMA", "MERCOSUR", "NIU", "OAS", "PIF", "POLISARIO", "SADC",
}  # fmt: skip


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def actors():
    return {row[0] for row in rows(tables.ACTORS)[1:]}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_is_sorted_has_no_row_twice_and_no_ragged_row(path):
    header, *body = rows(path)
    assert all(len(row) == len(header) for row in body)
    keys = [row[0] for row in body]
    if path.stem not in ORDERED:
        assert len(set(keys)) == len(keys)
        assert path.read_text(encoding="utf-8").splitlines()[1:] == sorted(
            path.read_text(encoding="utf-8").splitlines()[1:]
        )


def test_every_actor_is_one_of_the_collection_or_named_here():
    named = {*tables.forms().values(), *(r.actor_id for several in tables.readings().values() for r in several)}
    assert named - actors() == NOT_IN_THE_COLLECTION


def test_no_form_repeats_what_the_collection_gives():
    with tables.ACTORS.open(encoding="utf-8", newline="") as file:
        held = {
            (form, row["actor_id"])
            for row in csv.DictReader(file)
            for form in (row["name"], row["short_name"], *row["aliases"].split("|"))
            if row["kind"] != "former_state"
        }
    assert held.isdisjoint(map(tuple, rows(tables.RECORDS / "forms.csv")))


def test_every_exchange_id_belongs_to_an_actor_of_the_collection():
    assert set(tables.exchange_ids()) <= actors()


def test_every_issue_is_one_of_the_collection():
    held = {row[0] for row in rows(ROOT / "data" / "records" / "issues.csv")[1:]}
    assert {issue for issue, *_ in tables.issue_words()} <= held


def test_no_region_is_an_actor_of_the_collection():
    assert tables.words("regions", "region").isdisjoint(tables.forms())


def test_stances_are_those_of_the_collection_or_point_back():
    cues = [cue for several in tables.stance_cues().values() for cue in several]
    assert {cue.stance for cue in cues} == {"support", "oppose", "neutral", "same"}
    assert {cue.kind for cue in cues} == {"act", "deed", "even", "judgement", "lean", "same", "vague", "vote", "worry"}
