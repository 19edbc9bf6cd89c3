"""How many readers does one server bear? Twenty who change filters at once, and two hundred in turn.

python -m tests.bench.server_load [--large STATEMENTS] [--seconds N]: both apps run on this machine, loaded in turns, so
that only one works at a time. Each reader changes issue, dates or stance as soon as the page stands; nobody thinks.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.bench import large_collection, open_and_close
from tests.bench.figures import Figures, keep
from tests.bench.map_change import write_outlines
from tests.bench.memory import cpu_seconds, server_on
from tests.bench.session import Session, opened
from tests.bench.targets import Targets
from tests.browser.server import running_app

READERS, ROUNDS, SECONDS = 20, 4, 20
P95_MS, RERUNS_A_SECOND, CPU_MS = 300, 80, 10
SEED = 20_260_415
# So many of the first issues and stances, and these first days, in every combination: what the caches are warm for.
ISSUES, STANCES, DAYS = 4, 2, ("1988-01-01", "2000-01-01", "2015-01-01")
HEAD = ("", "reruns/s", "p50, ms", "p95, ms", "CPU a rerun, ms")


class Load(NamedTuple):
    """What a server did: seconds that each run took, seconds that passed meanwhile, and seconds of CPU."""

    runs: list[float]
    passed: float
    cpu: float

    def row(self) -> list[str]:
        """Say it in the order of `HEAD`."""
        middle, worst = 1000 * statistics.median(self.runs), 1000 * self.p95
        return [f"{self.rate:.1f}", f"{middle:.0f}", f"{worst:.0f}", f"{self.cpu_ms:.1f}"]

    @property
    def rate(self) -> float:
        """Runs a second."""
        return len(self.runs) / self.passed

    @property
    def p95(self) -> float:
        """Seconds that 95 of 100 runs did not exceed."""
        return statistics.quantiles(self.runs, n=20)[-1]

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of CPU a run, all threads of the server together."""
        return 1000 * self.cpu / len(self.runs)

    def __add__(self, other: object) -> "Load":
        assert isinstance(other, Load)
        return Load(self.runs + other.runs, self.passed + other.passed, self.cpu + other.cpu)


async def change(session: Session, draw: Random) -> list[float]:
    """Change one filter as a reader would; gives the seconds that each run took which came of it."""
    what = draw.choice(("Issue", "From", "Stance"))
    if what == "Issue":
        taken = [await session.choose(what, draw.choice(session.options[what][:ISSUES]))]
        return [*taken, await session.catch_up()] if session.is_behind else taken
    if what == "From":
        return [await session.choose(what, draw.choice(DAYS))]
    return [await session.choose(what, *draw.sample(session.options[what][:STANCES], draw.randint(0, 1)))]


async def warm(url: str) -> None:
    """Ask once for every combination that `change` can lead to."""
    async with opened(url) as session:
        for stances in ([], *([each] for each in session.options["Stance"][:STANCES])):
            await session.choose("Stance", *stances)
            for day in DAYS:
                await session.choose("From", day)
                for issue in session.options["Issue"][:ISSUES]:
                    await session.choose("Issue", issue)
                    if session.is_behind:
                        await session.catch_up()


async def loaded(url: str, sessions: list[Session], seconds: float, seed: int) -> Load:
    """Let all readers change filters for so many seconds."""
    process = server_on(url)
    begin, cpu = time.perf_counter(), cpu_seconds(process)

    async def go_on(session: Session, draw: Random) -> list[float]:
        runs: list[float] = []
        while time.perf_counter() - begin < seconds:
            runs += await change(session, draw)
        return runs

    runs = await asyncio.gather(*(go_on(each, Random(f"{seed} {n}")) for n, each in enumerate(sessions)))
    return Load([run for each in runs for run in each], time.perf_counter() - begin, cpu_seconds(process) - cpu)


async def in_turns(urls: dict[str, str], seconds: float) -> dict[str, Load]:
    """Load the apps in turns, warm and with all their readers there from the beginning to the end."""
    async with AsyncExitStack() as stack:
        readers = {}
        for name, url in urls.items():
            await warm(url)
            readers[name] = [await stack.enter_async_context(opened(url)) for _ in range(READERS)]
        loads = {name: Load([], 0, 0) for name in urls}
        for number in range(ROUNDS):
            for name, url in urls.items():
                loads[name] += await loaded(url, readers[name], seconds / ROUNDS, SEED + number)
    return loads


@contextmanager
def two_apps(folder: Path, statements: int) -> Iterator[dict[str, str]]:
    """Our map and the plain one, on the project's own collection or on one of so many made-up statements."""
    write_outlines()
    if statements:
        large_collection.write(folder, statements)
        os.environ["DEMARCHE_DATA"] = str(folder)
    # What we set in .streamlit/config.toml to have less work done, an app written without further thought does not.
    static = ("--server.enableStaticServing", "true", "--runner.postScriptGC", "true")
    with running_app() as ours, running_app("tests/bench/plain_map.py", *static) as plain:
        yield {"Démarche": f"{ours}/", "plain st.plotly_chart": f"{plain}/"}


def main() -> None:
    """Measure, print, and fail where a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", type=int, default=0, help="statements of a made-up collection to serve instead")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="that each app is loaded for")
    asked = parser.parse_args()
    targets = Targets()
    with tempfile.TemporaryDirectory() as name, two_apps(Path(name), asked.large) as urls:
        loads = asyncio.run(in_turns(urls, asked.seconds))
        ours = loads["Démarche"]
        targets.judge(f"p95 of {READERS} readers at once, ms", 1000 * ours.p95, "<=", P95_MS)
        targets.judge("reruns a second", ours.rate, ">=", RERUNS_A_SECOND)
        targets.judge("CPU a rerun, ms", ours.cpu_ms, "<=", CPU_MS)
        open_and_close.judge(urls["Démarche"], targets)
    title = f"{READERS} readers who change filters without pause"
    table = Figures(title, HEAD, [[app, *load.row()] for app, load in loads.items()])
    keep("server_load", asked.large, [table, targets.figures("Many readers: what is asked for")])
    sys.exit(not targets.are_met)


if __name__ == "__main__":
    main()
