"""Does a server give back what readers needed who have gone?

Two hundred sessions are opened, used once and closed, one after the other. Streamlit keeps those that have gone for a
while, in case that they come back; after that the server must hold no more than before.
"""

import asyncio
import time
import tomllib

from tests.bench.memory import held, open_files, server_on
from tests.bench.session import opened
from tests.bench.targets import Targets
from tests.browser.server import ROOT

FIRST, MANY = 20, 200
MORE = 1.10
DEFAULT_TTL_S = 120


async def _come_and_go(url: str, count: int) -> None:
    for number in range(count):
        async with opened(url) as session:
            await session.choose("Issue", session.options["Issue"][number % 4])
            if session.is_behind:
                await session.catch_up()


def kept_s() -> int:
    """How long the server keeps a session whose reader has gone, in seconds."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return int(settings["server"].get("disconnectedSessionTTL", DEFAULT_TTL_S))


def rest(url: str) -> None:
    """Wait until nobody is kept who has gone: they are dropped when the next one goes after their time."""
    time.sleep(kept_s() + 5)
    asyncio.run(_come_and_go(url, 1))
    time.sleep(2)


def judge(url: str, targets: Targets) -> None:
    """Measure what the server holds before and after, both times with one session that has gone."""
    process = server_on(url)
    asyncio.run(_come_and_go(url, FIRST))
    rest(url)
    before, files = held(process), open_files(process)
    asyncio.run(_come_and_go(url, MANY))
    full, full_files = held(process), open_files(process)
    rest(url)
    after, after_files = held(process), open_files(process)
    print(
        f"{MANY} sessions opened and closed: {before:.0f} MB and {files} files before, {full:.0f} MB and {full_files} "
        f"right after, {after:.0f} MB and {after_files} when those that had gone were dropped"
    )
    targets.judge("memory after, of that before", after / before, "<=", MORE)
