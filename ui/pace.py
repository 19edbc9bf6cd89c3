"""How fast actors reacted to an event, as a chart; the list of reactions is its table."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from charts import pace
from exports.phrases import count_words, day_words
from ui import names, pictures

# Fewer are read from the list at a glance.
FEWEST = 5

Row = Mapping[str, Any]


def draw(spoken: Sequence[Row]) -> None:
    """Draw when each actor first spoke on the issue that most reactions are on; nothing for few, or all on one day.

    Args:
        spoken: From `reactions_to_event`.
    """
    on_issue = [row["issue_id"] for row in spoken]
    issue = names.issue(max(sorted(set(on_issue)), key=on_issue.count))
    own = [row for row in spoken if row["issue_id"] == issue["issue_id"]]
    shown = pace.first_on_a_known_day(own)
    if len(shown) < FEWEST or len({row["days_first"] for row in shown}) == 1:
        return
    version, labels = names.collection()["data_version"], names.stance_labels(issue)
    source = f"Source: Démarche, data version {version}, {day_words(date.today())}"
    look = pace.Look(issue["title"], source, labels, pictures.is_dark())
    st.plotly_chart(pace.pace(own, look), key="pace", config=pace.CONFIG, alt=pace.alt_text(own, labels))
    missing = len({row["actor_id"] for row in own}) - len(shown)
    if missing:
        told = f"{count_words(missing, 'actor')} more, known by month or year only, {'is' if missing == 1 else 'are'}"
        st.html(f"<p class='note'>{escape(told)} in the list alone.</p>")
