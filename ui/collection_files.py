"""The whole collection to take away: a package of data, its interface for programs, its versions and its citation."""

from html import escape

import streamlit as st

import queries
from exports import address
from exports.phrases import day_words
from ui import citing, collections, links
from ui.view import View


def offer() -> None:
    """Offer the whole collection, its interface for programs, its versions and its citation."""
    st.header("Take it with you", anchor=False)
    whole = View.whole().asked("statements")
    named = {name: texts for name, texts in whole.address().items() if name in ("collection", "data")}
    links = {"Data package (ZIP)": ("package.zip", named, " download"), "For programs: the API": ("api", {}, "")}
    items = "".join(
        f"<li><a class='file' href='{escape(address.joined(path, parameters))}'{how}>{escape(label)}</a></li>"
        for label, (path, parameters, how) in links.items()
    )
    st.html(
        "<div class='files' role='group' aria-label='The whole collection'><p class='download'>The whole collection</p>"
        f"<ul>{items}</ul></div>"
    )
    versions()
    citing.offer("collection", collections.collection())


def versions() -> None:
    """List the versions of the collection that were kept, each as a link to the data as they were."""
    kept = queries.kept(collections.collection())
    if len(kept) < 2:
        return
    items = "".join(
        f"<li><a href='{escape(links.here(data=each.version))}'>{each.version}</a>, {day_words(each.built_on)}</li>"
        for each in reversed(kept)
    )
    st.html(f"<details class='taken'><summary>Every version that was kept</summary><ul>{items}</ul></details>")
