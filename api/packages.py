"""The statements of a view with all that they lead to, or a whole collection, as one data package: /package.zip."""

from datetime import UTC, datetime
from functools import partial

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import exports
from api import asking
from api.home import home
from api.open_data import OpenData
from api.problems import answered
from api.streamed import streamed
from exports import package


def zipped(request: Request) -> Response:
    """Answer with the package of the view that the address names; without filters, of the whole collection."""
    texts = asking.texts(request)
    if "raw" in texts:
        raise exports.Unusable("raw", "", "A package does not take “raw”: no text in it is changed for spreadsheets.")
    asked, root = exports.asked_of("statements", texts), home(request)
    kept = asking.headers(asking.tag(asked, "package.zip", root), frozen="data" in texts)
    if (held := asking.unchanged(request, kept)) is not None:
        return held
    about = asked.about(root, datetime.now(UTC).replace(microsecond=0))
    name = package.file_name(asked, about)
    return streamed(partial(package.pieces, asked, about), request, mime=package.MIME, name=name, headers=kept)


ROUTES = [Route("/package.zip", answered(zipped), middleware=[Middleware(OpenData)])]
