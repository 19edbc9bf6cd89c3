"""Who stands where? Positions of states on one issue as of a day, what changed since another, and the evidence."""

import streamlit as st

from ui import (
    ahead,
    answers,
    chronology,
    comparison,
    downloads,
    explorer,
    frame,
    map_files,
    panels,
    rules,
    states,
    tables,
    taking,
    words_and_votes,
)
from ui.scene import Scene
from ui.view import View


@st.fragment(key=panels.REST)
def rest() -> None:
    """Show what stands below the map."""
    ahead.begin()
    scene = Scene.of_session()
    if not scene:
        return
    view, issue = scene.view, scene.issue
    chronology.strip(View.from_session())
    if scene.before:
        st.header("Who moved", anchor=False)
        comparison.movers(scene.compared, issue)
    st.header("Who counts", anchor=False)
    rules.choose(view, panels.follow)
    rules.totals(view, issue, rules.chosen())
    words_and_votes.show(view)
    st.header("All positions", anchor=False)
    tables.positions(scene.positions, issue, scene.key)
    st.header("Take it with you", anchor=False)
    map_files.offer(scene)
    positions = view.asked("positions", **rules.taken(rules.chosen()))
    downloads.offer(positions, scene.count())
    downloads.statements(view, view.size()["count_statements"])
    taking.offer(positions, ("map", "timeline", "table"))


frame.choose_issue(panels.run_ahead)
explorer.explore()
if not Scene.of_session():
    answers.show("A map shows one issue at a time.", View.from_session())
    states.empty("No issue is chosen.", "Choose one above; Timeline and Statements can show all of them.")
    st.stop()
rest()
panels.complete()
