"""Links to files, in a row under what they hold."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class File(NamedTuple):
    """A file to link to: what the link says, where it leads, and " download" where the browser is to save it.

    Its `look` is a class of the style sheet; "file inner" leads to another page without a reload.
    """

    label: str
    address: str
    how: str = " download"
    look: str = "file"


def group(what: str, files: Iterable[File], note: str = "") -> str:
    """Write links to files as HTML.

    Args:
        what: They hold, in words.
        files: In their order; their addresses are relative to a page, so that they hold below any prefix.
        note: What cannot be had, and what to take instead; a sentence.
    """
    links = "".join(
        f"<li><a class='{file.look}' href='{escape(file.address)}'{file.how}>{escape(file.label)}</a></li>"
        for file in files
    )
    said = f"<p class='note'>{escape(note)}</p>" if note else ""
    return (
        f"<div class='files' role='group' aria-label='{escape(what)}'><p class='download'>{escape(what)}</p>"
        f"<ul>{links}</ul>{said}</div>"
    )
