"""What does a page itself say about the rights in its text?"""

import json
import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

NAMES = frozenset(
    {
        "dc.rights",
        "dc.license",
        "dcterms.rights",
        "dcterms.license",
        "dcterms.rightsholder",
        "rights",
        "license",
        "copyright",
    }
)
SILENT = "The page declares no licence: rights stay with its publisher, and the text is for this machine's private use."
# Declarations stand in the head or the foot of pages of a sensible size.
READ = 2_000_000
LONGEST = 200
MOST = 5


def note(declarations: Iterable[str]) -> str:
    """Put what a page declares into a sentence."""
    values = list(dict.fromkeys(" ".join(value.split())[:LONGEST] for value in declarations if value.strip()))[:MOST]
    return f"The page declares: {'; '.join(values)}" if values else SILENT


def declared(page: str) -> list[str]:
    """Collect what an HTML page declares in links, meta elements and schema.org data, in the order of the page.

    Args:
        page: The page as text; it may be broken.
    """
    reader = _Declarations()
    reader.feed(page[:READ])
    return reader.found


class _Declarations(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_data = False
        self._data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("link", "a") and "license" in given.get("rel", "").lower().split():
            self.found.append(given.get("href", ""))
        elif tag == "meta" and (given.get("name") or given.get("property", "")).lower() in NAMES:
            self.found.append(given.get("content", ""))
        elif given.get("itemprop", "").lower() == "license":
            self.found.append(given.get("href") or given.get("content", ""))
        self._is_data = tag == "script" and given.get("type", "").lower() == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self._data.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._is_data:
            self.found += _licences("".join(self._data))
            self._is_data, self._data = False, []


def _licences(data: str) -> list[str]:
    """The values of "license" anywhere in JSON-LD: an address, or a thing that has one."""
    try:
        return list(_walk(json.loads(data)))
    except (ValueError, RecursionError):
        return re.findall(r'"license"\s*:\s*"([^"\\]{1,200})"', data)


def _walk(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "license":
                yield from _named(inner)
            else:
                yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def _named(licence: object) -> Iterable[str]:
    if isinstance(licence, str):
        yield licence
    elif isinstance(licence, Mapping):
        yield from (value for key in ("url", "@id", "name") if isinstance(value := licence.get(key), str))
    elif isinstance(licence, list):
        for inner in licence:
            yield from _named(inner)
