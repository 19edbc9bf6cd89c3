"""How long from what a reader does to the first frame that shows what comes of it, of two apps in turns."""

import statistics
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.bench.figures import Figures
from tests.browser.chromium import launch_options
from tests.browser.screen import SIZES
from tests.browser.verbs import wait_for_run

# From an event of the page to the first frame in which every part says something else, and the script has ended or not.
_WATCH = """([event, parts]) => {
    const deep = (root, path) => path.split(' >>> ').reduce(
        (nodes, part) => nodes.flatMap(node => [...(node.shadowRoot ?? node).querySelectorAll(part)]), [root]);
    const paint = node => ['class', 'style', 'fill', 'aria-label'].map(name => node.getAttribute(name) ?? '').join(' ');
    const seen = () => parts.map(path => deep(document, path).map(node => paint(node) + node.textContent).join('|'));
    const before = seen();
    window.changed = new Promise((done, fail) => {
        setTimeout(fail, 60_000, 'nothing changed');
        document.addEventListener(event, () => {
            const start = performance.now();
            const look = () => {
                const now = seen();
                if (now.every((text, place) => text && text !== before[place])) done(performance.now() - start);
                else requestAnimationFrame(look);
            };
            look();
        }, {capture: true, once: true});
    });
}"""


class Subject(NamedTuple):
    """An app to time: its name, its address, and the parts of its page that have to change."""

    name: str
    url: str
    parts: tuple[str, ...]


def change(page: Page, subject: Subject, event: str, act: Callable[[], None]) -> float:
    """Milliseconds from the event that ends an act (a click, the end of a drag) until all parts show it."""
    page.evaluate(_WATCH, [event, subject.parts])
    act()
    taken = float(page.evaluate("() => window.changed"))
    wait_for_run(page)
    # What follows after it must not slow the next change.
    page.wait_for_timeout(500)
    return taken


def compare(subjects: Sequence[Subject], times_of: Callable[[Page, Subject], list[float]], rounds: int) -> list[float]:
    """Time the apps in turns, print their medians, and give these.

    Args:
        subjects: The apps.
        times_of: Does what is timed in a page of an app, and gives the times.
        rounds: How often; two more fill the caches of all.
    """
    times: dict[Subject, list[float]] = {subject: [] for subject in subjects}
    with sync_playwright() as playwright:
        width, height = SIZES["desktop"]
        browser = playwright.chromium.launch(**launch_options())
        pages = {subject: browser.new_page(viewport={"width": width, "height": height}) for subject in subjects}
        for subject, page in pages.items():
            page.set_default_timeout(120_000)
            page.goto(subject.url)
            wait_for_run(page)
        for number in range(-2, rounds):
            for subject, page in pages.items():
                page.bring_to_front()
                taken = times_of(page, subject)
                times[subject] += taken if number >= 0 else []
        browser.close()
    for subject, taken in times.items():
        print(f"{subject.name}: {statistics.median(taken):.0f} ms, median of {len(taken)}; worst {max(taken):.0f} ms")
    return [statistics.median(taken) for taken in times.values()]


def figures(title: str, subjects: Sequence[Subject], medians: Sequence[float], most: float) -> Figures:
    """Lay out the medians of two apps, and the first as a share of the second."""
    (ours, other), (first, second) = (subject.name for subject in subjects), medians
    rows = [(ours, f"{first:.0f}", f"{first / second:.2f}"), (other, f"{second:.0f}", "1.00")]
    return Figures(title, ("median", "ms", "ratio"), rows, f"Asked for is a ratio of at most {most}.")


def judge(medians: Sequence[float], most: float) -> None:
    """Print the ratio of the first to the second and end the process; as failed if it is more than asked for."""
    ratio = medians[0] / medians[1]
    print(f"ratio {ratio:.2f}, at most {most} is asked for")
    sys.exit(ratio > most)
