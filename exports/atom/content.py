"""What a follower reads of one statement: as HTML, since that is what readers of feeds show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any
from xml.etree.ElementTree import Element, tostring

from exports.atom.legal import element, is_web_address, legal, put
from exports.citations.quoting import published
from exports.phrases import day_words
from exports.vocabulary import ATTRIBUTIONS, KINDS

Row = Mapping[str, Any]


def html(statement: Row, evidence: Iterable[Row], corrections: Iterable[Row]) -> str:
    """Write a statement: what was corrected, what was said when and by whom, and what it rests on.

    Args:
        statement: Row of `statements_by_id`.
        evidence: Its rows of `evidence_of_statements`.
        corrections: Of it or of its evidence, newest first.

    Returns:
        HTML, not escaped.
    """
    made = element("div")
    for row in corrections:
        put(made, "p", correction(row))
    put(made, "p", f"{statement['date_label']}. {KINDS[statement['kind']]}. Speaker: {statement['speaker']}.")
    put(made, "p", statement["summary"])
    if statement["doubt"]:
        put(made, "p", f"In doubt: {statement['doubt']}")
    if statement["event_title"]:
        put(made, "p", f"In reaction to: {statement['event_title']}")
    known = put(made, "ul")
    for _, passages in groupby(evidence, itemgetter("attribution", "source_id")):
        _add_source(known, [*passages])
    return tostring(made, encoding="unicode", method="html")


def correction(row: Row) -> str:
    """Say what was corrected, and why."""
    return f"Corrected on {day_words(row['date'])}: {row['what']} Why: {row['why']}"


def _add_source(known: Element, passages: Sequence[Row]) -> None:
    source = passages[0]
    line = put(known, "li", f"{ATTRIBUTIONS[source['attribution']]}: ")
    if is_web_address(source["url"]):
        title = put(line, "a", source["source_title"], href=source["url"])
    else:
        title = put(line, "cite", source["source_title"])
    title.tail = legal(f", {', '.join(_facts(passages))}")
    for row in passages:
        if row["exact"]:
            put(line, "blockquote", row["exact"])


def _facts(passages: Sequence[Row]) -> Iterator[str]:
    source = passages[0]
    yield source["publisher"] + (f" ({source['publisher_country']})" if source["publisher_country"] else "")
    yield published(source["published"], source["date_precision"]) or "no date of publication known"
    yield from dict.fromkeys(row["locator"] for row in passages if row["locator"])
