"""All rows of a table as one file, in every form; complete, or refused, or broken off so that it shows."""

from collections.abc import Iterator
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

import exports
from api import asking
from api.home import home
from api.json_answer import MEDIA_TYPE, encoded
from api.problems import Problem
from api.streamed import streamed

MANIFEST = "manifest.json"
# What holds more rows than a spreadsheet.
ROOMY = ("csv", "parquet")


def file(table: str, form: str, request: Request) -> Response:
    """Answer with all rows of a table as a file.

    Args:
        table: A key of `exports.TABLES`.
        form: A key of what `exports.forms` gives for it.
        request: Its address says which rows.
    """
    texts = asking.texts(request)
    asked, root = exports.asked_of(table, texts), home(request)
    kept = asking.headers(asking.tag(asked, form, root), frozen="data" in texts and table != "search")
    if (held := asking.unchanged(request, kept)) is not None:
        return held
    described = {"Link": f'<{asked.api_url(root, MANIFEST)}>; rel="describedby"; type="application/json"'}

    def pieces() -> Iterator[bytes]:
        try:
            rows = asked.rows()
            yield from exports.stream(rows.tables, rows.schema, _about(asked, root, rows.total), form, raw=asked.raw)
        except exports.TooManyRows as error:
            raise _too_many(error, asked, root) from error

    # Rows are counted only where a slot is free.
    name, mime = exports.file_name(_about(asked, root, 0), form), exports.forms(table)[form].mime
    return streamed(pieces, request, mime=mime, name=name, headers=kept | described)


def manifest(table: str, request: Request) -> Response:
    """Answer with what the files of these rows say of themselves, and the SHA-256 of their CSV form.

    Args:
        table: A key of `exports.TABLES`.
        request: Its address says which rows.
    """
    texts = asking.texts(request)
    asked, root = exports.asked_of(table, texts), home(request)
    kept = asking.headers(asking.tag(asked, MANIFEST, root), frozen="data" in texts and table != "search")
    if (held := asking.unchanged(request, kept)) is not None:
        return held

    def pieces() -> Iterator[bytes]:
        rows = asked.rows()
        yield encoded(exports.manifest(rows.tables, rows.schema, _about(asked, root, rows.total), raw=asked.raw))

    name = f"{exports.stem(_about(asked, root, 0))}.{MANIFEST}"
    return streamed(pieces, request, mime=MEDIA_TYPE, name=name, headers=kept)


def _about(asked: exports.Asked, root: str, count: int) -> exports.About:
    return asked.about(root, datetime.now(UTC).replace(microsecond=0), count)


def _too_many(error: exports.TooManyRows, asked: exports.Asked, root: str) -> Problem:
    others = [{"form": form, "href": asked.api_url(root, form)} for form in ROOMY]
    return Problem(422, "Too many rows for this form", str(error), kind="too-many-rows", alternatives=others)
