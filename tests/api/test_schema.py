"""Nothing that the description allows brings the server down, and every answer is what the description says.

A few requests for each address here. `DEMARCHE_EXAMPLES=2000` makes so many over all addresses, and those that try the
bounds of every parameter besides.
"""

import os

import schemathesis
from hypothesis import HealthCheck, settings
from starlette.applications import Starlette

from api import tables

FEW, MANY = 2, os.environ.get("DEMARCHE_EXAMPLES")
ADDRESSES = len(tables.described()["paths"])
# An id that nothing has is refused, as a day is that lies after the last one: no description can name them all.
ACCEPTED = ["2xx", "404", "422"]

config = schemathesis.Config.from_dict(
    {
        "phases": {"coverage": {"enabled": MANY is not None}},
        "checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}},
    }
)
app = Starlette(routes=tables.ROUTES)
schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)


@schema.parametrize()
@settings(
    max_examples=-(-int(MANY) // ADDRESSES) if MANY else FEW,
    derandomize=MANY is None,
    suppress_health_check=[*HealthCheck],
    database=None,
)
def test_every_answer_is_what_the_description_says(case):
    case.call_and_validate()
