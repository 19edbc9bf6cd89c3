"""How long from a change of issue to the new map and panel in the page, against a plain st.plotly_chart app?

python -m tests.bench.map_change: both apps run on this machine, in turns, on warm caches, in the same browser. The
plain app gets its outlines from our own host, as ours does.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.figures import keep
from tests.bench.timing import Subject, change, compare, figures, judge
from tests.browser.server import ROOT, running_app

STATIC = Path(__file__).parent / "static"
ROUNDS = 15
MOST = 0.6
OUR_MAP = "[data-testid='stBidiComponentIsolated']"
# Neither app opens with the first of these, so each choice is a change.
ISSUES = ("UN General Assembly resolution 62/243 (2008)", "Azerbaijan's territorial integrity")


def choices(page: Page, subject: Subject) -> list[float]:
    """Choose one issue after the other, and time from the click on each until map and panel show it."""
    return [choice(page, subject, issue) for issue in ISSUES]


def choice(page: Page, subject: Subject, issue: str) -> float:
    """Choose an issue."""
    page.get_by_role("combobox", name="Issue").click()
    return change(page, subject, "click", page.get_by_role("option", name=issue, exact=True).click)


def main() -> None:
    """Time both apps; fails when ours takes more than `MOST` of the other."""
    with two_apps() as subjects:
        medians = compare(subjects, choices, ROUNDS)
    title = "From the choice of an issue to the new map and panel, in a browser"
    keep("map_change", 0, [figures(title, subjects, medians, MOST)])
    judge(medians, MOST)


@contextmanager
def two_apps() -> Iterator[list[Subject]]:
    """Our map with France chosen, and the plain one."""
    write_outlines()
    static = ("--server.enableStaticServing", "true")
    with running_app() as ours, running_app("tests/bench/plain_map.py", *static) as plain:
        yield [
            Subject("Démarche", f"{ours}/?focus=FRA", (f"{OUR_MAP} >>> .shapes path", ".why, .claim .stance")),
            Subject(
                "plain st.plotly_chart",
                plain,
                (".choroplethlayer path", "[data-testid='stColumn'] [data-testid='stMarkdown'] p"),
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
