"""The file itself: one page with everything in it, and a policy under which it can load and send nothing."""

import base64
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree as ET

from api.handout import style
from api.handout.markup import document, el
from api.kit import sections, statements
from api.kit.kit import Kit
from exports import citations

HERE = Path(__file__).parent
ROWS_AT_ONCE = 100
NAMES = {
    "map": "Map",
    "timeline": "Timeline",
    "statements": "Statements",
    "sources": "Sources",
    "manifest": "This file",
}


def pieces(kit: Kit) -> Iterator[bytes]:
    """Write the page, some statements at a time."""
    before, _, after = document(page(kit)).partition(f"<!--{sections.ROWS}-->")
    yield before.encode()
    rows = statements.rows(kit)
    while written := [ET.tostring(row, encoding="unicode", method="html") for row in islice(rows, ROWS_AT_ONCE)]:
        yield "".join(written).encode()
    yield after.encode()


def page(kit: Kit) -> ET.Element:
    """Put the page together, but for the rows of its statements."""
    found = [*sections.all_of(kit)]
    collection = kit.about.collection
    return el(
        "html",
        _head(f"{kit.statements.title} – {collection}"),
        el(
            "body",
            el(
                "main",
                el("p", f"{collection} · Offline kit, data version {kit.about.data_version}", class_="kicker"),
                el("h1", kit.statements.title),
                *_proposition(kit),
                el("nav", _contents(found), aria_label="Contents"),
                *found,
            ),
            el("script", json_ld(kit), type="application/ld+json"),
            el("script", script()),
        ),
        lang="en",
        data_theme="auto",
    )


def json_ld(kit: Kit) -> str:
    """Describe the rows for programs, as a Dataset."""
    work = citations.of_view(kit.asked, kit.home, kit.made_at.date())
    return citations.script_safe(citations.FORMS["jsonld"].write(work))


@cache
def script() -> str:
    """Every script of the page as one."""
    return f"{style.script()}{(HERE / 'kit.js').read_text(encoding='utf-8')}"


@cache
def look() -> str:
    """The style sheet of the page."""
    return f"{style.style()}{(HERE / 'kit.css').read_text(encoding='utf-8')}"


@cache
def policy() -> str:
    """What the page may do: run the one script and use the one style sheet that it holds."""
    return (
        f"default-src 'none'; style-src {_hashed(look())}; script-src {_hashed(script())}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _head(title: str) -> ET.Element:
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy()),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("link", rel="icon", href="data:,"),
        el("style", look()),
    )


def _proposition(kit: Kit) -> Iterator[ET.Element]:
    if kit.statements.issue:
        yield el("p", f"The proposition: {kit.statements.issue['proposition']}.", class_="proposition")


def _contents(found: list[ET.Element]) -> ET.Element:
    return el("ul", *(el("li", el("a", NAMES[each.get("id", "")], href=f"#{each.get('id')}")) for each in found))
