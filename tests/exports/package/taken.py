"""Packages of the project's own collection, as somebody takes them."""

import io
import zipfile
from datetime import UTC, datetime
from functools import cache

import exports
from exports import package

HOME = "https://example.org/"
MADE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
WHOLE = ()
# Of one actor; by what the evidence is like; of one event; of one source and range; without any row.
VIEWS = (
    (("actor", "GEO"),),
    (("attribution", "listed"), ("stance", "oppose")),
    (("event", "nk-runoff-2020-04-14"),),
    (("source", "azernews-2020-04-15-geo"), ("from", "2020-01-01"), ("to", "2020-12-31")),
    (("actor", "GEO"), ("to", "1990-01-01")),
)


def asked(view):
    return exports.asked_of("statements", {name: [text] for name, text in view})


def about(view):
    return asked(view).about(HOME, MADE)


def pieces(view):
    return package.pieces(asked(view), about(view))


@cache
def taken(view):
    """The files of a package by name."""
    packed = zipfile.ZipFile(io.BytesIO(b"".join(pieces(view))))
    return {name: packed.read(name) for name in packed.namelist()}
