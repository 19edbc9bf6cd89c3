"""What rests on a source: the claims by passage, and which other sources carry the same statement."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from exports.vocabulary import ATTRIBUTIONS
from ui import corroboration, evidence, links, names, rows
from ui.passages import Passage

Row = Mapping[str, Any]
# Of more statements together, the other sources wait behind a line each.
FEW = 2


class Known(NamedTuple):
    """What all claims of a source are shown with: their evidence by statement, and which statement stands out."""

    evidence: Mapping[str, Sequence[Row]]
    chosen: str


def beside_text(found: Sequence[Passage], whole: Sequence[Row], chosen: str) -> None:
    """Show what rests on each passage of a text, and what rests on the source as a whole.

    Args:
        found: The passages.
        whole: From `passages_of_source`: statements that rest on no passage.
        chosen: Statement that stands out; empty for none.
    """
    known = Known(evidence_of([*(row for passage in found for row in passage.statements), *whole]), chosen)
    for number, passage in enumerate(found, 1):
        heading = f"<p class='passage' id='claims-{number}'><a href='#passage-{number}'>Passage {number}</a></p>"
        st.html(heading + together(passage.statements, known))
    if whole:
        st.html(f"<p class='passage'>The source as a whole</p>{together(whole, known)}")


def in_full(found: Sequence[Row], chosen: str) -> None:
    """Show all that rests on a source of which no text is held, with our summaries.

    Args:
        found: From `passages_of_source`.
        chosen: Statement that stands out; empty for none.
    """
    known = Known(evidence_of(found), chosen)
    is_few = len(found) <= FEW
    st.html("".join(with_summary(row, known, is_few) for row in found) + alone(found, known))


def evidence_of(found: Iterable[Row]) -> dict[str, list[Row]]:
    """Give all evidence of statements, from every source, by the statements' ids."""
    all_of: dict[str, list[Row]] = {row["statement_id"]: [] for row in found}
    for row in rows.records("evidence_of_statements", statement_ids=[*all_of]):
        all_of[row["statement_id"]].append(row)
    return all_of


def together(found: Sequence[Row], known: Known) -> str:
    """Write as HTML what statements of one passage say and who made them; what they share is said once."""
    said = dict.fromkeys(f"{links.named('issue', row['issue_title'])}: {escape(row['stance_label'])}" for row in found)
    ways = {way(row) for row in found}
    shared = f" · {way(found[0])}" if len(ways) == 1 else ""
    is_few = len(found) <= FEW
    told = "".join(
        f"<p class='told'>{who(row, known)}{'' if shared else f' · {way(row)}'}</p>{others(row, known, is_few)}"
        for row in found
    )
    return f"<p class='why'>{'; '.join(said)}{shared}</p>{told}{alone(found, known)}"


def with_summary(row: Row, known: Known, is_few: bool) -> str:
    """Write a statement as HTML: who and when, how the source has it, where in it, and what we say of it."""
    said = f"{who(row, known)}: {links.named('issue', row['issue_title'])} – {escape(row['stance_label'])} · {way(row)}"
    locator = f" · <span class='prose'>{escape(row['locator'])}</span>" if row["locator"] else ""
    summary = f"<p class='summary'>{escape(row['summary'])}</p>"
    return f"<p class='told'>{said}{locator}</p>{summary}{others(row, known, is_few)}"


def who(row: Row, known: Known) -> str:
    """Write as HTML who made a statement, and a link to it."""
    actor = links.actor(row["actor_id"], row["actor_name"])
    # Of every issue, so that the table that opens holds the statement whatever issue is in view.
    date = links.anchor("statements", row["date_label"], statement=row["statement_id"], issue=names.EVERY_ISSUE)
    return f"{'→ ' if row['statement_id'] == known.chosen else ''}{actor}, statement of {date}"


def way(row: Row) -> str:
    """Write as HTML how the source comes to have a statement."""
    return escape("Recorded vote" if row["kind"] == "vote" else ATTRIBUTIONS[row["attribution"]])


def others(row: Row, known: Known, is_open: bool) -> str:
    """Write as HTML which other sources carry a statement, what each of them is, and what that is worth together.

    Args:
        row: From `passages_of_source`.
        known: All evidence.
        is_open: Whether they are in sight, or behind the sentence that counts them; of the chosen statement they are.
    """
    mine = known.evidence[row["statement_id"]]
    firsts = {each["source_id"]: each for each in reversed(mine) if each["source_id"] != row["source_id"]}
    if not firsts:
        return ""
    weighed = corroboration.weigh(mine)
    items = "".join(
        f"<li>“{evidence.title(each)}”<br>{evidence.how(each, row, weighed)}: {evidence.published_by(each)}</li>"
        for each in reversed(firsts.values())
    )
    own = corroboration.role(next(each for each in mine if each["source_id"] == row["source_id"]), weighed)
    opened = " open" if is_open or row["statement_id"] == known.chosen else ""
    return (
        f"<details class='others'{opened}><summary>{corroboration.sentence(mine)}</summary>"
        f"<p>{own and f'This source: {own.lower()}. '}Also in</p><ul>{items}</ul></details>"
    )


def alone(found: Sequence[Row], known: Known) -> str:
    """Write as HTML how many of these statements no other source carries."""
    many = sum(
        all(each["source_id"] == row["source_id"] for each in known.evidence[row["statement_id"]]) for row in found
    )
    if not many:
        return ""
    these = "this" if len(found) == 1 else "these" if many == len(found) else "the other"
    which = f"{these} statement" if many == 1 else f"{these} {many:,} statements"
    return f"<p class='note'>No other source carries {which}.</p>"
