"""Several people can save at once, and whoever is killed meanwhile leaves a save behind as a whole or not at all.

In the environment, KILLS is how often a save is killed (20), and CHECKED says that each of the hundred saves is checked
as it always is, not one in ten of them; what is checked takes most of the time and is not what can go wrong here.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from itertools import count
from pathlib import Path

import pytest

from data import build, journal, saving
from data.checked import check_records
from data.saving import checking, drafts, undoing
from tests.data.additions import NOW, TEXT, addition, statement, tree
from tests.data.killed import ROOT
from tests.data.small import make_collection

PROCESSES, SAVES = 4, 25
KILLS = int(os.environ.get("KILLS", "20"))
CHECKED = 1 if "CHECKED" in os.environ else 10

# Some processes that save one thing after the other.
SAVERS = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from data import journal, saving
from data.saving import checking
from tests.data.additions import addition, statement

home, (processes, saves, checked) = Path(sys.argv[1]), map(int, sys.argv[2:])
check = checking.check
children = []
for process in range(processes):
    children.append(os.fork())
    if not children[-1]:
        for number in range(saves):
            checking.check = check if number % checked == 0 else lambda *_, **__: None
            saving.add(home, addition(statement("Yes"), title=f"{process} {number}"), datetime.now(UTC))
        os._exit(0)
sys.exit(max(os.waitpid(child, 0)[1] for child in children))
"""

# Saves and takes back again and again, is killed, and looks at what is there then.
KILLED = """
import functools, os, random, signal, sys, time
from pathlib import Path
from data import journal, saving
from data.saving import checking, drafts, reviews, undoing
from tests.data.additions import NOW, addition, tree

home, kills = Path(sys.argv[1]), int(sys.argv[2])
# What only reads takes no time, so that most kills hit what writes.
checking.check = undoing.check = lambda *_, **__: None
drafts.read_collection = undoing.read_collection = functools.cache(drafts.read_collection)

def turn():
    saving.undo(home, saving.add(home, addition(), NOW).save_id)

before = tree(home)
turn()
start = time.monotonic()
turn()
long = time.monotonic() - start
wait = random.Random(8)
for _ in range(kills):
    child = os.fork()
    if not child:
        while True:
            turn()
    time.sleep(wait.uniform(0, 3 * long))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    moment = [path.name for path in home.glob(".saving*")]
    journal.recover(home)
    saves = reviews.saves(home)
    for save_id in saves:
        # Takes nothing back unless every file is as the save left it.
        saving.undo(home, save_id)
    print("after" if saves else "before", *moment, flush=True)
    assert tree(home) == before
"""


class Killed(BaseException):
    """Nothing gets to run after this, as after a kill."""


@pytest.fixture
def home(tmp_path):
    """Folder of a small collection with room for what is saved."""
    return make_collection(tmp_path / "data", most_rows=200)


def run(program, *arguments):
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def column(home, table, name):
    with (home / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def test_a_hundred_saves_of_four_processes_are_there_exactly_once(home):
    before = {name: column(home, name, f"{name[:-1]}_id") for name in ("sources", "statements")}
    done = run(SAVERS, home, PROCESSES, SAVES, CHECKED)
    assert (done.returncode, done.stderr) == (0, "")
    reviews = [json.loads(path.read_bytes()) for path in (home / "reviews").iterdir()]
    assert len({review["save_id"] for review in reviews}) == len(reviews) == PROCESSES * SAVES
    told = {"sources": [r["source_id"] for r in reviews], "statements": [r["statement_ids"][0] for r in reviews]}
    for name, said in told.items():
        assert Counter(column(home, name, f"{name[:-1]}_id")) == Counter([*before[name], *said])
    titles = Counter(column(home, "sources", "title")) - Counter({"Ruritania says no": 2})
    assert titles == Counter(f"{process} {number}" for process in range(PROCESSES) for number in range(SAVES))
    proofs = Counter(zip(column(home, "evidence", "statement_id"), column(home, "evidence", "source_id"), strict=True))
    assert [proofs[review["statement_ids"][0], review["source_id"]] for review in reviews] == [1] * len(reviews)
    assert all((home / "texts" / f"{r['source_id']}.txt").read_bytes() == TEXT.encode() for r in reviews)
    check_records(home / "records", home / "texts", home / "versions")
    assert not [*home.glob(".saving*")]


def test_killed_at_any_time_a_save_leaves_all_of_it_or_nothing(home):
    done = run(KILLED, home, KILLS)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == KILLS
    found = {line.split()[0] for line in done.stdout.splitlines()}
    assert found == {"before", "after"}


def kill_at(patch, step):
    """Let nothing on the disk change any more from some step on."""
    steps = count()

    def killing(act):
        def acting(*given, **named):
            if next(steps) >= step:
                raise Killed
            return act(*given, **named)

        return acting

    for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "unlink"), (shutil, "rmtree")):
        patch.setattr(owner, name, killing(getattr(owner, name)))


def is_killed(monkeypatch, step, act, *given):
    with monkeypatch.context() as patch:
        kill_at(patch, step)
        try:
            act(*given)
        except Killed:
            return True
    return False


def put_right(monkeypatch, home):
    """Recover, though killed at each step of it in turn."""
    for step in count():
        if not is_killed(monkeypatch, step, journal.recover, home):
            return


@pytest.mark.parametrize("is_saved", [False, True])
def test_killed_at_each_step_also_of_putting_right_it_leaves_all_or_nothing(tmp_path, home, monkeypatch, is_saved):
    for module in (checking, undoing):
        monkeypatch.setattr(module, "check", lambda *_, **__: None)
    for module in (drafts, undoing):
        monkeypatch.setattr(module, "read_collection", cache(module.read_collection))
    first = shutil.copytree(home, tmp_path / "first")
    saved = saving.add(home, addition(), NOW)
    states = [tree(first), tree(home)]
    act = partial(saving.undo, save_id=saved.save_id) if is_saved else partial(saving.add, addition=addition(), now=NOW)
    left = []
    for step in count():
        copy = shutil.copytree(home if is_saved else first, tmp_path / str(step))
        if not is_killed(monkeypatch, step, act, copy):
            break
        put_right(monkeypatch, copy)
        left.append(states.index(tree(copy)))
    # From some step on the new state is what is left.
    assert left == sorted(left, reverse=is_saved)
    assert {*left} == {0, 1}


def test_the_build_puts_right_what_a_killed_save_left(home, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(journal, "_roll_forward", lambda home: None)
        saved = saving.add(home, addition(), NOW)
    assert (home / ".saving" / "put").is_dir()
    assert saved.source_id not in column(home, "sources", "source_id")
    (home / ".saving-new").mkdir()
    assert build.main(["--data", str(home), "--check"]) == 1
    assert saved.source_id in column(home, "sources", "source_id")
    assert not [*home.glob(".saving*")]


def test_what_cannot_be_written_is_not_written_at_all(home, monkeypatch):
    before = tree(home)

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        saving.add(home, addition(statement()), NOW)
    assert tree(home) == before
    assert not [*home.glob(".saving*")]


def test_builds_at_once_after_a_save_are_one(home, monkeypatch):
    saving.rebuild(home)
    saving.add(home, addition(), NOW)
    written, write = [], build.write

    def writing(*given):
        written.append(given)
        write(*given)

    monkeypatch.setattr(build, "write", writing)
    with ThreadPoolExecutor(3) as pool:
        versions = [*pool.map(saving.rebuild, [home] * 3)]
    assert len(written) == len({*versions}) == 1
