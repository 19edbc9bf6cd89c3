"""Do readers wait longer while others burn what they can on the page for SQL? In turns with and without attackers.

python -m tests.bench.sql_attack [--seconds N]: attackers ask one question after the other that runs into a limit.
"""

import argparse
import asyncio
import contextlib
import sys
import time
from random import Random
from urllib.parse import urlencode

from websockets.exceptions import WebSocketException

from tests.bench.figures import Figures, keep
from tests.bench.session import opened
from tests.bench.soak import quantile
from tests.bench.targets import Targets
from tests.browser.server import running_app

READERS, ATTACKERS, TURNS, SECONDS, THINK_S = 4, 6, 3, 12.0, 0.4
MORE = 2.0
SEED = 20_260_415
BURNS = (
    "with recursive a as (select 1 as x union all select x + 1 from a) select count(*) from a",
    "select count(*) from statements a, statements b, statements c, statements d",
    "select list(range) from range(1000000000)",
    "select sum(a.range * b.range) from range(10000000) a, range(10000000) b",
    "select repeat('x', 3000000) from range(100)",
)


async def read(url: str, draw: Random, until: float) -> list[float]:
    """Change filters until then; gives the seconds of each run."""
    taken: list[float] = []
    async with opened(f"{url}/timeline") as session:
        while time.monotonic() < until:
            chosen = draw.sample(session.options["Stance"], draw.randint(0, 2))
            taken.append(await session.choose("Stance", *chosen))
            await asyncio.sleep(draw.uniform(0, 2 * THINK_S))
    return taken


async def attack(url: str, draw: Random, until: float) -> list[float]:
    """Ask what burns until then, a little different each time."""
    while time.monotonic() < until:
        sql = f"{draw.choice(BURNS)} -- {draw.random()}"
        with contextlib.suppress(WebSocketException, TimeoutError):
            async with asyncio.timeout(until - time.monotonic()), opened(f"{url}/sql?{urlencode({'sql': sql})}"):
                pass
    return []


async def turn(url: str, number: int, seconds: float, attackers: int) -> list[float]:
    """Read for a while, with so many attackers; gives the seconds of the readers' runs."""
    until = time.monotonic() + seconds
    draws = [Random(f"{SEED} {number} {each}") for each in range(READERS + attackers)]
    reading = [read(url, draw, until) for draw in draws[:READERS]]
    attacking = [attack(url, draw, until) for draw in draws[READERS:]]
    return [each for taken in await asyncio.gather(*reading, *attacking) for each in taken]


def main() -> None:
    """Measure, print, and fail where a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=SECONDS)
    seconds = parser.parse_args().seconds
    idle: list[float] = []
    attacked: list[float] = []
    with running_app() as url:
        asyncio.run(turn(url, 0, 4, 0))
        for number in range(1, TURNS + 1):
            idle += asyncio.run(turn(url, number, seconds, 0))
            attacked += asyncio.run(turn(url, number, seconds, ATTACKERS))
    rows = [
        [name, str(len(taken)), *(f"{1000 * quantile(taken, each):.0f}" for each in (50, 95))]
        for name, taken in (("nobody attacks", idle), (f"{ATTACKERS} attack", attacked))
    ]
    targets = Targets()
    targets.judge("p95 while attacked, of that without", quantile(attacked, 95) / quantile(idle, 95), "<=", MORE)
    table = Figures(f"{READERS} readers while the page for SQL is attacked", ("", "reruns", "p50, ms", "p95, ms"), rows)
    keep("sql_attack", READERS, [table, targets.figures("SQL under attack: what is asked for")])
    sys.exit(not targets.are_met)


if __name__ == "__main__":
    main()
