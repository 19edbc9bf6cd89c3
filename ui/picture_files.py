"""A picture to take away, as SVG and as PNG: drawn when the reader asks for it."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from charts.picture.caption import Caption
from charts.picture.type import FONTS
from exports import png_file

FORMS = {"svg": ("SVG", "image/svg+xml"), "png": ("PNG", "image/png")}


def offer(what: str, stem: str, draw: Callable[[], str], caption: Caption, key: str = "picture") -> None:
    """Show a button for each form of a picture.

    Args:
        what: What it shows, in words: The map: Europe.
        stem: The name of its files, without the ending.
        draw: Draws it as SVG, in `FONTS`.
        caption: What is written round it.
        key: Sets it apart from another picture of the same page.
    """
    with st.container(horizontal=True, gap="small", key=f"download-{key}"):
        st.html(f"<p class='download'>{escape(what)}</p>", width="content")
        for form, (label, mime) in FORMS.items():
            st.download_button(
                label,
                data=partial(file, draw, caption, form),
                file_name=f"{stem}.{form}",
                mime=mime,
                on_click="ignore",
                key=f"{key}-{form}",
                help=f"{what.partition(':')[0]} as {label}, with title, legend, counting rule, source and link",
            )


def file(draw: Callable[[], str], caption: Caption, form: str) -> bytes:
    """Draw the picture in one form."""
    text = draw()
    if form == "svg":
        return text.encode()
    said = {
        "Title": caption.title,
        "Source": caption.source,
        "Comment": f"{caption.total} {caption.subtitle} {caption.link}",
    }
    return png_file.write(text, FONTS, said)
