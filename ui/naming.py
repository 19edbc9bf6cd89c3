"""What a sentence of ours names, as links: actors by name, events and issues by their title in quotation marks."""

import re
from html import escape

from ui import links, names
from ui.collections import kept

_QUOTED = re.compile(r"“([^“”]*)”")
QUOTABLE = ("event", "issue")


def linked(sentence: str) -> str:
    """Write a sentence as HTML in which whatever has a page of its own links to it.

    Args:
        sentence: Plain text that we put together ourselves; in it, names of actors stand for actors, and titles of
            events and issues stand in “these marks”.
    """
    # Every second part was in quotation marks.
    parts = enumerate(_QUOTED.split(sentence))
    return "".join(f"“{_title(part)}”" if number % 2 else _with_actors(part) for number, part in parts)


def _title(text: str) -> str:
    kind = next((kind for kind in QUOTABLE if text in links.ids(kind)), None)
    return links.named(kind, text) if kind else escape(text)


def _with_actors(text: str) -> str:
    parts = _actors().split(text)
    return "".join(links.named("actor", part) if number % 2 else escape(part) for number, part in enumerate(parts))


@kept
def _actors() -> re.Pattern[str]:
    """Any actor's name; of two that begin alike the longer."""
    known = sorted(names.actor_names().values(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))})(?!\w)")
