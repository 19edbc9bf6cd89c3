"""Texts from records as text, wherever Streamlit would read Markdown in them."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+.!|$:~^&@=-])")
# A zero-width space breaks what a backslash does not stop: addresses that become links by themselves.
_LINKS = re.compile(r"(www|https?|mailto|@|:)", re.IGNORECASE)


def plain(text: str) -> str:
    """Keep Markdown from reading a text: emphasis, links, formulas, icons, colours and addresses."""
    return _SIGNS.sub(r"\\\1", _LINKS.sub("\\1\u200b", text)).replace("\n", " ")
