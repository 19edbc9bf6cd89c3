"""The timeline to take away: a picture with title, legend, figures, source and link."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import exports
from charts.timeline_picture import Caption, picture
from exports.phrases import range_words
from ui import downloads, names, permalink, picture_files
from ui.view import View


def offer(drawing: Mapping[str, Any], view: View, answer: str) -> None:
    """Show a button for each form of the picture.

    Args:
        drawing: From `charts.timeline.drawing`, as the page shows it.
        view: The filters.
        answer: The figures in a sentence, plain text.
    """
    about = downloads.describe(view.asked("events"), _events(drawing))
    caption = Caption(
        title=names.issue_titles()[view.issue or names.EVERY_ISSUE],
        subtitle=rule(view),
        total=answer,
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer="",
        link=permalink.whole(),
    )
    stem = exports.stem(replace(about, table="timeline"))
    picture_files.offer("The timeline", stem, partial(picture, drawing, caption), caption)


def rule(view: View) -> str:
    """Say which statements are counted: the dates, and what else narrows the view."""
    narrowed = "; ".join(f"{name.lower()}: {value}" for name, value in view.words()[2:])
    return f"{range_words(view.since, view.until)}. Counted: {f'only {narrowed}' if narrowed else 'every statement'}."


def _events(drawing: Mapping[str, Any]) -> int:
    return sum(len(lane["events"]) for lane in drawing["lanes"])
