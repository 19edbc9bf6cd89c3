"""Why was no text got from a source, and when is it worth asking again?"""

from collections.abc import Mapping
from typing import Literal

Reason = Literal["robots", "address", "redirects", "unreachable", "busy", "status", "type", "size", "unreadable"]

# In the words of the summary, after a number of sources.
IN_WORDS: Mapping[Reason, str] = {
    "robots": "refused by robots.txt",
    "address": "refused because of the address",
    "redirects": "redirected too often",
    "unreachable": "not reached",
    "busy": "left for another time, because the host asked for a pause",
    "status": "not found or not given by the host",
    "type": "neither HTML nor PDF nor plain text",
    "size": "too large",
    "unreadable": "fetched, but without a text that could be read",
}

# Days for which a run does not ask again; what passes by itself is asked again sooner.
PAUSES: Mapping[Reason, int] = dict.fromkeys(IN_WORDS, 14) | {"unreachable": 1, "busy": 0}


class Failed(Exception):
    """No text was got: the message is the sentence that says why, `remedy` what to do about it if that is special."""

    def __init__(self, reason: Reason, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.remedy = remedy
