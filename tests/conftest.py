"""What every test shares: the project's own collection with its index, the running app, browser tests at the end."""

import gc
import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

from data.full_text import write_index
from queries.collections import PARQUET
from tests.browser.server import running_app
from tests.exports import versions

# Collections that somebody imported here and texts that somebody fetched are no part of what is tested.
os.environ["DEMARCHE_DATA"] = str(PARQUET)
os.environ["DEMARCHE_TEXTS"] = str(PARQUET / "no-texts")

# Times are measured in tests/bench, never here: on a busy machine a deadline fails what is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# AppTest reads the metadata of all installed packages at each run, which takes most of its time; a server does so once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# What is imported and collected stays: to look through it for garbage again and again takes a third of the collecting.
gc.disable()

BROWSER = Path(__file__).parent / "browser"


# What runs only when it is asked for, by marker and option.
APART = ("chaos", "long")


def pytest_addoption(parser):
    """Faults that take long to come and go are tried by `make chaos`, what takes minutes by `make test ALL=1`."""
    parser.addoption("--chaos", action="store_true", help="run the long tests of faults too")
    parser.addoption("--long", action="store_true", help="run what takes minutes of a browser too")


def pytest_collection_modifyitems(config, items):
    """Mark and run browser tests last: quick answers first, and their event loop disturbs nobody."""
    for marker in APART:
        if not config.getoption(marker):
            left = [item for item in items if item.get_closest_marker(marker)]
            items[:] = [item for item in items if not item.get_closest_marker(marker)]
            config.hook.pytest_deselected(items=left)
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_collection_finish(session):
    """Look for garbage from here on."""
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def index():
    """The index of the own collection; it is written only where it is missing or old."""
    write_index(PARQUET)


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


@pytest.fixture(scope="session")
def three_built(tmp_path_factory):
    """Folder of a fictional collection (tests/exports/versions.py), and the names of its three versions."""
    folder = tmp_path_factory.mktemp("three")
    with versions.three_versions(folder) as built:
        return folder / "data", [built(day) for day in (versions.FIRST, versions.SECOND, versions.THIRD)]
