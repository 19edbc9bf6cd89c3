"""What does a request ask for, and does its client hold the answer already?"""

from hashlib import sha256
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

import exports
from api.negotiation import holds
from api.release import release

Texts = dict[str, list[str]]

# Of what is named by its content.
FROZEN = "public, max-age=31536000, immutable"
# Of rows that do not change: how a file of them is written may, with the code, and it names the host that was asked.
HELD = "private, max-age=3600"
LIVE = "no-cache"
MOST_PARAMETERS = 1_000


def texts(request: Request) -> Texts:
    """Give every parameter of the address with all its texts, in their order.

    Raises:
        Unusable: they are more than anybody means.
    """
    found: Texts = {}
    given = request.query_params.multi_items()
    if len(given) > MOST_PARAMETERS:
        raise exports.Unusable(
            "", "", f"The address holds {len(given):,} parameters; {MOST_PARAMETERS:,} are too many."
        )
    for name, value in given:
        found.setdefault(name, []).append(value)
    return found


def tag(asked: exports.Asked, *form: object) -> str:
    """Name an answer by the version of the data, by all that narrows the rows, by its form and by the code.

    Weak, since a file also says when it was made.

    Args:
        asked: The rows.
        form: What makes one answer from these rows differ from another.
    """
    said = f"{asked.table}?{urlencode(asked.address(), doseq=True)}#{'.'.join(map(str, form))}"
    said += release()
    return f'W/"{sha256(said.encode()).hexdigest()[:32]}"'


def headers(entity_tag: str, *, frozen: bool) -> dict[str, str]:
    """Give the headers by which caches keep an answer: for a while only where the address names its version."""
    return {"ETag": entity_tag, "Cache-Control": HELD if frozen else LIVE}


def unchanged(request: Request, kept: dict[str, str]) -> Response | None:
    """Answer 304 where the client holds what the headers of `headers` name; None where it does not."""
    if holds(request.headers.get("if-none-match", ""), kept["ETag"]):
        return Response(status_code=304, headers=kept)
    return None
