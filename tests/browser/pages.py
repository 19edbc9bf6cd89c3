"""The app's pages and the addresses that lead to them."""

from ui.sitemap import PLACES

PAGES = [*PLACES]
DEFAULT = PAGES[0]
# Pages about one thing, with one that has much on it.
CHOSEN = {
    "event": "event=nk-elections-2020-03-31",
    "actor": "who=ARM&with=AZE&before=2020-10-31&statement=2023-05-22-arm-az-territorial-integrity",
    "correct": "statement=2020-04-15-geo-nk-votes-valid",
    "timeline": "event=war-2020-09-27&from=2020-01-01&to=2020-12-31&issue=every-issue",
}


def path_of(page: str) -> str:
    """The path below the app's address: the page's key, and nothing for the first page."""
    return "/" if page == DEFAULT else f"/{page}"
