"""Screens of the running app."""

import pytest

from tests.browser.chromium import launch_options
from tests.browser.screen import SIZES, open_screen, shown_on, wiped


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """What pytest-playwright starts its `browser` with."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture(scope="session")
def kept_pages():
    """Pages that no test is looking at, by size: one that has shown the app opens it in half the time of a new one."""
    return {size: [] for size in SIZES}


@pytest.fixture
def new_screen(browser, kept_pages, request):
    """Make screens: `new_screen("phone", "dark")`; with `is_kept=False` their page is no other test's afterwards."""
    taken, failed = [], request.session.testsfailed

    def make(size="desktop", theme="light", is_kept=True):
        is_there = is_kept and kept_pages[size]
        screen = shown_on(kept_pages[size].pop(), theme) if is_there else open_screen(browser, size, theme)
        taken.append((screen, size, is_kept))
        return screen

    yield make
    asked = [url for screen, *_ in taken for url in screen.strangers()]
    for screen, size, is_kept in taken:
        if is_kept and request.session.testsfailed == failed:
            kept_pages[size].append(wiped(screen, size))
        else:
            screen.page.context.close()
    assert asked == [], "a page asked another machine"


@pytest.fixture
def desktop(new_screen):
    """1440 x 900, light."""
    return new_screen("desktop")


@pytest.fixture
def desktop_of_its_own(new_screen):
    """As `desktop`, in a page that no other test gets: for scripts that run ahead of every page."""
    return new_screen("desktop", is_kept=False)


@pytest.fixture
def phone(new_screen):
    """390 x 844, light."""
    return new_screen("phone")


@pytest.fixture(params=SIZES)
def screen(request, new_screen):
    """Every size, one after the other; `verbs.themes` shows what is on it in both themes."""
    return new_screen(request.param)
