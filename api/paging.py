"""The rows of a table a page at a time, as JSON; all pages together are the file, and their links never shift."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from starlette.requests import Request
from starlette.responses import Response

import exports
from api import asking
from api.home import home
from api.json_answer import head, json_answer
from exports.address import joined
from exports.tables import SORTS

ROWS = 100
MOST_ROWS = 1_000
MOST_PAGES = 10**9
ONCE = ("limit", "page", "sort")
SORTED = {"statements"}
"""Tables whose pages can be had in another order than that of the files."""


@dataclass(frozen=True)
class Page:
    """Which rows: the page's number from 1, how many rows a page has, and their order (empty: that of the files)."""

    number: int
    limit: int
    sort: str

    @classmethod
    def of(cls, table: str, texts: asking.Texts) -> Self:
        """Read a page from an address, and take out of the address what was read.

        Raises:
            Unusable: a text is no value of its parameter.
        """
        limit = _number("limit", texts.pop("limit", []), ROWS, MOST_ROWS)
        number = _number("page", texts.pop("page", []), 1, MOST_PAGES)
        return cls(number, limit, _sort(texts.pop("sort", [])) if table in SORTED else "")

    @property
    def offset(self) -> int:
        """How many rows come before the page."""
        return (self.number - 1) * self.limit

    def count(self, total: int) -> int:
        """Count the pages that so many rows make: one at least, which may be empty.

        Raises:
            Unusable: this page is not among them.
        """
        pages = max(1, -(-total // self.limit))
        if self.number > pages:
            raise exports.Unusable(
                "page", str(self.number), f"There is no page {self.number}: the last one is {pages}."
            )
        return pages

    def url(self, asked: exports.Asked, root: str, number: int) -> str:
        """Write the address of another page of the same rows, which names the version of the data."""
        said = {"sort": [self.sort]} if self.sort else {}
        said |= {"limit": [str(self.limit)], "page": [str(number)]}
        return joined(f"{root}api/{asked.table}", asked.address() | said)


def page(table: str, request: Request) -> Response:
    """Answer with one page of a table.

    Args:
        table: A key of `exports.TABLES`.
        request: Its address says which rows.
    """
    texts = asking.texts(request)
    wanted = Page.of(table, texts)
    asked = exports.asked_of(table, texts)
    root = home(request)
    kept = asking.headers(asking.tag(asked, wanted, root), frozen=False)
    if (held := asking.unchanged(request, kept)) is not None:
        return held
    if request.method == "HEAD":
        return head(kept)
    said = _said(asked, wanted, root)
    return json_answer(said, kept | {"Link": _links(said, asked, root)})


def _said(asked: exports.Asked, wanted: Page, root: str) -> dict[str, Any]:
    total = asked.count()
    pages = wanted.count(total)
    about = asked.about(root, datetime.now(UTC).replace(microsecond=0), total)
    return {
        "about": about.as_dict(),
        "total": total,
        "page": wanted.number,
        "pages": pages,
        "next": wanted.url(asked, root, wanted.number + 1) if wanted.number < pages else None,
        "previous": wanted.url(asked, root, wanted.number - 1) if wanted.number > 1 else None,
        "rows": asked.page(wanted.limit, wanted.offset, wanted.sort).to_pylist(),
    }


def _links(said: dict[str, Any], asked: exports.Asked, root: str) -> str:
    found = {"next": said["next"], "prev": said["previous"], "describedby": asked.api_url(root, "manifest.json")}
    return ", ".join(f'<{url}>; rel="{name}"' for name, url in found.items() if url)


def _number(name: str, given: list[str], default: int, most: int) -> int:
    text = _only(name, given)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most):
        raise exports.Unusable(name, text, f"{name} has to be a whole number from 1 to {most:,}.")
    return int(text)


def _sort(given: list[str]) -> str:
    text = _only("sort", given)
    if text is not None and text not in SORTS:
        raise exports.Unusable("sort", text, f"sort has to be one of {', '.join(SORTS)}.")
    return text or ""


def _only(name: str, given: list[str]) -> str | None:
    if len(given) > 1:
        raise exports.Unusable(name, given[1], f"{name} is given {len(given)} times; give it once.")
    return given[0] if given else None
