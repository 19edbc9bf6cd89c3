"""Which parameters an address can hold, what each may say, and what it says for a reader who has just arrived."""

from typing import Any

import exports
import queries
from exports.vocabulary import ATTRIBUTIONS, COUNTED, FOUND_IN, KINDS, LANGUAGES, STANCES, VOICES
from queries.full_text.pieces import MOST_CHARACTERS
from ui import collections, names
from ui.address import Parameter
from ui.collections import kept
from ui.vocabulary import MAP_VIEWS, MATRIX_ROWS, SHOWN, SORTS

# The issue that the first collection grew out of; a reader who has just arrived sees a full map.
FIRST_ISSUE = "nk-votes-valid"
# A change of any other parameter makes these start anew.
PAGE_STATE = ("page", "statement", "hit", "paragraph")
# The filters of the frame, which every page keeps; the other parameters belong to single pages.
# Of a question in an address: what several programs still take as a link.
MOST_SQL = 6_000
FRAME = ("collection", "from", "to", "issue", "actor", "org", "stance", "kind", "attribution", "source", "data")


def defaults() -> dict[str, Any]:
    """Give the value that each parameter has for a reader who has just arrived."""
    return {parameter.name: parameter.fresh() for parameter in parameters()}


@kept
def parameters() -> tuple[Parameter, ...]:
    """List what an address can hold, in the order in which it is written."""
    return (*of_frame(), *of_pages(), *of_search())


def of_frame() -> tuple[Parameter, ...]:
    """List the filters that every page keeps."""
    first, last = names.first_and_last_day()
    version = names.collection()["data_version"]
    issues = names.issue_titles()
    return (
        Parameter(collections.PARAMETER, collections.first(), queries.served()),
        Parameter("from", first, (first, last), always=True),
        Parameter("to", last, (first, last), always=True),
        Parameter("issue", FIRST_ISSUE if FIRST_ISSUE in issues else next(iter(issues)), issues, always=True),
        Parameter("actor", [], names.actor_names()),
        Parameter("org", [], names.organisation_names()),
        Parameter("stance", [], STANCES),
        Parameter("kind", [], KINDS),
        Parameter("attribution", [], ATTRIBUTIONS),
        Parameter("source", None, names.source_titles()),
        Parameter(
            "data",
            version,
            [version],
            always=True,
            complaint=(
                f"this link was made with data version “{{text}}”, which was not kept; what you see is {version}, "
                "so rows may differ"
            ),
        ),
    )


def of_pages() -> tuple[Parameter, ...]:
    """List what single pages keep."""
    days = names.first_and_last_day()
    return (
        Parameter("through", [], names.organisation_names()),
        Parameter("focus", None, names.actor_names()),
        Parameter("view", "world", MAP_VIEWS),
        Parameter("at", None, days),
        Parameter("before", None, days),
        Parameter("voice", [], VOICES),
        Parameter("count", "everyone", COUNTED),
        Parameter("rows", "actors", MATRIX_ROWS),
        Parameter("with", None, names.actor_names()),
        Parameter("who", None, names.actor_names()),
        Parameter("event", None, names.event_titles()),
        Parameter("sort", "newest", SORTS),
        Parameter("page", 1),
        Parameter("statement", None),
        Parameter("draft", None),
        Parameter("read", None, names.source_titles()),
        Parameter("rows_of", None, exports.TABLES),
        Parameter("sql", "", longest=MOST_SQL, has_lines=True),
    )


def of_search() -> tuple[Parameter, ...]:
    """List what the search keeps, and the reader of a text that was found."""
    return (
        Parameter("q", "", longest=MOST_CHARACTERS),
        Parameter("similar", False),
        Parameter("found", [], FOUND_IN),
        Parameter("country", [], names.publisher_countries()),
        Parameter("language", [], LANGUAGES),
        Parameter("show", "passages", SHOWN),
        Parameter("hit", 1),
        Parameter("paragraph", 1),
    )
