"""The OpenAPI document: addresses as registered, parameters and columns as the served collections have them."""

from typing import Any

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

import exports
import queries
from api.parameters import parameters
from exports.description import columns

Said = dict[str, Any]

TEXT: Said = {"type": "string"}
COUNT: Said = {"type": "integer", "minimum": 0}
MAYBE_TEXT: Said = {"type": ["string", "null"]}
TYPES: dict[str, Said] = {
    "varchar": TEXT,
    "date": {"type": "string", "format": "date"},
    "boolean": {"type": "boolean"},
    "bigint": {"type": "integer"},
    "integer": {"type": "integer"},
    "double": {"type": "number"},
}
TOLD = """
The data behind Démarche: who said what, when, in whose words. Every address takes the parameters of the pages' own
addresses, and refuses those that it does not know.
"""


def document(routes: list[BaseRoute]) -> Said:
    """Write the document of what is served at some routes."""
    said = get_openapi(title="Démarche", version="1", description=TOLD.strip(), routes=routes)
    said["components"] = {"parameters": parameters(), "schemas": _schemas()}
    return said


def _schemas() -> dict[str, Said]:
    edition = next(iter(queries.served()))
    tables = {}
    for table in exports.TABLES:
        tables[f"{table}_row"] = _row(edition, table)
        tables[f"{table}_file"] = _object({"about": _ref("about"), "rows": _rows(table), "end": _END})
        tables[f"{table}_page"] = _object(_PAGE | {"rows": _rows(table)})
    listed = {"collections": _listed("collections"), "issues": _listed("issues", collection_id=TEXT, data_version=TEXT)}
    said = {"about": _object(_ABOUT), "manifest": _object(_ABOUT | _FILE), "problem": _object(_PROBLEM, more=True)}
    return tables | listed | said


def _row(edition: str, table: str) -> Said:
    # Positions on every issue have all the columns of those on one, and a few more.
    question = {"positions": "positions_on_every_issue"}.get(table, exports.TABLES[table].question)
    described = columns(edition, question, table)
    return _object({each.name: _column(each) for each in described}, required=[], more=True)


def _column(column: exports.Column) -> Said:
    kind = column.type
    said = {"type": "array", "items": TYPES[kind[:-2]]} if kind.endswith("[]") else TYPES[kind]
    return {**said, "type": [said["type"], "null"], "description": column.description}


def _rows(table: str) -> Said:
    return {"type": "array", "items": _ref(f"{table}_row")}


def _listed(name: str, **more: Said) -> Said:
    return _object(more | {name: {"type": "array", "items": {"type": "object"}}})


def _ref(name: str) -> Said:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Said, *, required: list[str] | None = None, more: bool = False) -> Said:
    named = [*properties] if required is None else required
    return {"type": "object", "properties": properties, "required": named, "additionalProperties": more}


_PAGE: dict[str, Said] = {
    "about": _ref("about"),
    "total": COUNT | {"description": "rows of all pages together"},
    "page": COUNT | {"description": "number of this page, from 1"},
    "pages": COUNT,
    "next": MAYBE_TEXT | {"description": "address of the next page; null on the last one"},
    "previous": MAYBE_TEXT,
}
_PAIRS: Said = {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}}
_HASH = MAYBE_TEXT | {"description": "SHA-256 of the same rows as CSV; null where CSV cannot hold them"}
_END = _object({"rows": COUNT, "sha256_of_csv": _HASH})
_FILE: dict[str, Said] = {
    "file": _object({"name": TEXT, "bytes": COUNT, "sha256": TEXT | {"description": "of the CSV"}})
}
_ABOUT: dict[str, Said] = {
    **{name: TEXT for name in ("title", "collection_id", "collection", "data_version", "table", "subject")},
    **{name: TEXT for name in ("licence", "licence_url", "citation", "method", "url", "api_url")},
    "made_from": {"type": "array", "items": TEXT},
    "created_at": {"type": "string", "format": "date-time"},
    "rows": COUNT,
    "filters": _PAIRS,
    "columns": _PAIRS,
    "since": MAYBE_TEXT,
    "until": MAYBE_TEXT,
}
_PROBLEM: dict[str, Said] = {
    "type": TEXT | {"format": "uri-reference"},
    "title": TEXT,
    "status": {"type": "integer"},
    "detail": TEXT,
    "instance": TEXT | {"format": "uri-reference"},
}
