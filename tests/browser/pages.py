"""The app's pages and the addresses that lead to them."""

from tests.browser.server import ROOT

DEFAULT = "map"
PAGES = sorted(path.stem for path in ROOT.glob("pages/*/*.py") if path.stem != "__init__")


def path_of(page: str) -> str:
    """The path below the app's address: the name of the page's file, and nothing for the default page."""
    return "/" if page == DEFAULT else f"/{page}"
