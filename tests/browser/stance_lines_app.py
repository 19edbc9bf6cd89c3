"""A page with the lines of an actor that was made up: python -m streamlit run tests/browser/stance_lines_app.py."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from tests.charts.stances import drawn, lane, member, numbered, said
from ui import stance_lines

MARKUP = "<img src=x onerror=window.ran=1>"
HEAP = ["2003-01-10", "2003-01-11", "2003-01-12", "2003-01-12", "2003-01-13", "2003-01-14", "2003-01-14"]
SPANS = [member("UN", "1992-03-02"), member("NAM", role="observer")]
SPANS += [member(f"Organisation {at}", f"{1999 + at}", "2008") for at in range(1, 9)]


def drawing(issue: int) -> dict[str, Any]:
    """What a page hands over: lanes with all that can occur, one more from the second on."""
    changed = lane(
        said("2000-05-01", "oppose"),
        said("2002-06-01", "support", attribution="listed"),
        said("2004", "neutral", summary=f"{MARKUP} it said."),
        said("2006-01-01", "support", kind="vote"),
        said("2008-02-03", "oppose"),
        said("2008-02-03", "support"),
        title="Recognition of the votes",
    )
    heap = lane(*numbered(HEAP), title=f"The treaty {MARKUP}")
    silent = lane(title="A long title of an issue that needs more than a line on a telephone, surely", note="Borduria")
    more = [lane(said("2007-07-07", "oppose"), title="One more")] if issue else []
    made: dict[str, Any] = drawn(
        changed, heap, silent, *more, spans=SPANS, shaded=(date(2003, 3, 1), date(2003, 8, 31))
    )
    return made


def hear(name: str, value: Any) -> None:
    """Keep what the lines report, as a page does."""
    st.session_state[name] = value
    st.session_state["heard"].append(f"{name} {value or 'nothing'}")


def show() -> None:
    """Draw the page."""
    for name, value in {"chosen": "", "issue": 0, "heard": []}.items():
        st.session_state.setdefault(name, value)
    st.title("Lines")
    stance_lines.show(drawing(st.session_state["issue"]), st.session_state["chosen"], partial(hear, "chosen"))
    st.text(", ".join(["Heard", *st.session_state["heard"]]))
    st.button("Another drawing", on_click=hear, args=("issue", 1 - st.session_state["issue"]))
    st.button("Choose the vote", on_click=hear, args=("chosen", "2006-01-01-support"))


if __name__ == "__main__":
    show()
