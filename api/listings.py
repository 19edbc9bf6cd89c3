"""Which collections are served, in which versions, and which issues can their statements be filtered by?"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

import exports
import queries
from api import asking
from api.home import home
from api.json_answer import tagged
from exports.address import joined
from exports.names import names_of

ABOUT = ("collection_id", "title", "description", "licence", "licence_url", "data_version", "first_date", "last_date")


def collections(request: Request) -> Response:
    """List the collections, the first of which is meant where an address names none."""
    _takes_only(request, "collections", ())
    root = home(request)
    return tagged(request, {"collections": [_collection(name, root) for name in queries.served()]})


def issues(request: Request) -> Response:
    """List the issues of a collection, the one with most statements first."""
    _takes_only(request, "issues", ("collection", "data"))
    edition = exports.asked_of("events", asking.texts(request)).edition
    collection = names_of(edition).collection
    rows = queries.run_on(edition, "issues").to_pylist()
    return tagged(request, {name: collection[name] for name in ("collection_id", "data_version")} | {"issues": rows})


def _collection(collection_id: str, root: str) -> dict[str, Any]:
    row = names_of(collection_id).collection
    kept = [{"version": each.version, "built_on": each.built_on} for each in queries.kept(collection_id)]
    said = {name: row[name] for name in ABOUT} | {"versions": kept}
    return said | {"issues": joined(f"{root}api/issues", {"collection": [collection_id]})}


def _takes_only(request: Request, table: str, takes: tuple[str, ...]) -> None:
    for name in request.query_params:
        if name not in takes:
            listed = f"it takes {' and '.join(takes)}" if takes else "it takes none"
            raise exports.Unusable(name, "", f"{table} does not take the parameter “{name[:60]}”; {listed}.")
