"""In which words does the collection say what an article under review says, where the reviewer wrote none?"""

from ui import names
from ui.review_rows import LONGEST, Row


def summary(row: Row, publisher: str) -> str:
    """Say in a sentence who took which stance, in the words of the issue; empty until that is known."""
    if not (row.actor and row.issue and row.stance):
        return ""
    actor = names.actor_names()[row.actor]
    did = names.issue(row.issue)[f"{row.stance}_answer"]
    where = publisher or "the source"
    said = {
        "listed": f"{actor} {did}, by a list in {where}.",
        "press": f"{actor} {did}, {where} reported.",
        "direct": f"{actor} {did}.",
    }[row.attribution]
    return said if len(said) <= LONGEST["summary"] else f"{said[: LONGEST['summary'] - 1]}…"


def written(row: Row, publisher: str) -> str:
    """Give the summary of a row: the reviewer's words, else ours."""
    return row.summary.strip() or summary(row, publisher)
