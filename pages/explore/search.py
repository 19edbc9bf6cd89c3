"""Where do these words stand? Sources, statements, events and actors by full text, and who said it where and when."""

import streamlit as st

from ui import (
    answers,
    citing,
    downloads,
    mention_answers,
    search,
    search_box,
    search_facets,
    search_help,
    search_hits,
    search_mentions,
    states,
)
from ui.view import View

view, state = View.from_session(), st.session_state
search_box.show("search-here", "Words, “a phrase”, beginning*, OR, NOT")
asked = search.asked(view)
if not asked.text:
    search_help.invite(view)
    st.stop()

found, is_map = search.page_of(asked, state["page"]), state["show"] == "map"
mentioned = search_mentions.found_by(asked, view) if is_map else None
told = mention_answers.answer(mentioned) if mentioned else search.answer(found, asked)
answers.show(told, view, filtered=False, shown=search.scope(view))
search_help.notes(search.notes(found, asked))
search_help.choose(found)
if mentioned:
    search_mentions.show(mentioned, view)
else:
    if not found.total:
        states.empty("Nothing was found.", "Take a word away, allow similar spellings, or widen the dates and filters.")
    hits, facets = st.columns([2.3, 1], gap="large")
    with facets:
        search_facets.show(found, asked)
    with hits:
        search_hits.show(found.hits, asked.text)
        search_help.turn_pages(found.total)
    taken = search.taken(asked)
    downloads.offer(taken, found.total)
    citing.view(taken)
search_help.explain()
