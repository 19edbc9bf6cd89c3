"""A page with a text that was made up, and nothing else: python -m streamlit run tests/browser/text_reader_app.py."""

import re
from datetime import date
from typing import Any

import streamlit as st

from exports.citations import quoting
from ui import text_reader
from ui.passages import pieces, written

MARKUP = "<script>window.ran=1</script><img src=x onerror=window.ran=1> & &lt;b&gt;"
# Of one paragraph a line: hostile, from right to left, with combining marks and signs beyond 16 bits, in odd line ends.
HOSTILE = (
    f"First {MARKUP} goes karabakh.\r\n\r\nשלום karabakh לכולם, ירושלים.\f"
    "Cafe\u0301 😀 karabakh👩\u200d👩\u200d👧 e\u0301\u2028A word 𝔘𝔫𝔦 and karabakh once more: karabakh.\n\n\n"
)
LONG = "\n\n".join(f"Paragraph {at}: of karabakh, and of much else. {'And so on. ' * 30}" for at in range(1, 121))
HUGE = "karabakh and some more words of it, " * 20_000
TEXTS = {"hostile": HOSTILE, "long": LONG, "huge": HUGE}
# The second begins within the first and ends in the next paragraph; the third is a word within both.
QUOTED = {
    "hostile": [(6, 40), (20, HOSTILE.index("לכולם")), (24, 30)],
    "long": [(LONG.index("of karabakh", 9_000), LONG.index("of karabakh", 9_000) + 30)],
    "huge": [(0, 8)],
}
DOCUMENT = quoting.Document(
    "A made-up “title”", "The Ruritanian", "Ruritania", date(2020, 12, 31), "year", "https://ex.org"
)


def found(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of the words as they are written, which is enough for these tests."""
    return [match.span() for match in re.finditer(re.escape(words), text)] if words else []


def reading(name: str, words: str) -> dict[str, Any]:
    """What a page hands over."""
    text = TEXTS[name]
    place = [f"{kind} {st.query_params[kind]}" for kind in ("paragraph", "hit") if kind in st.query_params]
    return {
        "version": f"{name} {words}",
        "paragraphs": [[*map(written, paragraph)] for paragraph in pieces(text, QUOTED[name], found(text, words))],
        "language": "en",
        "words": words,
        "place": "".join(place[:1]),
        "lit": [2],
        "passages": [{"href": f"?passage={at}", "original": f"https://ex.org/#:~:text={at}"} for at in range(1, 4)],
        "address": f"?text={name}",
        "citation": [*quoting.excerpts(DOCUMENT, "v1")],
    } | ({"lit": []} if "statement" not in st.query_params else {})


def find(words: str) -> None:
    """Keep what the reader wants found, as a page does."""
    st.session_state["words"] = words
    st.session_state["asked"].append(words or "nothing")


def show() -> None:
    """Draw the page."""
    asked = st.query_params.get("q", "")
    for key, value in {"words": asked, "asked": []}.items():
        st.session_state.setdefault(key, value)
    st.title("A text")
    st.text(", ".join(["Asked", *st.session_state["asked"]]))
    st.button("Run again")
    st.html("<p><a href='#passage-2'>To passage 2</a> <span id='claims-1'>Claims of 1</span></p>")
    text_reader.show(reading(st.query_params.get("text", "hostile"), st.session_state["words"]), find)


if __name__ == "__main__":
    show()
