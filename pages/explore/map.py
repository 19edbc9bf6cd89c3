"""Who stands where? Positions of states on one issue as of a day, what changed since another, and the evidence."""

import streamlit as st

from charts import map as charted
from ui import answers, comparison, downloads, map_files, names, position, rules, states, tables, world

view = world.view_of_the_day()
if not view.issue:
    answers.show("A map shows one issue at a time.", view)
    states.empty("No issue is chosen.", "Choose one above; Timeline and Statements can show all of them.")
    st.stop()

issue, before = names.issue(view.issue), comparison.day(view)
found = world.positions(view)
compared = comparison.found(view, before) if before else []
answer = comparison.answer(compared, view, before) if before else answers.positions(found, issue, view)
answers.show(answer, view, rule=rules.sentence(rules.chosen()))

shown, panel = st.columns([2.3, 1], gap="medium")
with shown:
    drawn = charted.differences(compared, world.labels(issue)) if before else world.drawing(found, issue)
    world.draw(drawn, view)
    position.explanation(view)
    comparison.choose(view)
with panel:
    position.panel(found, view)
    if before:
        comparison.of_chosen(compared, issue, before)

if before:
    st.header("Who moved", anchor=False)
    comparison.movers(compared, issue)
st.header("Who counts", anchor=False)
rules.choose(view)
rules.totals(view, issue, rules.chosen())
comparison.words_against_votes(view)
st.header("All positions", anchor=False)
tables.positions(found, issue)
st.header("Take it with you", anchor=False)
map_files.offer(drawn, view, issue["title"], answer)
downloads.offer("positions", "positions_as_of", view.parameters() | rules.chosen(), view, len(found))
downloads.statements(view, view.size()["count_statements"])
