"""The map to take away: a picture with title, legend, counting rule, source and link."""

import json
from dataclasses import replace
from functools import partial

import streamlit as st

import exports
from charts import map as charted
from charts.map_picture import Caption, picture
from exports.phrases import range_words
from ui import downloads, permalink, picture_files, rules
from ui.scene import Scene
from ui.vocabulary import MAP_VIEWS


def offer(scene: Scene) -> None:
    """Show a button for each form of the picture."""
    part, rule, view = st.session_state["view"], rules.chosen(), scene.view
    about = downloads.describe(view.asked("positions", **rules.taken(rule)), scene.count())
    since = f"-{scene.before}" if scene.before else ""
    caption = Caption(
        title=scene.issue["title"],
        subtitle=f"{range_words(view.since, view.until)}. Counted: {rules.sentence(rule)}.",
        total=scene.answer(),
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer=charted.DISCLAIMER,
        link=permalink.whole(),
    )
    picture_files.offer(
        f"The map: {MAP_VIEWS[part]}",
        exports.stem(replace(about, table=f"map-{part}{since}")),
        partial(_drawn, scene.written(), caption, part),
        caption,
    )


def _drawn(written: str, caption: Caption, part: str) -> str:
    return picture(json.loads(written), caption, part)
