"""What tests do with a screen, in words: open a page, wait for a run, look for faults."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import THEMES, Screen

PATIENCE_MS = 30_000
OF_COLOURS = ("color-contrast", "link-in-text-block")
_SETTLED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
# A map's outlines are fetched after its place on the page has been made.
_CHARTS_ARE_DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(chart =>
    chart.querySelector('.main-svg')
    && (!chart.querySelector('.geo') || chart.querySelector('.choroplethlayer path')))
    && [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')].every(mount =>
        !mount.shadowRoot?.querySelector('[aria-busy="true"]'))"""
# A box that has not moved for so many frames will not: what is to come of fonts, columns and scrolling has come.
_IS_STILL = """async element => {
    const box = () => JSON.stringify(element.getBoundingClientRect());
    for (let [last, frames] = [box(), 0]; frames < 6; frames = box() === last ? frames + 1 : 0) {
        last = box();
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    }
}"""
_HEIGHT = """() => Math.max(...[...document.querySelectorAll(
    '[data-testid="stMain"], [data-testid="stSidebarContent"]')].map(box => box.scrollHeight))"""
_HAS_THEME = """theme => {
    const ground = getComputedStyle(document.querySelector('.stApp') ?? document.body).backgroundColor;
    const isDark = Math.max(...ground.match(/\\d+/g).slice(0, 3)) < 128;
    // In a part that is folded away, a transition that has ended may be listed on.
    const isChanging = each => each instanceof CSSTransition && each.playState !== 'finished';
    return isDark === (theme === 'dark') && !document.getAnimations().some(isChanging);
}"""
_WIDER_THAN_THE_SCREEN = """() => {
    const boxes = [document.scrollingElement, ...document.querySelectorAll('[data-testid="stMain"]')];
    if (boxes.every(box => box.scrollWidth <= box.clientWidth)) return [];
    return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 160));
}"""


def open_page(page: Page, url: str) -> None:
    """Go to an address and wait until the page stands."""
    page.goto(url)
    wait_for_run(page)


def wait_for_run(page: Page) -> None:
    """Wait until the app's script has ended and everything that it sent is drawn.

    After a click the script may not have begun yet: use `a_run` around the click.
    """
    expect(page.locator(_SETTLED)).to_be_attached(timeout=PATIENCE_MS)
    expect(page.locator('[data-testid="stMain"] [data-testid="stVerticalBlock"]').first).to_be_attached()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE_MS)
    page.wait_for_function(_CHARTS_ARE_DRAWN, timeout=PATIENCE_MS)


@contextmanager
def a_run(screen: Screen) -> Iterator[None]:
    """Wait, at the end of the block, for the run of the app's script that the block caused."""
    before = screen.runs
    yield
    for _ in range(PATIENCE_MS // 50):
        if screen.runs > before:
            break
        screen.page.wait_for_timeout(50)
    assert screen.runs > before, "Nothing ran."
    wait_for_run(screen.page)


def still(locator: Locator) -> Locator:
    """Wait until an element stays where it is: call it before a place on the screen is measured."""
    locator.evaluate(_IS_STILL)
    return locator


def middle(locator: Locator) -> tuple[float, float]:
    """Give the middle of an element on the screen, once it stays there."""
    box = still(locator).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def expect_navigation_to_say(page: Page, words: str) -> None:
    """Wait until the links of the sidebar say this in their addresses.

    A part that runs ahead of its page changes the address of the page at once; links elsewhere follow with the rest.
    """
    link = page.get_by_test_id("stSidebar").get_by_role("link", name="Timeline")
    expect(link).to_have_attribute("href", re.compile(re.escape(words)), timeout=PATIENCE_MS)


def expect_no_exception(page: Page) -> None:
    """Neither an exception nor our word for one stands in the page, nor a dialog of Streamlit's."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def show_whole(page: Page) -> None:
    """Make the screen as high as the page, which otherwise scrolls inside a box of the screen's height."""
    size = page.viewport_size
    assert size is not None
    height = max(int(page.evaluate(_HEIGHT)), size["height"])
    page.set_viewport_size({"width": size["width"], "height": height})
    page.wait_for_load_state("networkidle")


def themes(page: Page) -> Iterator[str]:
    """Show the page in one theme after the other, as when a reader's system changes at dusk."""
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        page.wait_for_function(_HAS_THEME, arg=theme)
        yield theme


def axe_violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe calls serious or critical, one line an element.

    axe does not see the colours of what has to be scrolled to: call `show_whole` first.

    Args:
        page: What to look at.
        rules: Ids of the only rules to go by; all of them without any.
    """
    chosen = {"runOnly": {"type": "rule", "values": [*rules]}} if rules else {}
    found = Axe().run(page, options={"resultTypes": ["violations"], **chosen}).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


def axe_violations_in_themes(page: Page) -> list[str]:
    """What axe finds in the first theme, and of the rules that go by colours in the others; as `axe_violations`."""
    rules: dict[str, Sequence[str]] = {THEMES[0]: ()}
    return [
        f"{theme}: {violation}"
        for theme in themes(page)
        for violation in axe_violations(page, rules.get(theme, OF_COLOURS))
    ]


def horizontal_overflow(page: Page) -> list[str]:
    """The elements that make the page scroll sideways; empty when it does not."""
    return list(page.evaluate(_WIDER_THAN_THE_SCREEN))
