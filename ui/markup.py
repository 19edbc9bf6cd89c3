"""Texts from records as text, wherever Streamlit would read Markdown in them."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+.!|$:~^&@=-])")
# What a backslash does not stop: icons, addresses that become links by themselves, arrows and signs made of two.
_PAIRS = re.compile(
    r"(?<=:)(?=material/|streamlit:|//)|(?<=@)(?=\w)|(?<=www)(?=\.)|(?<=-)(?=[->])|(?<=[<>~])(?=[-=])", re.IGNORECASE
)
# Invisible, and of no width.
_APART = "\u2060"


def plain(text: str) -> str:
    """Keep Markdown from reading a text: emphasis, links, formulas, icons, colours, arrows and addresses."""
    return _SIGNS.sub(r"\\\1", _PAIRS.sub(_APART, text)).replace("\n", " ")
