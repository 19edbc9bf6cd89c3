"""Screens of the running app."""

import pytest

from tests.browser.chromium import launch_options
from tests.browser.screen import SIZES, open_screen


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """What pytest-playwright starts its `browser` with."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture
def new_screen(browser):
    """Make screens: `new_screen("phone", "dark")`."""
    screens = []

    def make(size="desktop", theme="light"):
        screens.append(open_screen(browser, size, theme))
        return screens[-1]

    yield make
    for screen in screens:
        screen.page.context.close()


@pytest.fixture
def desktop(new_screen):
    """1440 x 900, light."""
    return new_screen("desktop")


@pytest.fixture
def phone(new_screen):
    """390 x 844, light."""
    return new_screen("phone")


@pytest.fixture(params=SIZES)
def screen(request, new_screen):
    """Every size, one after the other; `verbs.themes` shows what is on it in both themes."""
    return new_screen(request.param)
