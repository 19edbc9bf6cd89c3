"""How long from the end of a drag over the timeline to the new bars, against plain pandas and st.plotly_chart?

python -m tests.bench.timeline_change: a million made-up statements and 5,000 events (`large_collection`); both apps run
on this machine, in turns, on warm caches, in the same browser.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Page

from tests.bench import large_collection
from tests.bench.timing import Subject, change, compare, judge
from tests.browser.server import running_app
from tests.browser.verbs import wait_for_run

ROUNDS = 5
MOST_MS = 300
MOST = 0.6
WHOLE = "?from=1966-01-01&to=2025-12-31&issue=every-issue"
# Shares of the axis; each drag is made in what the one before it left.
DRAGS = ((0.3, 0.9), (0.2, 0.7), (0.3, 0.5), (0.4, 0.6))


def drags(page: Page, subject: Subject) -> list[float]:
    """Drag from all years to ever shorter stretches, and time each."""
    page.goto(subject.url)
    wait_for_run(page)
    page.wait_for_timeout(1_000)
    return [change(page, subject, "pointerup", partial(drag, page, subject, *ends)) for ends in DRAGS]


def drag(page: Page, subject: Subject, begin: float, finish: float) -> None:
    """Drag over the bars."""
    box = page.locator(AREAS[subject.name]).first.bounding_box()
    assert box
    height = box["y"] + min(90.0, box["height"] / 2)
    page.mouse.move(box["x"] + begin * box["width"], height)
    page.mouse.down()
    page.mouse.move(box["x"] + (begin + finish) / 2 * box["width"], height, steps=3)
    page.mouse.move(box["x"] + finish * box["width"], height, steps=3)
    page.mouse.up()


AREAS = {"Démarche": "svg.plot", "plain pandas and st.plotly_chart": ".nsewdrag"}


@contextmanager
def two_apps(folder: Path) -> Iterator[list[Subject]]:
    """Our timeline and the plain one on the collection of a folder."""
    os.environ["DEMARCHE_DATA"] = str(folder)
    with running_app() as ours, running_app("tests/bench/plain_timeline.py") as plain:
        names = [*AREAS]
        yield [
            Subject(
                names[0], f"{ours}/timeline{WHOLE}", ("[data-testid='stBidiComponentIsolated'] >>> svg.plot", ".shown")
            ),
            Subject(names[1], plain, (".xtick text", "[data-testid='stMain'] [data-testid='stMarkdown'] p")),
        ]


def main() -> None:
    """Time both apps; fails when ours takes more than `MOST` of the other or more than `MOST_MS`."""
    with tempfile.TemporaryDirectory() as folder:
        large_collection.write(Path(folder))
        with two_apps(Path(folder)) as subjects:
            medians = compare(subjects, drags, ROUNDS)
    assert medians[0] <= MOST_MS, f"{medians[0]:.0f} ms; at most {MOST_MS} ms is asked for"
    judge(medians, MOST)


if __name__ == "__main__":
    main()
