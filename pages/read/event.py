"""Who reacted, and how fast? One event: what happened, where, who spoke on it in which order, and who was not found."""

import streamlit as st

from ui import answers, citing, downloads, event, event_answers, pace, reactions, rows, searches, taking, vote_series
from ui.view import View

view, event_id = View.from_session(), event.select()
if not event_id:
    answers.show(event_answers.events(rows.records("events")), view, filtered=False)
    event.browse()
    st.stop()

found = rows.records("event_by_id", event_id=event_id)[0]
spoken = rows.records("reactions_to_event", event_id=event_id)
searched = rows.records("searches_on_event", event_id=event_id)
answers.show(event_answers.reactions(spoken, searched), view, filtered=False)
event.account(found)
if spoken:
    st.header("Who reacted, in order", anchor=False)
    pace.draw(spoken)
    reactions.by_actor(spoken)
    st.header("What they said, issue by issue", anchor=False)
    reactions.by_issue(spoken)
st.header("Who was searched for", anchor=False)
searches.show(searched)
vote_series.show(found, spoken)
st.header("Take it with you", anchor=False)
vote_series.offer(found, spoken)
reacted = View.whole().asked("reactions", event=event_id)
downloads.offer(reacted, len(spoken))
taking.offer(reacted, ("table",))
citing.offer("event", event_id)
