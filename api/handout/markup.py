"""HTML as elements: text can only ever be text, since the library that writes them out escapes it."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

# What HTML forbids, and what would turn the words around it the other way.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

Node = ET.Element | str | None
Value = str | None


def el(tag: str, /, *content: Node, **attributes: Value) -> ET.Element:
    """Make an element.

    Args:
        tag: Its name.
        *content: Elements and texts; None is left out.
        **attributes: `class_` is class and `data_days` is data-days; None is left out.
    """
    element = ET.Element(tag, {_name(key): clean(value) for key, value in attributes.items() if value is not None})
    put(element, *content)
    return element


def put(element: ET.Element, *content: Node) -> None:
    """Add elements and texts at the end of an element; None is left out."""
    for node in content:
        if isinstance(node, ET.Element):
            element.append(node)
        elif node:
            _say(element, clean(node))


def document(root: ET.Element) -> str:
    """Write a whole page."""
    return f"<!doctype html>\n{ET.tostring(root, encoding='unicode', method='html')}\n"


def link(address: str, *content: Node, **attributes: Value) -> ET.Element:
    """Make a link that opens in a new tab; what it holds alone where the address is none that a reader can open."""
    if not is_page(address):
        return el("span", *content)
    return el("a", *content, href=address, target="_blank", rel="noopener", **attributes)


def is_page(address: str) -> bool:
    """Tell whether an address may be followed: a record may hold any text, and `javascript:` would run."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def clean(text: str) -> str:
    """Take out what has no place in HTML."""
    return _UNFIT.sub("\ufffd", text)


def _say(element: ET.Element, text: str) -> None:
    last = element[-1] if len(element) else None
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
