"""Two servers on one folder: what one saves both show, and whoever is killed leaves a whole version for the other."""

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from data import journal, saving
from tests.browser.server import ROOT
from tests.chaos.served import served
from tests.data.conftest import run_build

# Saves and builds again and again, as the desk of a server does, and says each save that it was told is done.
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from data import saving
from tests.data.additions import addition, statement

home, name = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
for number in range(1000):
    saved = saving.add(home, addition(statement("Yes"), title=f"{name} {number}"), datetime.now(UTC))
    print(saved.save_id, flush=True)
    saving.rebuild(home)
"""
KILLS = 6


def writer(home, name):
    command = [sys.executable, "-c", WRITER, str(home), name]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def agree(servers, home):
    """Whether all servers show what is built, in the end."""
    built = saving.rebuild(home)
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if {server.version() for server in servers} == {built}:
            return True
        time.sleep(0.3)
    return False


@pytest.mark.chaos
def test_both_write_at_once_one_is_killed_again_and_again_and_nothing_is_lost(home):
    draw = random.Random(7)
    with served(home / "parquet") as one, served(home / "parquet") as other:
        told: list[str] = []
        for kill in range(KILLS):
            first, second = writer(home, f"first {kill}"), writer(home, f"second {kill}")
            for each in (first, second):
                assert each.stdout.readline() == "ready\n"
            time.sleep(draw.uniform(0.3, 2))
            assert {one.get("/api/statements.csv").status_code, other.get("/api/statements.csv").status_code} == {200}
            first.send_signal(signal.SIGKILL)
            time.sleep(draw.uniform(0, 1))
            second.send_signal(signal.SIGKILL)
            for each in (first, second):
                said, failed = each.communicate()
                assert failed == ""
                told += [line for line in said.split("\n")[:-1] if line]
        journal.recover(home)
        assert {*told} <= {*saving.reviews.saves(home)}
        assert told
        assert agree([one, other], home)
        assert run_build(home, "--check") == 0
        assert one.is_well()
        assert other.is_well()
        assert "could not be answered" not in one.log + other.log


@pytest.mark.chaos
def test_readers_of_both_get_whole_files_while_versions_change_below_them(home):
    with served(home / "parquet") as one, served(home / "parquet") as other:
        writes = writer(home, "only")
        assert writes.stdout.readline() == "ready\n"
        with ThreadPoolExecutor(4) as pool:
            answers = [*pool.map(lambda n: (one, other)[n % 2].get("/api/statements.csv"), range(40))]
        writes.kill()
        writes.communicate()
        assert {answer.status_code for answer in answers} == {200}
        # One row a statement: each file is of one version, so it holds each id once.
        for answer in answers:
            ids = [line.split(",")[0] for line in answer.text.splitlines()[1:]]
            assert len(ids) == len({*ids})
        assert agree([one, other], home)
