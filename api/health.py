"""Does the server live, and can it answer? For whoever watches it: /healthz and /readyz."""

import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

import queries
from api.json_answer import json_answer
from api.problems import Problem, answered

_log = logging.getLogger(__name__)
NOT_KEPT = {"Cache-Control": "no-store"}


async def lives(_request: Request) -> Response:
    """Answer, without a look at any data."""
    return json_answer({"status": "ok"}, NOT_KEPT)


@answered
def ready(_request: Request) -> Response:
    """Ask every collection for its version; 503 with the first that does not answer."""
    versions = {}
    for collection_id in queries.served():
        try:
            versions[collection_id] = queries.run_on(collection_id, "collection")["data_version"][0].as_py()
        except Exception as error:
            detail = f"The collection {collection_id} does not answer. The server's log says why."
            _log.error("The collection %s does not answer", collection_id, exc_info=error)
            raise Problem(503, "Not ready", detail) from error
    return json_answer({"status": "ok", "data_versions": versions}, NOT_KEPT)


ROUTES: list[BaseRoute] = [Route("/healthz", lives), Route("/readyz", ready)]
