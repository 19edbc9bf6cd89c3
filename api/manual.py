"""How do I take the data with me? The page at /api, written from the OpenAPI document; no script, no foreign host."""

from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import exports
import queries
from api import asking, lanes, paging, streamed
from api.home import home
from api.manual_sections import address, section
from api.prefix import prefix
from exports.names import names_of

Said = dict[str, Any]

FOLDER = Path(__file__).parent
STYLE = (FOLDER / "manual.css").read_bytes()
STYLE_NAME = f"manual-{sha256(STYLE).hexdigest()[:12]}.css"
GUARDED = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
}


def manual(document: Said, root: str, style: str) -> str:
    """Write the page.

    Args:
        document: The OpenAPI document.
        root: Address of the app, with a slash at its end.
        style: Address of the style sheet.
    """
    collection = names_of(next(iter(queries.served()))).collection
    said = {
        "home": root,
        "api": f"{root}api",
        "style": style,
        "document": f"{root}api/openapi.json",
        "collection": collection["title"],
        "licence": collection["licence"],
        "licence_url": collection["licence_url"],
        "rows": paging.ROWS,
        "most_rows": f"{paging.MOST_ROWS:,}",
        "slots": lanes.SLOTS,
        "timeout": f"{streamed.WRITE_TIMEOUT:.0f}",
    }
    parts = {
        "contents": "\n".join(f'<li><a href="#{table}">{table.capitalize()}</a></li>' for table in exports.TABLES),
        "tables": "\n".join(section(document, table, f"{root}api") for table in exports.TABLES),
        "lists": "".join(map(address, (f"{root}api/issues", f"{root}api/collections"))),
    }
    return _template().substitute({name: escape(str(text)) for name, text in said.items()} | parts)


@cache
def _template() -> Template:
    return Template((FOLDER / "manual.html").read_text(encoding="utf-8"))


def page(document: Said, request: Request) -> Response:
    """Answer with the page."""
    # By its path, so that it comes from the host that the page came from, whatever the app is called outside.
    style = f"{prefix(request)}/api/{STYLE_NAME}"
    html = manual(document, home(request), style).encode()
    kept = asking.headers(f'W/"{sha256(html).hexdigest()[:32]}"', frozen=False)
    return asking.unchanged(request, kept) or HTMLResponse(html, headers=kept | GUARDED)


def style_sheet(_request: Request) -> Response:
    """Answer with the page's style sheet, which is named for its content and never expires."""
    return Response(STYLE, headers={"Cache-Control": asking.FROZEN}, media_type="text/css")
