"""How long from the end of a drag over the timeline to the new bars, with a million statements and with our own?

python -m tests.bench.timeline_change: the app on a million made-up statements and 5,000 events (`large_collection`) and
the app on the project's own collection, on this machine, in turns, in the same browser. Each drag asks for dates that
nobody asked for before, so that no answer is kept.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from playwright.sync_api import Page

from tests.bench import large_collection
from tests.bench.figures import keep
from tests.bench.timing import Subject, change, compare, figures, judge
from tests.browser.server import running_app
from tests.browser.verbs import wait_for_run

ROUNDS = 4
MOST_MS = 300
MOST = 3.0
# The range that the chart says it shows, written in one go with the marks, and the sentence above it. To watch the
# marks themselves, thousands of elements in each frame, would slow what is timed.
PARTS = ("[data-testid='stBidiComponentIsolated'] >>> p.shown", ".shown")
# Shares of the axis of all years: decades, years, months.
DRAGS = ((0.3, 0.9), (0.2, 0.7), (0.8, 0.95), (0.5, 0.55))
ROUND = count()


def drags(page: Page, subject: Subject) -> list[float]:
    """Drag over stretches of all years, each round over other ones, and time each."""
    moved = next(ROUND) * 0.007
    return [first_drag(page, subject, begin - moved, finish - moved) for begin, finish in DRAGS]


def first_drag(page: Page, subject: Subject, begin: float, finish: float) -> float:
    """Open the page, drag, and time that."""
    page.goto(subject.url)
    wait_for_run(page)
    page.wait_for_timeout(1_000)
    return change(page, subject, "pointerup", partial(drag, page, begin, finish))


def drag(page: Page, begin: float, finish: float) -> None:
    """Drag over the bars."""
    box = page.locator("svg.plot").bounding_box()
    assert box
    height = box["y"] + 90
    page.mouse.move(box["x"] + begin * box["width"], height)
    page.mouse.down()
    page.mouse.move(box["x"] + (begin + finish) / 2 * box["width"], height, steps=3)
    page.mouse.move(box["x"] + finish * box["width"], height, steps=3)
    page.mouse.up()


@contextmanager
def two_apps(folder: Path) -> Iterator[list[Subject]]:
    """Our timeline on the collection of a folder and on the project's own."""
    os.environ["DEMARCHE_DATA"] = str(folder)
    with running_app() as large:
        del os.environ["DEMARCHE_DATA"]
        with running_app() as own:
            yield [
                Subject(
                    "a million statements", f"{large}/timeline?from=1966-01-01&to=2025-12-31&issue=every-issue", PARTS
                ),
                Subject("our own collection", f"{own}/timeline?issue=every-issue", PARTS),
            ]


def main() -> None:
    """Time both; fails when a million statements take more than `MOST` of our own, or more than `MOST_MS`."""
    with tempfile.TemporaryDirectory() as folder:
        large_collection.write(Path(folder))
        with two_apps(Path(folder)) as subjects:
            medians = compare(subjects, drags, ROUNDS)
    title = "From the end of a drag over the timeline to the new bars, in a browser"
    keep("timeline_change", large_collection.STATEMENTS, [figures(title, subjects, medians, MOST)])
    if medians[0] > MOST_MS:
        sys.exit(f"{medians[0]:.0f} ms; at most {MOST_MS} ms is asked for")
    judge(medians, MOST)


if __name__ == "__main__":
    main()
