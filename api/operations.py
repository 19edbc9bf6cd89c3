"""What the OpenAPI document says of each address below /api: what it gives, what it takes, what it answers with."""

from typing import Any

from api.parameters import reference, taken
from api.problems import MEDIA_TYPE
from exports import TABLES, Form

Said = dict[str, Any]

WRONG = {
    400: "The request is not one of HTTP as it should be.",
    404: "There is no such address, or that version of the data was not kept.",
    422: "A parameter is not known here, or its text is no value of it; or the form cannot hold so many rows.",
    503: "As many files are being sent as the server sends at a time; Retry-After says when to ask again.",
}


def page(table: str) -> Said:
    """Describe a table a page at a time."""
    answer = _json(f"{table}_page")
    return _operation(f"{table}_page", table, taken(table, by_page=True), answer) | {
        "summary": f"{TABLES[table].noun[1].capitalize()}, page by page",
        "description": f"{TABLES[table].title} All pages together are the file; `next` leads from one to the other.",
    }


def file(table: str, form: Form) -> Said:
    """Describe all rows of a table as a file."""
    answer = _json(f"{table}_file") if form.extension == "json" else {form.mime: {"schema": {}}}
    name = f"{table}_{form.extension.replace('.', '_')}"
    return _operation(name, table, taken(table, by_page=False), answer) | {
        "summary": f"All {TABLES[table].noun[1]} as {form.label}",
        "description": "Complete, or the connection breaks before its end.",
    }


def manifest(table: str) -> Said:
    """Describe what the files of a table say of themselves."""
    return _operation(f"{table}_manifest", table, taken(table, by_page=False), _json("manifest")) | {
        "summary": f"What the files of these {TABLES[table].noun[1]} say of themselves",
        "description": "Filters, rows, columns, version, licence, citation, and the SHA-256 of the CSV form.",
    }


def listing(name: str, summary: str, takes: list[str]) -> Said:
    """Describe a short list that is given whole."""
    return _operation(name, "lists", takes, _json(name)) | {"summary": summary}


def _operation(name: str, tag: str, takes: list[str], answer: Said) -> Said:
    given = {"description": "The answer.", "headers": _HEADERS, "content": answer}
    unchanged = {"description": "The client holds the answer already, as its If-None-Match says."}
    parameters = [{"$ref": f"#/components/parameters/{reference(tag, each)}"} for each in takes]
    return {
        "operation_id": name,
        "tags": [tag],
        "responses": {200: given, 304: unchanged} | {status: _problem(said) for status, said in WRONG.items()},
        "openapi_extra": {"parameters": parameters},
    }


def _json(schema: str) -> Said:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _problem(description: str) -> Said:
    return {"description": description, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}}}


_HEADERS = {
    "ETag": {"description": "Names this answer; ask with it in If-None-Match.", "schema": {"type": "string"}},
    "Link": {"description": "The next and the previous page, and the manifest.", "schema": {"type": "string"}},
}
