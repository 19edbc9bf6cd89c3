"""How did its position unfold? What one actor said over the years, where it changed, in whose voice, who agrees."""

import streamlit as st

from ui import (
    actor,
    actor_answers,
    agreements,
    answers,
    changes,
    downloads,
    rows,
    stance_tables,
    stances,
    successive,
    taking,
    then_and_now,
    voices,
    words_and_votes,
)
from ui.view import View

view, actor_id = View.from_session(), actor.select()
if not actor_id:
    answers.show(actor_answers.actors(rows.records("actors")), view, filtered=False)
    actor.browse()
    st.stop()

found = rows.records("actor_by_id", actor_id=actor_id)[0]
history = rows.records("position_history", actor_id=actor_id)
answers.show(actor_answers.positions(found, history), view, filtered=False)
if not history:
    actor.identity(found)
else:
    stances.lines(found, history)
    stance_tables.show(found, history)
    st.header("Where its position changed", anchor=False)
    changes.show(history)
    st.header("Two days compared", anchor=False)
    then_and_now.show(actor_id, view)
    st.header("How its wording changed", anchor=False)
    successive.show(actor_id)
st.header("In whose voice", anchor=False)
voices.show(actor_id)
words_and_votes.of_every_issue(actor_id)
agreements.show(found)
if history:
    st.header("Take it with you", anchor=False)
    stances.offer(found, history)
    said = View.whole().only(actors=[actor_id])
    downloads.statements(said, found["count_statements"])
    taking.offer(said.asked("statements"), ("timeline", "table"))
