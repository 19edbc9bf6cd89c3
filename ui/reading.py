"""What the page is told of a text: its pieces, the places found in it, and how its passages are cited and reached."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from exports import text_fragment
from exports.citations import quoting
from queries import full_text
from ui import evidence, links, names, source_facts
from ui.passages import Passage, passages, pieces, written

Row = Mapping[str, Any]
# Readers of one text ask for it again with every click; a text can have two megabytes.
KEPT_TEXTS = 40
LONGEST_WORDS = 200


class Text(NamedTuple):
    """A text in pieces, as the page takes it, and what was found out about it.

    Attributes:
        paragraphs: Each a list of pieces, as `passages.written` writes them.
        count_hits: At how many places it holds the words that are searched for.
        originals: The address of each passage in the original, empty where there is none.
    """

    paragraphs: list[list[str | dict[str, Any]]]
    count_hits: int
    originals: list[str]


def prepared(source: Row, found: Sequence[Row]) -> Text:
    """Cut the text of a source into pieces, from memory if that was done before.

    Args:
        source: From `source_by_id`, with a text.
        found: From `passages_of_source`.
    """
    state = st.session_state
    spans = tuple((passage.start, passage.end) for passage in passages(found))
    searched = (state["q"], state["similar"])
    return _prepared((source["text_sha256"], source["url"]), source["text"], spans, searched)


# What begins with an underscore is not looked at to find what is kept: the checksum stands for the text.
@st.cache_resource(show_spinner=False, max_entries=KEPT_TEXTS)
def _prepared(
    identity: tuple[str, str], _text: str, spans: Sequence[tuple[int, int]], searched: tuple[str, bool]
) -> Text:
    words, is_similar = searched
    hits = full_text.occurrences(_text, words, is_similar) if words else []
    originals = [text_fragment.at_passage(identity[1], _text, *span) for span in spans]
    return Text(
        [[*map(written, paragraph)] for paragraph in pieces(_text, spans, hits)],
        len(hits),
        [url if evidence.is_page(url) else "" for url in originals],
    )


def reading(source: Row, found: Sequence[Row], chosen: str) -> dict[str, Any]:
    """Say all that the page is to know of a text; it is drawn anew when `version` changes.

    Args:
        source: From `source_by_id`, with a text.
        found: From `passages_of_source`.
        chosen: Statement whose passages stand out; empty for none.
    """
    state = st.session_state
    quoted, text = passages(found), prepared(source, found)
    searched = {"q": state["q"], "similar": state["similar"]}
    return {
        "version": f"{source['source_id']} {source['text_sha256']} {searched}",
        "paragraphs": text.paragraphs,
        "language": source["language"],
        "words": state["q"],
        "place": place(),
        "lit": [number for number, passage in enumerate(quoted, 1) if rests_on(chosen, passage)],
        "passages": [
            {"href": href(source, passage), "original": original}
            for passage, original in zip(quoted, text.originals, strict=True)
        ],
        "address": links.href("source", read=source["source_id"], **searched),
        "citation": [*quoting.excerpts(source_facts.document(source), names.collection()["data_version"])],
    }


def place() -> str:
    """Name the place in the text that the address asks for: "hit 3", "paragraph 12" or nothing."""
    asked = [name for name in ("paragraph", "hit") if name in st.query_params]
    return f"{asked[0]} {st.session_state[asked[0]]}" if asked else ""


def rests_on(statement_id: str, passage: Passage) -> bool:
    """Tell whether a statement rests on a passage."""
    return any(row["statement_id"] == statement_id for row in passage.statements)


def href(source: Row, passage: Passage) -> str:
    """Write the address at which a passage is read beside what is claimed of it."""
    return links.href("source", read=source["source_id"], statement=passage.statements[0]["statement_id"])


def find(words: str) -> None:
    """Take the words that the reader wants found in the text."""
    st.session_state["q"] = "".join(filter(str.isprintable, words))[:LONGEST_WORDS]
