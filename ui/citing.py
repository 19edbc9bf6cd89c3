"""How to cite what a page shows: ready citations with a button to copy them, and files for reference managers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from urllib.parse import quote

import streamlit as st

from exports import Asked, address, citations
from exports.citations import Work
from ui import collections, copying, names, permalink
from ui.file_links import File, group
from ui.home import home

# Those that are one line to paste; the others are files.
STYLES = ("apa", "chicago", "mla")


def offer(kind: str, thing_id: str) -> None:
    """Offer the citation of a thing.

    Args:
        kind: statement | source | event | collection.
        thing_id: Its id.
    """
    work = citations.KINDS[kind](collections.chosen(), thing_id, home(), _today())
    version = names.collection()["data_version"]
    where: dict[str, Sequence[str]] = {"collection": [collections.collection()], "data": [version]}
    st.html(_written(f"Cite this {kind}", work, "", f"cite/{kind}/{quote(thing_id, safe='')}", where))


def view(asked: Asked) -> None:
    """Offer the citation of a view, with the link that shows these very rows for good."""
    st.html(of_view(asked))


def of_view(asked: Asked) -> str:
    """Write as HTML what `view` offers."""
    # The rows are those of `asked`; the page also shows a part of the world, a day, a comparison.
    link = permalink.whole()
    work = replace(citations.of_view(asked, home(), _today()), url=link)
    lasting = _item("Link to exactly these rows, whatever changes later", copying.text(link, "permanent link"))
    files = {"table": [asked.table], **asked.address()}
    return _written("Cite this view", work, lasting, "cite/view", files)


def _written(title: str, work: Work, first: str, path: str, parameters: Mapping[str, Sequence[str]]) -> str:
    styles = "".join(
        _item(citations.FORMS[style].label, copying.text(citations.FORMS[style].write(work), f"{style} citation"))
        for style in STYLES
    )
    files = [
        File(form.label, address.joined(f"{path}.{key}", parameters))
        for key, form in citations.FORMS.items()
        if key not in STYLES
    ]
    return (
        f"<details class='taken'><summary>{escape(title)}</summary><dl>{first}{styles}</dl>"
        f"{group('For reference managers', files)}</details>"
    )


def _item(label: str, content: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{content}</dd>"


def _today() -> date:
    return datetime.now(UTC).date()
