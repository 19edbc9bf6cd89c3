"""Who stands where on every issue: the rows of the matrix, their order, and how each agrees with a chosen actor."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from charts.matrix import Line
from exports import Asked
from exports.phrases import count_words
from exports.tables import MOST_ISSUES
from methods.agreement import Agreement, agreement
from ui import names, rows, rules, states
from ui.view import View

# With one position there is nothing to compare; whom the reader asked for is shown in any case.
FEWEST_ISSUES = 2

Row = Mapping[str, Any]
Held = dict[str, dict[str, Row]]


def shown(view: View) -> View:
    """Give the view that the matrix has of the reader's: every issue, and whom it takes to answer.

    How many members of an organisation stand where is asked of all of them, and whom others are compared with is
    always among the chosen actors.
    """
    actors = [] if st.session_state["rows"] == "blocs" else view.actors
    compared = st.session_state["with"]
    if actors and compared:
        actors = [*dict.fromkeys([*actors, compared])]
    return view.only(issue="", actors=actors)


def too_many_issues() -> str:
    """Say that the collection has more issues than can be shown at once; empty where it has not."""
    count = len(rows.records("issues"))
    return f"{count:,} issues are more than can be set side by side." if count > MOST_ISSUES else ""


def stop_if_too_many_issues() -> None:
    """End the page with a sentence where the collection has more issues than can be shown at once."""
    if crowd := too_many_issues():
        states.empty(crowd, "Choose one on the map, or an actor to see how its positions unfolded.")
        st.stop()


def parameters(view: View) -> dict[str, Any]:
    """Give what the question about every issue takes: the view, and the reader's counting rule."""
    return {name: value for name, value in view.parameters().items() if name != "issue_id"} | rules.chosen()


def asked(view: View) -> Asked:
    """Ask for the same rows, to take along."""
    return view.asked("positions", **rules.taken(rules.chosen()))


def positions(view: View) -> list[dict[str, Any]]:
    """Give every actor's position on every issue as of the last day of the view."""
    return rows.records("positions_on_every_issue", **parameters(view))


def by_actor(found: Sequence[Row]) -> Held:
    """Sort positions and silences by actor and issue."""
    held: Held = {}
    for row in found:
        held.setdefault(row["actor_id"], {})[row["issue_id"]] = row
    return held


def stances(cells: Mapping[str, Row]) -> dict[str, str | None]:
    """Give an actor's stance by issue, in its own voice: two that borrow one voice would agree by that alone."""
    return {issue: row["stance"] for issue, row in cells.items() if row["voice"] == "own"}


def count_positions(cells: Mapping[str, Row]) -> int:
    """Count the issues on which an actor has a position."""
    return sum(row["stance"] is not None for row in cells.values())


def compare(held: Held, compared: str | None) -> dict[str, Agreement]:
    """Compare every actor with one; empty where there is none to compare with."""
    if compared not in held:
        return {}
    own = stances(held[compared])
    return {actor: agreement(own, stances(cells)) for actor, cells in held.items() if actor != compared}


def ordered(held: Held, agreements: Mapping[str, Agreement], fewest: int) -> list[str]:
    """Put actors in order: by agreement, highest first, or else by the number of issues; then by name.

    Args:
        held: From `by_actor`.
        agreements: From `compare`; the actor that all are compared with is missing from them, and comes first.
        fewest: How many positions an actor needs to be shown.
    """

    def place(actor: str) -> tuple[int, float, int, int, str]:
        count, name, found = count_positions(held[actor]), names.actor_names()[actor], agreements.get(actor)
        if found is None:
            return 0, 0, 0, -count, name
        return (
            (2, 0, -found.shared, -count, name)
            if found.index is None
            else (1, -found.index, -found.shared, -count, name)
        )

    compared = held.keys() - agreements.keys() if agreements else set()
    return sorted((actor for actor in held if actor in compared or count_positions(held[actor]) >= fewest), key=place)


def lines(held: Held, agreements: Mapping[str, Agreement], fewest: int) -> list[Line]:
    """Write the rows of the grid in their order, each with its agreement or its number of issues."""
    return [
        Line(
            actor,
            names.actor_names()[actor],
            *_note(held[actor], agreements.get(actor), is_compared=bool(agreements)),
            held[actor],
        )
        for actor in ordered(held, agreements, fewest)
    ]


def _note(cells: Mapping[str, Row], found: Agreement | None, *, is_compared: bool) -> tuple[str, str]:
    if found is None and is_compared:
        return "", "The one that all others are compared with"
    if found is None:
        count = count_positions(cells)
        return str(count), f"A position on {count_words(count, 'issue')}"
    shared = count_words(found.shared, "issue")
    if found.index is None:
        return "–", f"{shared.capitalize()} in common: too few to compare"
    return f"{found.index:.0%}", (
        f"{found.index:.0%} agreement over {shared} in common: {found.alike} alike, {found.near} where one takes no "
        f"side, {found.apart} opposed"
    )
