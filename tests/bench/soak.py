"""Does a server bear fifty readers for minutes on end? Errors, times, memory, CPU and files, minute by minute.

python -m tests.bench.soak [--minutes N] [--readers N] [--port N]: each reader does what `tests.bench.reading` draws,
and thinks for 5 to 10 seconds in between. The issue asks for 50 readers and ten minutes: --minutes 10.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import httpx
from websockets.exceptions import WebSocketException

from tests.bench.figures import Figures, keep
from tests.bench.memory import Look, look, server_on
from tests.bench.reading import EXPORT, RERUN, Failed, Reader
from tests.bench.session import opened
from tests.bench.targets import Targets
from tests.browser.server import running_app

READERS, MINUTES, THINK_S, EVERY_S = 50, 1, (5.0, 10.0), 2.0
P95_MS, MORE, PATIENCE_S = 500, 1.05, 60
SETTLED_MINUTE = 3
SEED = 20_260_415
HEAD = (
    *("minute", "reruns/s", "p50, ms", "p95, ms", "p99, ms", "files", "p50, ms", "p95, ms", "p99, ms"),
    *("errors", "CPU, %", "MB", "MB with children", "open files", "threads"),
)


class Done(NamedTuple):
    """What somebody did or suffered: when, what kind, and the seconds that it took; none for an error."""

    at: float
    kind: str
    seconds: float | None


class Soak:
    """One run: what was done, and what the server looked like meanwhile."""

    def __init__(self, url: str, minutes: float) -> None:
        self.url, self.ends = url, time.monotonic() + 60 * minutes
        self.begins, self.done, self.looks = time.monotonic(), list[Done](), list[Look]()

    async def run(self, readers: int) -> None:
        """Let them read until the time is over."""
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=readers)
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S, limits=limits) as files:
            readings = [self._read(files, Random(f"{SEED} {number}")) for number in range(readers)]
            await asyncio.gather(self._watch(), *readings)

    async def _watch(self) -> None:
        process = server_on(self.url)
        while time.monotonic() < self.ends:
            self.looks.append(look(process))
            await asyncio.sleep(EVERY_S)

    async def _read(self, files: httpx.AsyncClient, draw: Random) -> None:
        """Be one reader, who opens a page anew when it is lost."""
        await asyncio.sleep(draw.uniform(0, THINK_S[1]))
        while time.monotonic() < self.ends:
            try:
                await self._sit(files, draw)
            except (Failed, AssertionError, OSError, TimeoutError, WebSocketException, httpx.HTTPError) as error:
                told = str(error) if isinstance(error, Failed | AssertionError) else type(error).__name__
                self.done.append(Done(time.monotonic(), told.splitlines()[0][:100], None))

    async def _sit(self, files: httpx.AsyncClient, draw: Random) -> None:
        async with opened(f"{self.url}/map") as session:
            reader = Reader(session, files, draw)
            while True:
                async with asyncio.timeout(PATIENCE_S):
                    taken = await reader.act()
                self.done += [Done(time.monotonic(), kind, seconds) for kind, seconds in taken]
                # Whoever is still thinking when the time is over stays on their page, and opens no other.
                await asyncio.sleep(min(draw.uniform(*THINK_S), self.ends - time.monotonic()))
                if time.monotonic() >= self.ends:
                    return

    @property
    def errors(self) -> Counter[str]:
        """How often what went wrong."""
        return Counter(each.kind for each in self.done if each.seconds is None)

    def seconds(self, kind: str, minute: int | None = None) -> list[float]:
        """What each run or file took, in one minute or in all."""
        return [
            each.seconds
            for each in self.done
            if each.kind == kind and each.seconds is not None and minute in (None, self._minute(each.at))
        ]

    def _minute(self, at: float) -> int:
        return int((at - self.begins) // 60) + 1

    def memory(self, minute: int) -> float:
        """The median of what the server and its children held in a minute, in MB."""
        return statistics.median(each.held for each in self.looks if self._minute(each.at) == minute)

    @property
    def minutes(self) -> range:
        """Those that were looked at."""
        return range(1, self._minute(self.looks[-1].at) + 1)

    def rows(self) -> Iterator[list[str]]:
        """A row of `HEAD` for each minute."""
        for minute in self.minutes:
            looks = [each for each in self.looks if self._minute(each.at) == minute]
            reruns, files = self.seconds(RERUN, minute), self.seconds(EXPORT, minute)
            errors = sum(each.seconds is None for each in self.done if self._minute(each.at) == minute)
            passed = max(looks[-1].at - looks[0].at, EVERY_S)
            cpu = 100 * (looks[-1].cpu - looks[0].cpu) / passed
            of_server = [cpu, statistics.median(each.own for each in looks), self.memory(minute)]
            most = [max(each.files for each in looks), max(each.threads for each in looks)]
            rate = f"{len(reruns) / max(passed, 1):.1f}"
            told = [rate, *percentiles(reruns), str(len(files)), *percentiles(files), str(errors)]
            yield [str(minute), *told, *(f"{each:.0f}" for each in of_server), *map(str, most)]

    def judge(self, targets: Targets) -> None:
        """Hold it against what is asked for."""
        targets.judge("errors", sum(self.errors.values()), "=", 0)
        if len(self.minutes) > SETTLED_MINUTE:
            flat = self.memory(self.minutes[-1]) / self.memory(SETTLED_MINUTE)
            targets.judge(f"memory of the last minute, of that of minute {SETTLED_MINUTE}", flat, "<=", MORE)
        targets.judge("p95 of all reruns, ms", 1000 * quantile(self.seconds(RERUN), 95), "<=", P95_MS)


def quantile(seconds: Sequence[float], of_100: int) -> float:
    """So many of 100 did not take longer; 0 where there are not two."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[of_100 - 1] if len(seconds) > 1 else 0.0


def percentiles(seconds: Sequence[float]) -> list[str]:
    """The median and the two ends that readers complain of, in milliseconds."""
    return [f"{1000 * quantile(seconds, each):.0f}" for each in (50, 95, 99)]


def main() -> None:
    """Measure, print, and fail where a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--readers", type=int, default=READERS)
    asked = parser.parse_args()
    targets = Targets()
    with running_app() as url:
        soak = Soak(url, asked.minutes)
        asyncio.run(soak.run(asked.readers))
    soak.judge(targets)
    rate = len(soak.seconds(RERUN)) / (60 * asked.minutes)
    errors = "; ".join(f"{count} times {what}" for what, count in soak.errors.most_common()) or "none"
    note = (
        f"{asked.readers} readers over {asked.minutes:g} minutes, each thinking {THINK_S[0]:g} to {THINK_S[1]:g} s "
        f"between two acts: {rate:.1f} reruns a second reached. Errors: {errors}."
    )
    table = Figures(f"{asked.readers} readers with the mixed journey, minute by minute", HEAD, [*soak.rows()], note)
    keep("soak", asked.readers, [table, targets.figures("Soak: what is asked for")])
    sys.exit(not targets.are_met)


if __name__ == "__main__":
    main()
