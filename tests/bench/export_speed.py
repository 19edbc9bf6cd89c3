"""Is an export of a million rows fast, in bounded memory, and does it leave others alone? And beside Datasette's?

python -m tests.bench.export_speed: the app and Datasette on the same million made-up statements (`large_collection`),
on this machine, in one run. Clients are processes of their own here too, so they take their share of the cores. What
is asked for and missed is printed as missed, and the process then ends as failed. Memory is read from /proc.
"""

import json
import os
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import exports
from tests.bench import large_collection, rival, second_reader, stalled
from tests.bench.downloads import Taken, take
from tests.bench.figures import Figures, keep
from tests.bench.memory import server_on, watched
from tests.bench.targets import Targets
from tests.browser.server import running_app

ROWS = large_collection.STATEMENTS
ROUNDS = 5
FORMS = {"CSV": ("csv",), "CSV, gzip": ("csv", "--gzip"), "Parquet": ("parquet",), "JSON Lines": ("jsonl",)}
FIRST_BYTE_S, ROWS_PER_S = 1.0, 1_000_000
RISE_MB = 100
# So many fill the heaps of the threads that answer them.
PAGES = 20


def check(url: str, targets: Targets) -> None:
    """Compare one CSV with what its manifest says, and count its rows."""
    taken = take(f"{url}/api/statements.csv", "--check")
    with urllib.request.urlopen(f"{url}/api/statements.manifest.json") as answer:
        said = json.load(answer)
    targets.judge("rows of the CSV", taken.lines - 1, "=", ROWS)
    targets.judge("bytes of the CSV less those of its manifest", taken.bytes - said["file"]["bytes"], "=", 0)
    targets.judge("SHA-256 of the CSV is that of its manifest", taken.sha256 == said["file"]["sha256"], "=", True)


def speeds(url: str, rivals: dict[str, str], targets: Targets) -> Figures:
    """Download every form, and a part of each rival's stream, in turns, and give medians."""
    for address in rivals.values():
        targets.judge("rows of Datasette's CSV", take(address, "--check").lines - 1, "=", rival.ROWS)
    taken: dict[str, list[Taken]] = {name: [] for name in [*FORMS, *rivals]}
    for _ in range(ROUNDS):
        for name, (form, *options) in FORMS.items():
            taken[name].append(take(f"{url}/api/statements.{form}", *options))
        for name, address in rivals.items():
            taken[name].append(take(address))
    targets.judge("first byte of the CSV, s", statistics.median(one.first for one in taken["CSV"]), "<=", FIRST_BYTE_S)
    targets.judge("CSV, rows/s", ROWS / statistics.median(one.seconds for one in taken["CSV"]), ">=", ROWS_PER_S)
    head = (f"median of {ROUNDS}", "first byte, s", "rows/s", "MB", "total, s")
    rows = [told(name, each, rival.ROWS if name in rivals else ROWS) for name, each in taken.items()]
    return Figures(f"Downloads over HTTP of {ROWS:,} statements", head, rows)


def told(name: str, each: list[Taken], rows: int) -> tuple[str, ...]:
    """Give a row of the table."""
    first, seconds = (
        statistics.median(times) for times in zip(*((one.first, one.seconds) for one in each), strict=True)
    )
    size = statistics.median(one.bytes for one in each) / 1e6
    return name, f"{first:.2f}", f"{rows / seconds:,.0f}", f"{size:.1f}", f"{seconds:.2f}"


def memory(url: str, targets: Targets) -> None:
    """Watch the server during one download, then with clients that stop reading, then see whether it still serves."""
    pid, address = server_on(url), f"{url}/api/statements.csv"

    def page() -> float:
        return second_reader.asked(url, second_reader.FIRST_ISSUE)

    print("\nMemory of the server")
    # What pages need is not laid to the charge of exports.
    with watched(pid) as pages:
        for _ in range(PAGES):
            page()
    print(f"{f'  {PAGES} pages':38}{pages}")
    with watched(pid) as one:
        whole = take(address)
    print(f"{'  one CSV':38}{one}")
    with watched(pid) as many:
        fates = stalled.fates(address, lambda: time.sleep(1))
    print(f"{f'  {stalled.CLIENTS} clients that stop reading':38}{many}")
    print(f"{'  of them':38}{', '.join(f'{count} {fate}' for fate, count in fates.items())}")
    answered: list[float] = []
    with watched(pid) as both:
        stalled.fates(address, lambda: answered.append(page()))
    print(f"{'  the same, and pages meanwhile':38}{both}")
    print(f"{'  these pages':38}{len(answered)} answered, the slowest in {max(answered):.0f} ms")
    targets.judge("rise with one CSV, MB", one.rise, "<", RISE_MB)
    targets.judge("rise with clients that stop reading, MB", many.rise, "<", RISE_MB)
    targets.judge("of these told 503 or cut off", fates["told 503"] + fates["cut off"], "=", stalled.CLIENTS)
    targets.judge("bytes of a CSV afterwards less those before", take(address).bytes - whole.bytes, "=", 0)


def rival_memory(address: str) -> None:
    """Watch Datasette during a part of its stream."""
    with watched(server_on(address)) as one:
        take(address)
    print(f"{f'  Datasette, {rival.ROWS:,} rows':38}{one}")


@contextmanager
def rivals(folder: Path) -> Iterator[dict[str, str]]:
    """Datasette with pages of each size on the same rows: the address of its stream by its name."""
    file = folder / "bench.db"
    rival.build(file, exports.asked_of("statements", {}).tables())
    with ExitStack() as stack:
        yield {
            f"Datasette, {rival.ROWS:,} rows, pages of {page:,}": rival.csv(
                stack.enter_context(rival.running(file, page)), file
            )
            for page in rival.PAGES
        }


def main() -> int:
    """Measure all of it; returns 1 when anything asked for is missed."""
    targets = Targets()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "collection").mkdir()
        large_collection.write(folder / "collection")
        os.environ["DEMARCHE_DATA"] = str(folder / "collection")
        others = stack.enter_context(rivals(folder))
        url = stack.enter_context(running_app())
        check(url, targets)
        downloads = speeds(url, others, targets)
        memory(url, targets)
        rival_memory(next(iter(others.values())))
        second_reader.report(url, targets)
        keep("export_speed", ROWS, [downloads, targets.figures("Downloads: what is asked for")])
    return int(not targets.are_met)


if __name__ == "__main__":
    sys.exit(main())
