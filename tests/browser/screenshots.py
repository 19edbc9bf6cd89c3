"""Picture every page at every size and theme: python -m tests.browser.screenshots OUT_DIR."""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.pages import CHOSEN, PAGES, path_of
from tests.browser.screen import SIZES, THEMES, Screen, open_screen
from tests.browser.server import running_app
from tests.browser.verbs import open_page, show_whole


def main(folder: Path) -> None:
    """Write NAME-SIZE-THEME.png, the first screen, and NAME-SIZE-THEME-whole.png for each page."""
    folder.mkdir(parents=True, exist_ok=True)
    with running_app() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name, size, theme in product(PAGES, SIZES, THEMES):
            screen = open_screen(browser, size, theme)
            open_page(screen.page, f"{url}{path_of(name)}?{CHOSEN.get(name, '')}")
            _picture(screen, folder / f"{name}-{size}-{theme}")
            screen.page.context.close()
        browser.close()


def _picture(screen: Screen, stem: Path) -> None:
    page = screen.page
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=f"{stem}.png", animations="disabled")
    show_whole(page)
    page.screenshot(path=f"{stem}-whole.png", animations="disabled")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
