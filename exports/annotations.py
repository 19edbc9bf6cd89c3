"""Quoted passages as annotations, for readers of the W3C Web Annotation Data Model (JSON-LD).

One AnnotationCollection with one AnnotationPage in it; each passage is an Annotation. Its bodies are our claim: the
summary of the statement, its id, and its actor, issue and stance as tags. Its target is the source at its address,
selected twice: by the words (TextQuoteSelector) and by code points of the plain text (TextPositionSelector).

Decisions:

- Ids are UUID version 5, made of the source's address, the statement's id and the words: the same passage has the same
  id in every file, and no host is named that does not exist.
- The text that the positions count in is named by its SHA-256, as the `cached` copy of a TimeState: the address is a
  `ni` URI (RFC 6920), which names bytes and no place. The model has no property for checksums, and this needs none of
  our own.
- Creator and time are left out: who noted a passage, and when, the collection does not record.

https://www.w3.org/TR/annotation-model/
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pyarrow as pa

from exports.about import About
from exports.errors import CannotHold, RowsDiffer

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
GENERATOR = {"type": "Software", "name": "Démarche"}
EXTENSION, MIME = "jsonld", f'application/ld+json; profile="{CONTEXT}"'
Row = Mapping[str, Any]


def write(table: pa.Table, about: About) -> bytes:
    """Write the passages of one source as annotations.

    Args:
        table: Rows of `annotations_of_source`.
        about: What the file is to say about itself: its title becomes the label of the collection of annotations.

    Returns:
        The file, UTF-8; the same table and `About` give the same bytes.

    Raises:
        RowsDiffer: the table does not have `about.rows` rows.
        CannotHold: the rows are about more than one source.
    """
    if table.num_rows != about.rows:
        raise RowsDiffer(f"The file would say {about.rows:,} rows and hold {table.num_rows:,}.")
    rows = table.to_pylist()
    if len({row["url"] for row in rows}) > 1:
        raise CannotHold("A file of annotations is about one source, and these rows are about several.")
    said = json.dumps(_collection(rows, about), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{said}\n".encode()


def _collection(rows: list[dict[str, Any]], about: About) -> dict[str, Any]:
    url = rows[0]["url"] if rows else about.subject
    collection = {
        "@context": CONTEXT,
        "id": _urn(url, "annotations"),
        "type": "AnnotationCollection",
        "label": about.title,
        "generator": GENERATOR,
        "rights": about.licence_url,
        "total": len(rows),
    }
    if not rows:
        return collection  # A page must hold one annotation at least.
    page = {
        "id": _urn(url, "annotations", "page 1"),
        "type": "AnnotationPage",
        "partOf": collection["id"],
        "startIndex": 0,
        "items": [_annotation(row, about.licence_url) for row in rows],
    }
    return collection | {"first": page, "last": page["id"]}


def _annotation(row: Row, licence_url: str) -> dict[str, Any]:
    return {
        "id": _urn(row["url"], row["statement_id"], row["exact"]),
        "type": "Annotation",
        "motivation": "describing",
        "generator": GENERATOR,
        "rights": licence_url,
        "body": [
            _body("describing", row["summary"]) | {"language": "en"},
            _body("identifying", row["statement_id"]),
            *(_body("tagging", row[column]) for column in ("actor_name", "issue_title", "stance_label")),
        ],
        "target": {"type": "SpecificResource", "source": row["url"]} | _state(row) | {"selector": _selectors(row)},
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _selectors(row: Row) -> list[dict[str, Any]]:
    around = {name: row[name] for name in ("prefix", "suffix") if row[name]}
    quote = {"type": "TextQuoteSelector", "exact": row["exact"]} | around
    if row["start"] is None:
        return [quote]
    return [quote, {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]}]


def _state(row: Row) -> dict[str, Any]:
    if row["text_sha256"] is None:
        return {}
    digest = urlsafe_b64encode(bytes.fromhex(row["text_sha256"])).decode().rstrip("=")
    return {"state": {"type": "TimeState", "cached": f"ni:///sha-256;{digest}?ct=text/plain"}}


def _urn(url: str, *names: str) -> str:
    """Name something about a source: a UUID of the names, each below the one before."""
    name: UUID = uuid5(NAMESPACE_URL, url)
    for part in names:
        name = uuid5(name, part)
    return name.urn
