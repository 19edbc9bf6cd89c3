"""A statement and what it rests on: claim, excerpt, source, original and archived copy."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

import streamlit as st

from charts.theme import palette
from exports import text_fragment
from exports.citations import quoting
from exports.vocabulary import ATTRIBUTIONS, KINDS
from methods.independence import Weighed
from ui import correctable, corroboration, links, rows
from ui.markup import plain
from ui.pictures import is_dark

ARCHIVE = "https://web.archive.org/web/"
# Only the first few are opened out; a reader who wants all goes to the Statements page.
OPEN_STATEMENTS = 1

Row = Mapping[str, Any]


def statements(statement_ids: Sequence[str], *, is_correctable: bool = True) -> None:
    """Show statements, newest first, each with its evidence; the first open, the rest to open.

    Args:
        statement_ids: Ids that exist.
        is_correctable: Whether a link leads to their correction, where the collection can be changed.
    """
    found = rows.records("statements_by_id", statement_ids=[*statement_ids])
    evidence = rows.records("evidence_of_statements", statement_ids=[*statement_ids])
    for number, statement in enumerate(found):
        own = [row for row in evidence if row["statement_id"] == statement["statement_id"]]
        label = f"{statement['date_label']}: {statement['actor_name']} – {statement['stance_label']}"
        with st.container() if number < OPEN_STATEMENTS else st.expander(plain(label)):
            card(statement, own)
            if is_correctable:
                correctable.link(statement["statement_id"])


def card(statement: Row, evidence: Sequence[Row]) -> None:
    """Show one statement: the claim in our words, how well it is corroborated, then each source with its excerpt."""
    st.html(f"{claim(statement)}<p class='note'>{corroboration.sentence(evidence)}</p>")
    weighed = corroboration.weigh(evidence)
    for source_id in dict.fromkeys(row["source_id"] for row in evidence):
        source(statement, [row for row in evidence if row["source_id"] == source_id], weighed)


def claim(statement: Row) -> str:
    """Write a statement as HTML: who, when, stance, issue, summary, and what is doubtful about it."""
    colour = palette(is_dark()).stance(statement["stance"], "own")
    speaker = f", <span class='speaker'>{escape(statement['speaker'])}</span>" if statement["speaker"] else ""
    actor = links.actor(statement["actor_id"], statement["actor_name"])
    issue = links.issue(statement["issue_id"], statement["issue_title"])
    event = f" On: {links.event(statement['event_id'], statement['event_title'])}." if statement["event_id"] else ""
    doubt = f"<p class='doubt'><b>Doubtful:</b> {escape(statement['doubt'])}.</p>" if statement["doubt"] else ""
    return (
        f"<div class='claim' style='border-color: {colour}'>"
        f"<p class='stance'>{escape(statement['stance_label'])}</p>"
        f"<p class='who'><b>{actor}</b>{speaker} · {escape(statement['date_label'])} · "
        f"{escape(KINDS[statement['kind']])}</p>"
        f"<p class='summary'>{escape(statement['summary'])}</p>"
        f"<p class='note'>In our words. Issue: {issue}.{event}</p>{doubt}</div>"
    )


def source(statement: Row, passages: Sequence[Row], weighed: Weighed) -> None:
    """Show one source of a statement: its passages, whose it is, and the ways to it."""
    first = passages[0]
    quoted = "".join(excerpt(row) for row in passages if row["exact"])
    about = f"“{title(first)}”<br>{how(first, statement, weighed)}: {published_by(first)}"
    st.html(f"<div class='source'>{quoted}<p class='note'>{about}</p></div>")
    with st.container(horizontal=True, gap="medium"):
        label = "About this source" if first["start"] is None else "Read the sentence in the source"
        links.to("source", label, read=first["source_id"], statement=statement["statement_id"])
        outside(original(first), first["published"])


def excerpt(passage: Row) -> str:
    """Write a passage as HTML, in its context where the text is held."""
    if passage["start"] is None:
        return f"<blockquote>“{escape(passage['exact'])}”</blockquote>"
    return (
        f"<blockquote>…{escape(passage['text_before'])}<mark>{escape(passage['exact'])}</mark>"
        f"{escape(passage['text_after'])}…</blockquote>"
    )


def title(passage: Row) -> str:
    """Write as HTML a link to a source at the place that a statement rests on."""
    place = {"read": passage["source_id"], "statement": passage["statement_id"]}
    return links.anchor("source", passage["source_title"], **place)


def how(passage: Row, statement: Row, weighed: Weighed) -> str:
    """Write as HTML what a source is among those of a statement, and how it comes to know of the statement."""
    attribution = "Recorded vote" if statement["kind"] == "vote" else ATTRIBUTIONS[passage["attribution"]]
    return " · ".join(escape(each) for each in (corroboration.role(passage, weighed), attribution) if each)


def published_by(source: Row) -> str:
    """Write as HTML who published a source and when, and where in it the passage stands if that is known."""
    day = quoting.published(source["published"], source["date_precision"]) or "no date of publication known"
    locator = f"; <span class='prose'>{escape(source['locator'])}</span>" if source["locator"] else ""
    return f"{publisher(source)}, {escape(day)}{locator}"


def publisher(source: Row) -> str:
    """Write as HTML who published a source, and in which country; organisations publish too."""
    country = f" ({links.named('actor', source['publisher_country'])})" if source["publisher_country"] else ""
    return f"<span class='publisher'>{links.named('actor', source['publisher'])}</span>{country}"


def original(passage: Row) -> str:
    """Give the address of an original, at the passage if we hold its text."""
    url: str = passage["url"]
    if passage["start"] is None:
        return url
    text = rows.records("source_by_id", source_id=passage["source_id"])[0]["text"]
    return text_fragment.at_passage(url, text, passage["start"], passage["end"])


def outside(url: str, published: date | None) -> None:
    """Link to a page that is not ours and to an archived copy of about that day; both open in a new tab."""
    if not is_page(url):
        return
    # An ampersand as an entity, or Markdown would read "&copy" in an address.
    safe = escape_parentheses(quote(url, safe="/:?=&%#@,;+~!*'$").replace("&", "&amp;"))
    day = f"{published:%Y%m%d}/" if published else ""
    at = " at the passage" if ":~:" in url else ""
    st.markdown(f"[Original{at}]({safe}) · [Archived copy]({ARCHIVE}{day}{safe})")


def is_page(url: str) -> bool:
    """Tell whether an address is one that a reader can open; records and pages may hold any text."""
    return urlsplit(url).scheme in ("http", "https")


def escape_parentheses(url: str) -> str:
    """Keep parentheses in an address from ending a Markdown link."""
    return url.replace("(", "%28").replace(")", "%29")
