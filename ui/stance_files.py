"""The lines of an actor to take away: a picture with title, legend, source and link."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from charts.picture.caption import Caption
from charts.stance_lines_picture import picture
from ui import picture_files


def offer(what: str, stem: str, drawing: Mapping[str, Any], caption: Caption) -> None:
    """Show a button for each form of the picture.

    Args:
        what: What it shows, in words: Positions over time: Armenia.
        stem: The name of its files, without the ending.
        drawing: From `charts.stance_lines.drawing`, as the lines on the page show it.
        caption: What is written round it.
    """
    picture_files.offer(what, stem, partial(picture, drawing, caption), caption)
