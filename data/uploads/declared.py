"""What does a web page say of itself: title, day of publication, publisher, language? Never guessed from its prose."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from lxml import etree, html

# In the order in which they count, as `name`, `property` or `itemprop` of a meta element.
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "inlanguage", "content-language")
LONGEST = 300
# What stands at an empty field of many programs is no day of publication: 0001-01-01, 1900-01-01.
EARLIEST = date(1900, 1, 2)


class Declared(NamedTuple):
    """What a page declares, empty where it does not: `published` in ISO 8601, `language` in ISO 639-1."""

    title: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""


def declared(page: str) -> Declared:
    """Read what a page declares in meta elements, schema.org data and marked times.

    Args:
        page: HTML; it may be broken.
    """
    with suppress(ValueError, etree.ParserError):
        # As bytes: in text, a declaration of an encoding is an error.
        tree = html.document_fromstring(page.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8"))
        metas = _metas(tree)
        articles = list(_articles(tree))
        return Declared(
            _first([*_of(metas, TITLES), *_texts(articles, "headline"), tree.findtext(".//title") or ""]),
            _day([*_of(metas, PUBLISHED), *_texts(articles, "datePublished"), *_times(tree)]),
            _first([*_of(metas, PUBLISHERS), *_publishers(articles)]),
            _language([tree.get("lang", ""), *_of(metas, LANGUAGES), *_texts(articles, "inLanguage")]),
        )
    return Declared()


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = next((meta.get(key) for key in ("name", "property", "itemprop", "http-equiv") if meta.get(key)), "")
        metas.setdefault(name.strip().lower(), meta.get("content", ""))
    return metas


def _of(metas: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [metas[name] for name in names if name in metas]


def _articles(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """What schema.org calls an article, from JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        with suppress(ValueError, RecursionError):
            yield from filter(_is_article, _things(json.loads(script.text or "")))


def _things(value: object) -> Iterator[Mapping[str, Any]]:
    """The things at the top and in a graph, not those that they name."""
    if isinstance(value, list):
        for inner in value:
            yield from _things(inner)
    elif isinstance(value, Mapping):
        yield value
        yield from _things(value.get("@graph"))


def _is_article(thing: Mapping[str, Any]) -> bool:
    return any(kind in str(thing.get("@type")) for kind in ("Article", "Posting", "Report"))


def _texts(things: Iterable[Mapping[str, Any]], key: str) -> list[str]:
    return [value for thing in things if isinstance(value := thing.get(key), str)]


def _publishers(articles: Iterable[Mapping[str, Any]]) -> list[str]:
    named = [thing for article in articles if isinstance(thing := article.get("publisher"), Mapping)]
    return [*_texts(articles, "publisher"), *_texts(named, "name")]


def _times(tree: html.HtmlElement) -> list[str]:
    """Times that are marked as that of publication, else the one that stands in the article, if it is one."""
    marked = tree.xpath("//*[@itemprop='datePublished' or (self::time and @pubdate)]")
    within = {value[:10]: value for value in tree.xpath("//article//time/@datetime")}
    return [time.get("datetime") or time.get("content") or "" for time in marked] + (
        list(within.values()) if len(within) == 1 else []
    )


def _first(values: Iterable[str]) -> str:
    return next((" ".join(value.split())[:LONGEST] for value in values if value.strip()), "")


def _day(values: Iterable[str]) -> str:
    for value in values:
        with suppress(ValueError):
            day = date.fromisoformat(value.strip().replace("/", "-")[:10])
            if day >= EARLIEST:
                return day.isoformat()
    return ""


def _language(values: Iterable[str]) -> str:
    codes = (value.strip().lower().replace("_", "-").partition("-")[0] for value in values)
    return next((code for code in codes if len(code) == 2 and code.isascii() and code.isalpha()), "")
