"""The quoted passages of a source to take away, as annotations that other programs can lay over its page."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

import exports
import queries
from exports import About, annotations, description
from exports.phrases import count_words
from ui import collections, downloads, rows
from ui.view import View

Row = Mapping[str, Any]
QUESTION = "annotations_of_source"


def offer(source: Row, view: View) -> None:
    """Show a button for the annotations of a source; nothing where none of its passages is quoted.

    Args:
        source: From `source_by_id`.
        view: The filters, for the link that the file gives; they narrow nothing here.
    """
    count = rows.table(QUESTION, source_id=source["source_id"]).num_rows
    if not count:
        return
    about = describe(source, view, count)
    with st.container(horizontal=True, gap="small", key="download-annotations"):
        st.html(f"<p class='download'>All {count_words(count, 'quoted passage')}</p>", width="content")
        st.download_button(
            "Web annotations",
            data=partial(file, collections.chosen(), source["source_id"], about),
            file_name=f"{exports.stem(about)}.{annotations.EXTENSION}",
            mime=annotations.MIME,
            on_click="ignore",
            key="annotations-jsonld",
            help="Each passage with what we claim of it, as JSON-LD in the W3C Web Annotation Data Model",
        )


def describe(source: Row, view: View, count: int) -> About:
    """Say what a file of annotations is about: one source, whole, whatever the filters are."""
    about = downloads.describe(view.asked("evidence"), count)
    return replace(
        about,
        title=f"What Démarche quotes from “{source['title']}”",
        filters=(("Source", source["title"]),),
        columns=description.columns(collections.chosen(), QUESTION, "evidence"),
        table="annotations",
        subject=source["source_id"],
        since=None,
        until=None,
    )


def file(collection_id: str, source_id: str, about: About) -> bytes:
    """Make the file, whole; called when it is asked for, outside the run of the page that offers it."""
    return annotations.write(queries.run_on(collection_id, QUESTION, source_id=source_id), about)
