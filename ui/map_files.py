"""The map to take away: a picture with title, legend, counting rule, source and link."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import streamlit as st

import exports
from charts import map as charted
from charts.map_picture import FONTS, Caption, picture
from exports import png_file
from ui import downloads, rules
from ui.dates import range_words
from ui.scene import Scene
from ui.vocabulary import MAP_VIEWS

LABELS = {"svg": ("SVG", "image/svg+xml"), "png": ("PNG", "image/png")}


def offer(scene: Scene) -> None:
    """Show a button for each form of the picture; it is drawn when the reader asks for it."""
    part, rule, view, drawn = st.session_state["view"], rules.chosen(), scene.view, scene.drawing()
    about = downloads.describe("positions", "positions_as_of", view.parameters() | rule, view, len(scene.found))
    since = f"-{scene.before}" if scene.before else ""
    kind = f"map-{part}{since}"
    caption = Caption(
        title=scene.issue["title"],
        subtitle=f"{range_words(view.since, view.until)}. Counted: {rules.sentence(rule)}.",
        total=scene.answer(),
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer=charted.DISCLAIMER,
        link=downloads.link(view, **rules.address(rule)),
    )
    with st.container(horizontal=True, gap="small", key="download-picture"):
        st.html(f"<p class='download'>The map: {escape(MAP_VIEWS[part])}</p>", width="content")
        for form, (label, mime) in LABELS.items():
            st.download_button(
                label,
                data=partial(file, drawn, caption, part, form),
                file_name=f"{exports.stem(replace(about, table=kind))}.{form}",
                mime=mime,
                on_click="ignore",
                key=f"picture-{form}",
                help=f"The map as {label}, with title, legend, counting rule, source and link",
            )


def file(drawn: Mapping[str, Any], caption: Caption, part: str, form: str) -> bytes:
    """Draw the picture in one form."""
    text = picture(drawn, caption, part)
    if form == "svg":
        return text.encode()
    said = {
        "Title": caption.title,
        "Source": caption.source,
        "Comment": f"{caption.total} {caption.subtitle} {caption.link}",
    }
    return png_file.write(text, FONTS, said)
