"""Where does everyone stand? Actors or blocs on every issue, how they agree, and how united blocs voted."""

import streamlit as st

from ui import (
    answers,
    blocs,
    cohesion,
    downloads,
    matrix,
    matrix_answers,
    matrix_panel,
    matrix_rows,
    names,
    rows,
    rules,
    small_maps,
    states,
    taking,
)
from ui.view import View

matrix_rows.stop_if_too_many_issues()
view = matrix_rows.shown(View.from_session())
issues = rows.records("issues")
of_blocs = st.session_state["rows"] == "blocs"
found = matrix_rows.positions(view)
held = matrix_rows.by_actor(found)
organisations = blocs.blocs(found, view) if of_blocs else []
compared = st.session_state["with"]

if of_blocs:
    answer = blocs.answer(organisations, issues)
elif compared in held:
    answer = matrix_answers.compared(names.actor_names()[compared], matrix_rows.compare(held, compared))
else:
    answer = matrix_answers.actors(found, issues)
answers.show(answer, view, rule=rules.sentence(rules.chosen()))

drawing, panel = st.columns([2.3, 1], gap="medium")
with drawing:
    matrix.controls()
    if not any(row["stance"] for row in found):
        states.empty("Nobody has a position here.", "Take away a filter, or widen the dates.")
    elif of_blocs:
        matrix.organisations(organisations, issues)
    else:
        matrix.actors(held, issues, view)
    matrix.rule(view)
with panel:
    matrix_panel.panel(held, organisations)

st.header("The same on maps", anchor=False)
small_maps.draw(found, issues)
st.header("How united were blocs when they voted?", anchor=False)
cohesion.draw(view)
st.header("Take it with you", anchor=False)
downloads.offer(matrix_rows.asked(view), len(found))
taking.offer(matrix_rows.asked(view))
