"""Who stands where? Positions of states on one issue as of a day, what changed since another, and the evidence."""

import streamlit as st

from ui import ahead, answers, comparison, downloads, frame, map_files, position, rules, states, tables, world
from ui.scene import Scene
from ui.view import View


@st.fragment
def explore() -> None:
    """Show the issue, the answer, the map and the panel beside it."""
    ahead.begin()
    frame.choose_issue(ahead.go_ahead)
    scene = Scene.of_session()
    if scene:
        answers.show(scene.answer(), scene.view, rule=rules.sentence(rules.chosen()))
        shown, panel = st.columns([2.3, 1], gap="medium")
        with shown:
            world.draw(scene)
            position.explanation(scene.view)
            comparison.choose(scene.view, ahead.go_ahead)
        with panel:
            position.panel(scene.found, scene.view, ahead.keep_up)
            if scene.before:
                comparison.of_chosen(scene.compared, scene.issue, scene.before)


explore()
scene = Scene.of_session()
if not scene:
    answers.show("A map shows one issue at a time.", View.from_session())
    states.empty("No issue is chosen.", "Choose one above; Timeline and Statements can show all of them.")
    st.stop()
view, issue = scene.view, scene.issue
if scene.before:
    st.header("Who moved", anchor=False)
    comparison.movers(scene.compared, issue)
st.header("Who counts", anchor=False)
rules.choose(view)
rules.totals(view, issue, rules.chosen())
comparison.words_against_votes(view)
st.header("All positions", anchor=False)
tables.positions(scene.found, issue)
st.header("Take it with you", anchor=False)
map_files.offer(scene)
downloads.offer("positions", "positions_as_of", view.parameters() | rules.chosen(), view, len(scene.found))
downloads.statements(view, view.size()["count_statements"])
