"""The part of the map page that runs ahead of the rest: answer, map, and the panel beside it."""

import streamlit as st

from ui import ahead, answers, comparison, explanation, panels, position, rules, states, world
from ui.scene import Scene


@st.fragment(key=panels.FIRST)
def explore() -> None:
    """Show the answer, the map and the panel beside it."""
    ahead.begin()
    scene = Scene.of_session()
    if not scene and ahead.step():
        # Without a map nothing could ask for the rest of the page.
        st.rerun()
    if scene:
        answers.show(scene.answer(), scene.view, rule=rules.sentence(rules.chosen()))
        if not scene.has_positions():
            states.empty("Nobody has a position here.", "Take away a filter, widen the dates, or choose another issue.")
        shown, panel = st.columns([2.3, 1], gap="medium")
        with shown:
            world.draw(scene)
            if scene.before:
                comparison.of_chosen(scene.compared, scene.issue, scene.before)
            explanation.show(scene.view)
            comparison.choose(scene.view, ahead.go_ahead)
        with panel:
            position.panel(scene.positions, scene.view, ahead.keep_up)
