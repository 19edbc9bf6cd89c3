"""The whole collection to take away: a package of data, its interface for programs, its versions and its citation."""

from html import escape

import streamlit as st

import queries
from exports import address
from exports.phrases import day_words
from ui import citing, collections, permalink
from ui.file_links import File, group
from ui.view import View


def offer() -> None:
    """Offer the whole collection, its interface for programs, its versions and its citation."""
    st.header("Take it with you", anchor=False)
    whole = View.whole().asked("statements")
    named = {name: texts for name, texts in whole.address().items() if name in ("collection", "data")}
    files = [
        File("Tables with sources (ZIP)", address.joined("package.zip", named)),
        File("For programs: the interface", "api", ""),
    ]
    st.html(group("The whole collection", files))
    versions()
    citing.offer("collection", collections.collection())


def versions() -> None:
    """List the versions of the collection that were kept, each as a link to the data as they were."""
    kept = queries.kept(collections.collection())
    if len(kept) < 2:
        return
    items = "".join(
        f"<li><a class='inner' href='{escape(permalink.here(data=version))}'>{version}</a>, {day_words(built_on)}</li>"
        for version, built_on in reversed(kept)
    )
    st.html(f"<details class='taken'><summary>Every version that was kept</summary><ul>{items}</ul></details>")
