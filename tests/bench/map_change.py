"""How long from a change of issue to the new map and panel in the page, against a plain st.plotly_chart app?

python -m tests.bench.map_change: both apps run on this machine, in turns, on warm caches, in the same browser. The
plain app gets its outlines from our own host, as ours does.
"""

import json
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.screen import SIZES
from tests.browser.server import ROOT, running_app
from tests.browser.verbs import wait_for_run

STATIC = Path(__file__).parent / "static"
ROUNDS = 15
MOST = 0.6
OUR_MAP = "[data-testid='stBidiComponentIsolated']"
# Neither app opens with the first of these, so each choice is a change.
ISSUES = ("UN General Assembly resolution 62/243 (2008)", "Azerbaijan's territorial integrity")

# From the click on an option to the first frame in which both the map and the panel say something else, and the
# script has ended or not.
_WATCH = """([map, panel]) => {
    const deep = (root, path) => path.split(' >>> ').reduce(
        (nodes, part) => nodes.flatMap(node => [...(node.shadowRoot ?? node).querySelectorAll(part)]), [root]);
    const paint = node => ['class', 'style', 'fill'].map(name => node.getAttribute(name) ?? '').join(' ');
    const seen = () => [map, panel].map(path => deep(document, path).map(
        node => paint(node) + node.textContent).join('|'));
    const before = seen();
    window.changed = new Promise((done, fail) => {
        setTimeout(fail, 20_000, 'nothing changed');
        document.addEventListener('click', () => {
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
    """An app to time: its name, its address, and where in the page its map and its panel are."""

    name: str
    url: str
    map: str
    panel: str


def change(page: Page, subject: Subject, issue: str) -> float:
    """Milliseconds from the click on an issue until map and panel show it."""
    page.get_by_role("combobox", name="Issue").click()
    page.evaluate(_WATCH, [subject.map, subject.panel])
    page.get_by_role("option", name=issue, exact=True).click()
    taken = float(page.evaluate("() => window.changed"))
    wait_for_run(page)
    # What follows after the map must not slow the next change.
    page.wait_for_timeout(500)
    return taken


def main() -> None:
    """Time both apps and print medians and their ratio; fails when ours takes more than `MOST` of the other."""
    with two_apps() as subjects, sync_playwright() as playwright:
        width, height = SIZES["desktop"]
        browser = playwright.chromium.launch(**launch_options())
        pages = {subject: browser.new_page(viewport={"width": width, "height": height}) for subject in subjects}
        for subject, page in pages.items():
            page.goto(subject.url)
            wait_for_run(page)
        times: dict[Subject, list[float]] = {subject: [] for subject in subjects}
        # The first rounds fill the caches of both.
        for number in range(-2, ROUNDS):
            for subject, page in pages.items():
                page.bring_to_front()
                taken = [change(page, subject, issue) for issue in ISSUES]
                times[subject] += taken if number >= 0 else []
        browser.close()
    medians = [statistics.median(times[subject]) for subject in subjects]
    for subject, median in zip(subjects, medians, strict=True):
        print(f"{subject.name}: {median:.0f} ms, median of {len(times[subject])}; worst {max(times[subject]):.0f} ms")
    ratio = medians[0] / medians[1]
    print(f"ratio {ratio:.2f}, at most {MOST} is asked for")
    sys.exit(ratio > MOST)


@contextmanager
def two_apps() -> Iterator[list[Subject]]:
    """Our map with France chosen, and the plain one."""
    write_outlines()
    static = ("--server.enableStaticServing", "true")
    with running_app() as ours, running_app("tests/bench/plain_map.py", *static) as plain:
        yield [
            Subject("Démarche", f"{ours}/?focus=FRA", f"{OUR_MAP} >>> .shapes path", ".why, .claim .stance"),
            Subject(
                "plain st.plotly_chart",
                plain,
                ".choroplethlayer path",
                "[data-testid='stColumn'] [data-testid='stMarkdown'] p",
            ),
        ]


def write_outlines() -> None:
    """Write what the plain chart asks for: the outlines, rings running as plotly wants them, and no base map."""
    STATIC.mkdir(exist_ok=True)
    areas = json.loads((ROOT / "data" / "shapes" / "areas.geojson").read_text(encoding="utf-8"))
    for feature in areas["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            ring.reverse()
    (STATIC / "world.geojson").write_text(json.dumps(areas), encoding="utf-8")
    empty = {"type": "Topology", "objects": {}, "arcs": []}
    (STATIC / "world_110m.json").write_text(json.dumps(empty), encoding="utf-8")


if __name__ == "__main__":
    main()
