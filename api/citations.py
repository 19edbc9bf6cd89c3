"""Serves citations: /cite/statement/<id>.ris, and those of a view, /cite/view.bib?table=statements&issue=<id>."""

from datetime import UTC, date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

import exports
import queries
from api.asking import Texts, texts
from api.home import home
from api.open_data import OPEN
from api.problems import Problem, answered
from exports import citations
from exports.values import one, text

# Media types of texts that have no letters of their own.
IN_UTF_8 = ("text/", "application/x-")


@answered
def thing(request: Request) -> Response:
    """Cite one statement, source, event or collection; `collection` and `data` in the address say of which edition."""
    kind = request.path_params["kind"]
    # Taken apart here: the pattern of a route would try every dot of a long name.
    work_id, _, form = request.path_params["name"].rpartition(".")
    maker = citations.KINDS.get(kind)
    if maker is None:
        known = ", ".join((*citations.KINDS, "view"))
        raise Problem(404, "No such citation", f"What can be cited is of one of these kinds: {known}.")
    written = citations.form(form)
    edition = _edition(texts(request), work_id if kind == "collection" else "")
    try:
        work = maker(edition, work_id, home(request), _today())
    except citations.UnknownWork as error:
        raise Problem(404, "No such citation", str(error)) from error
    return _file(work, form, written)


@answered
def view(request: Request) -> Response:
    """Cite the rows of a table; `table` in the address names it, everything else is as on the page that shows it."""
    form = request.path_params["form"]
    written, asked = citations.form(form), texts(request)
    table = one(asked, "table", exports.TABLES)
    if len(asked.get("table", ())) != 1:
        names = ", ".join(exports.TABLES)
        raise exports.Unusable("table", "", f"table has to name, once, whose rows are to be cited: {names}.")
    narrowed = exports.asked_of(table, {name: given for name, given in asked.items() if name != "table"})
    return _file(citations.of_view(narrowed, home(request), _today()), form, written)


ROUTES: list[BaseRoute] = [Route("/cite/view.{form}", view), Route("/cite/{kind}/{name}", thing)]


def _edition(asked: Texts, collection_id: str) -> str:
    """Name the edition that an address asks for, and refuse all else that it says."""
    for name, given in asked.items():
        if name not in ("collection", "data"):
            raise exports.Unusable(name, given[0], "A citation of one thing takes collection and data, nothing else.")
        if len(given) > 1:
            raise exports.Unusable(name, given[1], f"{name} is given {len(given)} times; give it once.")
    if asked.get("data") == [""]:
        raise exports.Unusable("data", "", "data is empty: name a version, or leave it out for the newest.")
    served = queries.served()
    first = collection_id if collection_id in served else next(iter(served))
    return queries.edition(one(asked, "collection", served, default=first), text(asked, "data") or None)


def _file(work: citations.Work, form: str, written: citations.Form) -> Response:
    named = {
        "Content-Disposition": f'attachment; filename="{citations.file_name(work, form)}"',
        # It says on which day it was asked for.
        "Cache-Control": "no-cache",
    }
    charset = "; charset=utf-8" if written.mime.startswith(IN_UTF_8) else ""
    return Response(written.write(work), headers=OPEN | named, media_type=f"{written.mime}{charset}")


def _today() -> date:
    return datetime.now(UTC).date()
