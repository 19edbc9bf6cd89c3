"""JSON-LD in the words of schema.org, which search engines and data catalogues read.

Decisions:

- A statement is a Claim; its author is the state or organisation that took the position. Who interpreted the sources
  (`claimInterpreter`) is left out, since the collection does not record who wrote a summary.
- `firstAppearance` is there only where every source has its day and one is earlier than all others.
- Collection and view are Datasets in the catalogue of this app. They have no creator and no `spatialCoverage`: neither
  is on record.
- Nothing that is not known has a property.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from exports.citations.work import Issued, Work

CONTEXT = "https://schema.org"
SOURCE_TYPES = {"News": "NewsArticle", "Reference": "Article"}
Node = dict[str, Any]


def write(work: Work) -> str:
    """Write a work as one node; in a page of HTML it has to go through `script_safe`."""
    said = {"@context": CONTEXT} | NODES[work.kind](work)
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def script_safe(text: str) -> str:
    """Write JSON so that within <script> it can neither end the element nor open a comment."""
    return text.translate({ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def _claim(work: Work) -> Node:
    return _ours(work, "Claim") | _known(
        text=work.abstract,
        author=_named("Organization", work.actor),
        creditText="; ".join(work.authors),
        datePublished=work.issued.iso,
        genre=work.genre,
        keywords=[*work.keywords],
        appearance=[_source(source) for source in work.sources],
        firstAppearance=_first(work.sources),
    )


def _event(work: Work) -> Node:
    first, last = work.span
    return _known(
        **{"@type": "Event"},
        identifier=work.id,
        url=work.url,
        name=work.name,
        description=work.abstract,
        startDate=Issued(first).iso,
        endDate=Issued(last).iso,
        location=_place(work),
        subjectOf=[_source(source) for source in work.sources],
    )


def _dataset(work: Work) -> Node:
    return _ours(work, "Dataset") | _known(
        description=work.abstract,
        datePublished=work.issued.iso,
        temporalCoverage=_interval(*work.span),
        includedInDataCatalog=_known(**{"@type": "DataCatalog"}, name=work.publisher, url=work.home),
        distribution=[
            {"@type": "DataDownload", "contentUrl": copy.url, "encodingFormat": copy.mime} for copy in work.copies
        ],
    )


def _source(work: Work) -> Node:
    return _known(
        **{"@type": SOURCE_TYPES.get(work.genre, "CreativeWork")},
        identifier=work.id,
        url=work.url,
        name=work.title,
        headline=work.title if work.genre in SOURCE_TYPES else "",
        author=_named("Organization", work.actor),
        creditText="; ".join(work.authors),
        publisher=_named("Organization", work.publisher),
        datePublished=work.issued.iso,
        inLanguage=work.language,
    )


NODES: dict[str, Callable[[Work], Node]] = {
    "statement": _claim,
    "source": _source,
    "event": _event,
    "collection": _dataset,
    "view": _dataset,
}


def _ours(work: Work, kind: str) -> Node:
    """Say what everything has that is ours: address, version, licence, the collection that it is part of."""
    return _known(
        **{"@type": kind},
        identifier=work.id,
        url=work.url,
        name=work.title,
        version=work.version,
        license=work.licence_url,
        inLanguage=work.language,
        isPartOf=_named("Dataset", work.container),
    )


def _first(sources: tuple[Work, ...]) -> Node | None:
    days = sorted((source.issued.iso, number) for number, source in enumerate(sources))
    is_known = all(len(source.issued.parts) == 3 for source in sources)
    if not days or not is_known or (len(days) > 1 and days[0][0] == days[1][0]):
        return None
    return _source(sources[days[0][1]])


def _place(work: Work) -> Node:
    geo = {}
    if work.position:
        latitude, longitude = work.position
        geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _known(**{"@type": "Place"}, name=work.place, geo=geo) if work.place or geo else {}


def _interval(first: date | None, last: date | None) -> str:
    """Write a range as ISO 8601 does, two dots for an open end."""
    return f"{Issued(first).iso or '..'}/{Issued(last).iso or '..'}" if first or last else ""


def _named(kind: str, name: str) -> Node:
    return {"@type": kind, "name": name} if name else {}


def _known(**properties: Any) -> Node:
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}
