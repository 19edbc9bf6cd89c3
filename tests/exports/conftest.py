"""What is taken from a small collection, version by version."""

from datetime import UTC, datetime

import pytest

import exports
from exports import package
from tests.exports.atom.reading import HOME, feed
from tests.exports.versions import FIRST, SECOND, THIRD, three_versions

VIEWS = {"all": {}, "oppose": {"stance": "oppose"}, "support": {"stance": "support"}, "neutral": {"stance": "neutral"}}


def packed(**address):
    asked = exports.asked_of("statements", {name: [text] for name, text in address.items()})
    return b"".join(package.pieces(asked, asked.about(HOME, datetime(2026, 11, 24, tzinfo=UTC))))


@pytest.fixture(scope="session")
def taken_of_versions(tmp_path_factory):
    """The feeds of four views and the package after each of three versions, and those of the first at the end."""
    found: dict = {}
    with three_versions(tmp_path_factory.mktemp("versions")) as built:
        for day in (FIRST, SECOND, THIRD):
            found[day] = {"version": built(day)} | {name: feed(**view) for name, view in VIEWS.items()}
            found[day]["package"] = packed(data=found[day]["version"])
        first = {"data": found[FIRST]["version"]}
        found["frozen"] = {"all": feed(**first), "package": packed(**first)}
    return found
