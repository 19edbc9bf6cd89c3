"""The rows behind the timeline as tables: statements by period and stance, and events."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from charts import timeline
from exports.vocabulary import EVENT_KINDS, STANCES
from ui import names, rows, tables
from ui.view import View

Row = Mapping[str, Any]


def counts(counted: Sequence[Row], view: View) -> None:
    """Show the rows behind the bars as a table: how many statements of each stance in each period.

    Args:
        counted: From `statements_per_bin`.
        view: The filters.
    """
    labels = names.stance_labels(names.issue(view.issue)) if view.issue else STANCES
    name = timeline.bin_for(view.since, view.until)
    tables.show(
        pd.DataFrame(
            {
                "From": [max(row["starts"], view.since) if row["is_certain"] else row["starts"] for row in counted],
                "To": [min(row["ends"], view.until) for row in counted],
                "Stance": [labels[row["stance"]] for row in counted],
                "Statements": [row["count_statements"] for row in counted],
                "Date": [f"Within this {name}" if row["is_certain"] else "Month or year only" for row in counted],
            }
        ),
        "counts",
        f"Statements by stance for each {name}, and those dated by month or year only",
    )


def events(view: View) -> None:
    """Show the events of the range as a table, each with its number of statements in view."""
    happened = rows.records("events_in_range", **view.parameters())
    shown = pd.DataFrame(
        {
            "From": [row["start_date"] for row in happened],
            "To": [row["end_date"] for row in happened],
            "Event": [row["title"] for row in happened],
            "Kind": [EVENT_KINDS[row["kind"]] for row in happened],
            "Place": [row["place"] for row in happened],
            "Statements in view": [row["count_statements"] for row in happened],
        }
    )
    linked = tables.linked(shown, Event=("event", [row["event_id"] for row in happened]))
    tables.show(linked, "events", "Events in the range, with the number of statements in view on each")
