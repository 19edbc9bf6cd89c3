"""Why was a text not taken, in one sentence for a journalist: what, why, what to do?"""

from collections.abc import Mapping

from data.hydrate.failures import Failed, Reason

LONGEST_NAME = 80

# What to do where the failure itself names nothing better.
REMEDIES: Mapping[Reason, str] = {
    "robots": "open it in your browser and paste its text",
    "address": "check the address, or open it in your browser and paste its text",
    "redirects": "open it in your browser and paste its text",
    "unreachable": "try again later, or open it in your browser and paste its text",
    "busy": "try again in a moment",
    "status": "check the address, or open it in your browser and paste its text",
    "type": "save it as PDF or DOCX, or paste the text",
    "size": "paste the part that you need",
    "unreadable": "save it anew as PDF or DOCX, or paste the text",
}


class Refused(ValueError):
    """No text was taken; the message is one sentence for the person who gave it."""


def refused(what: str, failure: Failed) -> Refused:
    """Put a failure into a sentence.

    Args:
        what: The name of a file or an address, as it was given.
        failure: What reading or fetching it gave.
    """
    shown = what if len(what) <= LONGEST_NAME else what[:LONGEST_NAME] + "…"
    sentence = f"“{shown}” was not read: {failure}; {failure.remedy or REMEDIES[failure.reason]}."
    # What would break a line or hide in it is shown as unknown.
    return Refused("".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in sentence))


def without_folder(name: str) -> str:
    """Name a file without where it comes from."""
    return name.replace("\\", "/").rpartition("/")[2].strip() or "the file"
