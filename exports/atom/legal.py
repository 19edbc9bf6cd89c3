"""Elements of XML and HTML in which any text can stand, wherever it came from.

XML 1.0 has no place for most control characters, lone surrogates, U+FFFE and U+FFFF, not even escaped: they are left
out. Line ends become line feeds, as every reader of XML would make them.
"""

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")


def legal(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def element(name: str, text: str = "", /, **attributes: str) -> Element:
    """Make an element with a text in it."""
    made = Element(name, {key: legal(value) for key, value in attributes.items()})
    made.text = legal(text) or None
    return made


def put(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Make an element at the end of another."""
    made = element(name, text, **attributes)
    parent.append(made)
    return made


def is_web_address(url: str) -> bool:
    """Tell whether a link leads to a host of the web, and not into a script."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
