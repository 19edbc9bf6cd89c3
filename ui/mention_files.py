"""The map and the timeline of some words to take away: pictures with title, legend, figures, source and link."""

from dataclasses import replace
from functools import partial

import streamlit as st

import exports
from charts import map as charted
from charts import map_picture, timeline_picture
from charts import mentions as counted
from charts.mentions import Mentions
from charts.picture.caption import Caption
from exports.phrases import range_words
from ui import downloads, mention_answers, picture_files
from ui.view import View
from ui.vocabulary import MAP_VIEWS


def offer(found: Mentions, view: View, link: str) -> None:
    """Show a button for each form of both pictures.

    Args:
        found: From `charts.mentions.count`.
        view: The filters.
        link: The whole address of this search.
    """
    part, words = st.session_state["view"], found.asked.words
    about = downloads.describe(view.asked("statements"), found.mentions)
    about = replace(
        about, table=f"mentions-map-{part}", subject=words, since=found.asked.since, until=found.asked.until
    )
    when = _caption(found, about, link)
    disclaimer = f"{mention_answers.undrawn(found)} {charted.DISCLAIMER}".strip()
    where = replace(when, title=f"Who mentions “{words}”?", disclaimer=disclaimer)
    picture_files.offer(
        f"The map: {MAP_VIEWS[part]}",
        exports.stem(about),
        partial(map_picture.picture, counted.on_map(found), where, part),
        where,
        key="mentions-map",
    )
    picture_files.offer(
        "The timeline",
        exports.stem(replace(about, table="mentions-timeline")),
        partial(timeline_picture.picture, counted.over_time(found), when),
        when,
        key="mentions-timeline",
    )


def _caption(found: Mentions, about: exports.About, link: str) -> Caption:
    asked = found.asked
    return Caption(
        title=f"When was “{asked.words}” mentioned?",
        subtitle=f"{range_words(asked.since, asked.until)}. Counted: {asked.noun[1]} with a known actor and year.",
        total=mention_answers.answer(found),
        source=f"Source: {about.citation} Licence: {about.licence}.",
        disclaimer="",
        link=link,
    )
