"""A clock that jumps by a day or a year, either way: saves and versions keep their order, and the newest counts."""

import random
import shutil
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from data import build, keeping, saving
from data.saving import reviews
from queries import folder_state
from queries.versions import home_in, read
from tests.chaos.conftest import contents
from tests.data.additions import addition, statement
from tests.data.conftest import run_build
from tests.data.small import add_line

START = datetime(2026, 6, 15, 12, tzinfo=UTC)
JUMPS = [timedelta(days=days) for days in (0, -1, 1, -365, 365, 0, -366, 400)]


def records(home):
    return {name: content for name, content in contents(home).items() if name.startswith(("records/", "texts/"))}


@pytest.mark.chaos
def test_saves_are_taken_back_in_their_order_whatever_the_clock_said(home):
    states, saves = [], []
    for number, jump in enumerate(JUMPS):
        states.append(records(home))
        more = addition(statement("Yes"), title=f"Save {number}")
        saves.append(saving.add(home, more, START + jump).save_id)
    assert [*reviews.saves(home)] == saves == sorted(saves)
    for save_id, before in zip(reversed(saves), reversed(states), strict=True):
        saving.undo(home, save_id)
        assert records(home) == before


@pytest.mark.chaos
def test_only_the_newest_save_can_be_taken_back_though_its_clock_was_behind(home):
    first = saving.add(home, addition(title="First"), START)
    second = saving.add(home, addition(statement("Yes"), title="Second"), START - timedelta(days=365))
    with pytest.raises(saving.ChangedMeanwhile, match="is not the newest any more"):
        saving.undo(home, first.save_id)
    saving.undo(home, second.save_id)
    saving.undo(home, first.save_id)


@pytest.mark.chaos
@pytest.mark.parametrize("seed", range(2))
def test_versions_stand_in_the_order_of_their_builds_whatever_the_clock_said(home, monkeypatch, seed):
    draw, built = random.Random(seed), [keeping.version_in(home / "parquet")]
    for number in range(3):
        on = date(2026, 6, 15) + draw.choice(JUMPS)
        monkeypatch.setattr(build, "date", type("Clock", (date,), {"today": staticmethod(lambda on=on: on)}))
        add_line(home, "coverage", f"summit-2001,border,LEAGUE,2026-11-2{5 + number},own pages,no,")
        assert run_build(home) == 0
        built.append(keeping.version_in(home / "parquet"))
    (collection,) = (home / "versions").iterdir()
    assert [each.version for each in read(home_in(home / "versions", collection.name))] == built
    assert run_build(home, "--check") == 0


@pytest.mark.parametrize("days", [-366, -1, 1, 366])
def test_a_build_is_noticed_though_the_clock_of_its_files_is_another(home, tmp_path, monkeypatch, days):
    before = folder_state.files(home / "parquet")
    shutil.copytree(home / "parquet", tmp_path / "other")
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + days * 86_400)
    other = folder_state.files(tmp_path / "other")
    assert folder_state.mark_of(other) != folder_state.mark_of(before)
    assert folder_state.is_whole(other, before)
    assert folder_state.is_quiet(other)
