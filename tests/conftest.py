"""What every test shares: the running app, and browser tests at the end."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.server import running_app

# Times are measured in tests/bench, never here: on a busy machine a deadline fails what is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items):
    """Mark and run browser tests last: quick answers first, and their event loop disturbs nobody."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def app_url():
    """Where the app runs for all tests of this session."""
    with running_app() as url:
        yield url


@pytest.fixture
def fresh_app_url():
    """Where an app runs that nobody has visited yet."""
    with running_app() as url:
        yield url
