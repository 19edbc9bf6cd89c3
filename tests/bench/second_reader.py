"""What does a second reader wait for while somebody exports? A page of JSON, and a new issue on the map.

Idle and busy samples are taken in turns, in one browser. Each asks for an issue that nobody asked for before, so that
no answer is kept.
"""

import http.client
import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pyarrow.parquet as pq
from playwright.sync_api import Page, sync_playwright

from tests.bench import large_collection
from tests.bench.downloads import reading
from tests.bench.map_change import OUR_MAP
from tests.bench.targets import Targets
from tests.bench.timing import Subject, change
from tests.browser.chromium import launch_options
from tests.browser.screen import SIZES
from tests.browser.verbs import open_page

ROUNDS, SAMPLES = 11, 4
RATIO = 1.5
WORKBOOK_ROWS = 200_000
SLOW_MB_S = 1
# Made-up issues are numbered behind the real ones, of which there are fewer; the last have hundreds of statements.
FIRST_ISSUE = 60
# Everything that a reader waits for: the answer in words, and the map.
PARTS = (".answer", f"{OUR_MAP} >>> .shapes path")

Busy = Mapping[str, Callable[[], AbstractContextManager[None]]]
"""What keeps the server busy for as long as a block lasts, by its name."""


class Waits(NamedTuple):
    """Milliseconds that a reader waited, idle and with each kind of export, by what was waited for."""

    page: dict[str, list[float]]
    map: dict[str, list[float]]


def report(url: str, targets: Targets) -> None:
    """Time what a second reader waits for, idle and with exports going on."""
    csv = f"{url}/api/statements.csv"
    busy = {
        "CSV at full speed": partial(reading, csv),
        f"XLSX of {WORKBOOK_ROWS:,} rows": partial(reading, f"{url}/api/statements.xlsx?to={last_day()}"),
        f"CSV at {SLOW_MB_S} MB/s": partial(reading, csv, "--rate", str(SLOW_MB_S)),
    }
    found = waits(url, busy)
    for what, times in {"a page of JSON": found.page, "a new issue on the map": found.map}.items():
        print(f"\n{f'A second reader waits for {what}':48}{'p50':>10}{'p95':>10}{'x idle':>8}")
        idle = p95(times["idle"])
        for name, taken in times.items():
            p50, worst = statistics.median(taken), p95(taken)
            print(f"{f'  {name}, {len(taken)} samples':48}{p50:>7.0f} ms{worst:>7.0f} ms{worst / idle:>8.2f}")
            if name != "idle":
                targets.judge(f"p95 of {what}, {name}, x idle", worst / idle, "<=", RATIO)


def last_day() -> str:
    """Name a day until which there are about as many statements as the workbook is to have."""
    file = Path(os.environ["DEMARCHE_DATA"]) / "statements.parquet"
    return str(pq.read_table(file, columns=["counts_on"])["counts_on"][WORKBOOK_ROWS].as_py())


def waits(url: str, busy: Busy) -> Waits:
    """Measure both, with nothing and with each export going on, in turns.

    Args:
        url: Address of the app, on the large collection.
        busy: The exports.
    """
    states: Busy = {"idle": nullcontext} | dict(busy)
    found = Waits({name: [] for name in states}, {name: [] for name in states})
    with sync_playwright() as playwright:
        width, height = SIZES["desktop"]
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(120_000)
        open_page(page, f"{url}/?from=1966-01-01&to=2025-12-31")
        numbers = issues()
        for number in range(-1, ROUNDS):
            for name, state in states.items():
                with state():
                    pages = [asked(url, next(numbers)) for _ in range(SAMPLES)]
                    maps = [chosen(page, next(numbers)) for _ in range(SAMPLES)]
                # The first round fills caches.
                if number >= 0:
                    found.page[name].extend(pages)
                    found.map[name].extend(maps)
        browser.close()
    return found


def issues() -> Iterator[int]:
    """Number the made-up issues; from the first again when all were asked for, by when no answer is kept."""
    each = count()
    while True:
        yield FIRST_ISSUE + next(each) % (large_collection.ISSUES - FIRST_ISSUE)


def asked(url: str, issue: int) -> float:
    """Ask for a page of positions, as a program does, and time it."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
    begin = time.perf_counter()
    connection.request("GET", f"/api/positions?issue=issue-{issue}&limit=100")
    answer = connection.getresponse()
    answer.read()
    taken = (time.perf_counter() - begin) * 1000
    connection.close()
    if answer.status != 200:
        raise AssertionError(f"positions on issue {issue} were answered with {answer.status}")
    return taken


def chosen(page: Page, issue: int) -> float:
    """Choose an issue on the map, and time from the click until answer and map show it."""
    title = f"Made-up issue {issue}"
    box = page.get_by_role("combobox", name="Issue")
    box.click()
    box.fill(title)
    return change(page, Subject("map", "", PARTS), "click", page.get_by_role("option", name=title, exact=True).click)


def p95(times: list[float]) -> float:
    """Give the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]
