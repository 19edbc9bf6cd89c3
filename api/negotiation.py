"""What a client's headers ask for: is gzip welcome, and does it hold the answer already?"""

import re

_NOUGHT = re.compile(r"q\s*=\s*0(\.0*)?")


def takes_gzip(accepted: str) -> bool:
    """Tell whether an Accept-Encoding header asks for gzip; a weight of nought refuses it."""
    weights = {coding: parameters for coding, *parameters in map(_parts, accepted.lower().split(","))}
    offer = weights.get("gzip", weights.get("*"))
    return offer is not None and not any(_NOUGHT.fullmatch(parameter) for parameter in offer)


def holds(tags: str, tag: str) -> bool:
    """Tell whether an If-None-Match header names a tag; a weak mark does not matter for this comparison."""
    return tags.strip() == "*" or _strong(tag) in map(_strong, tags.split(","))


def _parts(offer: str) -> list[str]:
    return [part.strip() for part in offer.split(";")]


def _strong(tag: str) -> str:
    return tag.strip().removeprefix("W/")
