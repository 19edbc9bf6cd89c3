"""The data itself, below /api: each table a page at a time and as files, and a description for people and programs."""

from functools import lru_cache, partial
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

import exports
import queries
from api import files, listings, manual, operations, paging
from api.document import document
from api.json_answer import tagged
from api.open_data import METHODS, OpenData
from api.prefix import prefix
from api.problems import Endpoint, Problem, answered, of
from exports import TABLES

PATH = "/api"


def described() -> dict[str, Any]:
    """Give the OpenAPI document; made once for what is served, which it names."""
    return _described(tuple(map(queries.build, queries.served())))


@lru_cache(maxsize=1)
def _described(_builds: tuple[str, ...]) -> dict[str, Any]:
    return document(app.routes)


def _document(request: Request) -> Response:
    return tagged(request, {**described(), "servers": [{"url": f"{prefix(request)}{PATH}"}]})


def _manual(request: Request) -> Response:
    return manual.page(described(), request)


def _to_manual(request: Request) -> Response:
    return RedirectResponse(f"{prefix(request)}{PATH}", status_code=308)


async def _told(request: Request, error: Exception) -> Response:
    return _problem(error).response(request)


def _problem(error: Exception) -> Problem:
    match error:
        case HTTPException(status_code=405):
            return Problem(
                405, "Method not allowed", "Ask with GET: data can only be read.", headers={"Allow": METHODS}
            )
        case HTTPException(status_code=404):
            return Problem(404, "No such address", f"There is nothing here; {PATH} lists what there is.")
    return of(error)


def _serve(path: str, endpoint: Endpoint, operation: dict[str, Any]) -> None:
    answer = answered(endpoint)
    app.add_api_route(path, answer, response_class=Response, response_model=None, **operation)
    app.add_api_route(path, answer, methods=["HEAD"], include_in_schema=False, response_model=None)


def _serve_table(name: str) -> None:
    _serve(f"/{name}", partial(paging.page, name), operations.page(name))
    for form in exports.forms(name).values():
        _serve(f"/{name}.{form.extension}", partial(files.file, name, form.extension), operations.file(name, form))
    _serve(f"/{name}.{files.MANIFEST}", partial(files.manifest, name), operations.manifest(name))


app = FastAPI(
    # Its pages load from other hosts, and its document would be made while everybody waits.
    openapi_url=None,
    # Starlette would redirect to whatever the Host header says.
    redirect_slashes=False,
    middleware=[Middleware(OpenData)],
    exception_handlers={HTTPException: _told, Exception: _told},
    # It would report on readers where the environment names somebody to report to.
    telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
)
app.state.mounted_at = PATH
for _name in TABLES:
    _serve_table(_name)
_serve("/collections", listings.collections, operations.listing("collections", "Which collections are served", []))
_serve("/issues", listings.issues, operations.listing("issues", "Which issues there are", ["collection", "data"]))
app.add_route("/openapi.json", answered(_document))
app.add_route(f"/{manual.STYLE_NAME}", manual.style_sheet)
app.add_route("/", answered(_to_manual))
app.add_route("/docs", answered(_to_manual))

ROUTES: list[BaseRoute] = [Route(PATH, answered(_manual)), Mount(PATH, app=app)]
