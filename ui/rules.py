"""Who counts? The reader's counting rule: as parameters, in words, and what would come out under every other one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pandas as pd
import streamlit as st

from exports import rule as counting
from exports.answers import STATES
from exports.vocabulary import COUNTED, VOICES
from ui import names, rows, tables
from ui.markup import plain
from ui.view import View

# More names than this bury the figures.
MOST_NAMES = 8

Row = Mapping[str, Any]
Rule = dict[str, Any]


def chosen() -> Rule:
    """Give the reader's rule as parameters of a question about positions: voices, un_members_only, through."""
    state = st.session_state
    return rule(state["voice"], state["through"], un_members_only=state["count"] == "un")


def rule(voices: Sequence[str], through: Sequence[str], *, un_members_only: bool) -> Rule:
    """Write a rule as parameters; every voice, and no organisation, are None."""
    counted = [voice for voice in VOICES if voice in voices]
    every = not counted or len(counted) == len(VOICES)
    return {
        "voices": None if every else counted,
        "un_members_only": un_members_only,
        "through": sorted(through) or None,
    }


def taken(parameters: Mapping[str, Any]) -> Rule:
    """Write a rule as what narrows a table to take along (see `exports.Asked`)."""
    return {
        "voices": tuple(parameters["voices"] or ()),
        "un_members_only": parameters["un_members_only"],
        "through": tuple(parameters["through"] or ()),
    }


def sentence(parameters: Mapping[str, Any]) -> str:
    """Say a rule: own voice only; mentions in lists count; all states and authorities."""
    return counting.sentence(
        parameters["voices"] or (),
        parameters["through"] or (),
        names.actor_names(),
        un_members_only=parameters["un_members_only"],
    )


def address(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rule among the parameters of a question as parameters of an address."""
    if "un_members_only" not in parameters:
        return {}
    return {
        "through": parameters["through"] or [],
        "voice": parameters["voices"] or [],
        "count": "un" if parameters["un_members_only"] else "everyone",
    }


def choose(view: View, on_change: Callable[[], None] | None = None) -> None:
    """Offer who counts: voices, members, and the organisations whose voice their members may borrow.

    Args:
        view: The filters.
        on_change: Called when the reader has chosen.
    """
    st.pills(
        "Voices that count (none chosen: all)",
        [*VOICES],
        format_func=VOICES.__getitem__,
        key="voice",
        selection_mode="multi",
        wrap=True,
        on_change=on_change,
    )
    lenders = {lender: plain(words) for lender, words in speaking(view).items()}
    if lenders:
        st.pills(
            "Also count members with their organisation (how many; hatched on the map)",
            [*lenders],
            format_func=lenders.__getitem__,
            key="through",
            selection_mode="multi",
            wrap=True,
            on_change=on_change,
        )
    st.segmented_control(
        "Who counts", [*COUNTED], format_func=COUNTED.__getitem__, key="count", required=True, on_change=on_change
    )


def speaking(view: View) -> dict[str, str]:
    """Name the organisations in view whose voice their members may borrow, with the number of members."""
    # Whoever the reader looks at, every organisation that spoke on the issue can lend its voice.
    asked = view.only(actors=[], members_of=[], stances=[]).parameters()
    found = rows.records("organisations_in_view", **asked)
    named = {row["actor_id"]: f"{row['actor_name']} ({row['count_members']:,})" for row in found}
    # An organisation that the address names stays on offer where it says nothing, so that it can be taken away.
    return named | {
        lender: names.actor_names()[lender] for lender in st.session_state["through"] if lender not in named
    }


def every(view: View, now: Rule) -> Iterator[Rule]:
    """Give every rule there is to compare: own or also borrowed, with lists or without, all or UN members only."""
    narrow = [lender for lender in speaking(view) if lender not in counting.WIDE]
    lenders = now["through"] or narrow
    voices = now["voices"] or [*VOICES]
    for through, listed, un_members_only in product(([], lenders), (True, False), (False, True)):
        counted = [voice for voice in voices if listed or voice != "list"]
        if counted:
            yield rule(counted, through, un_members_only=un_members_only)


def totals(view: View, issue: Row, now: Rule) -> None:
    """Show what each rule would count, and who would stand elsewhere than under the reader's own.

    Args:
        view: The filters.
        issue: From `issues`, with its words for each stance.
        now: The reader's rule.
    """
    # Eight questions: asked only when somebody looks.
    shelf = st.expander(
        "Totals under every counting rule, and who would stand elsewhere", on_change="rerun", key="totals"
    )
    if not shelf.open:
        return
    asked = view.parameters()
    here = _stances(rows.records("positions_as_of", **asked, **now))
    found = {sentence(each): _stances(rows.records("positions_as_of", **asked, **each)) for each in every(view, now)}
    labels = names.stance_labels(issue)
    table = pd.DataFrame(
        [
            {"Rule": f"{said} (yours)" if said == sentence(now) else said}
            | {label: list(stances.values()).count(stance) for stance, label in labels.items()}
            | {"Stand elsewhere than under yours": _flips(here, stances)}
            for said, stances in found.items()
        ]
    )
    with shelf:
        tables.show(table, "rules", "States by position under every counting rule, and who stands elsewhere")


def _stances(found: Sequence[Row]) -> dict[str, str]:
    """The states with a position, and their stances."""
    return {row["actor_name"]: row["stance"] for row in found if row["actor_kind"] in STATES and row["stance"]}


def _flips(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    moved = sorted(name for name in {*here, *there} if here.get(name) != there.get(name))
    rest = len(moved) - MOST_NAMES
    return ", ".join(moved[:MOST_NAMES]) + (f" and {rest:,} more" if rest > 0 else "")
