"""Who is the author of words that somebody spoke for a state or an organisation?"""

import re


def author(speaker: str | None, actor: str | None, publisher: str = "") -> str:
    """Name an author by who spoke and for whom: Ministry of Foreign Affairs, Georgia.

    Args:
        speaker: Person or office; "Not named" or none where it is not known.
        actor: The state or organisation that took the position; none where the words are nobody's own.
        publisher: Of the document; where its name holds both of the others, it is the better name.

    Returns:
        The name; empty where there is none.
    """
    if not speaker or speaker.startswith("Not named"):
        return actor or ""
    if not actor or _is_in(actor, speaker):
        return speaker
    if _is_in(speaker, publisher) and _is_in(actor, publisher):
        return publisher
    return f"{speaker}, {actor}"


def _is_in(words: str, text: str) -> bool:
    """Tell whether a text holds these whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))
