"""Elements of an SVG: attributes as given, numbers as short as they may be, text escaped by the library."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

Number = int | float
Attributes = Mapping[str, str | Number]


def add(parent: ET.Element, tag: str, attributes: Attributes | None = None, text: str = "") -> ET.Element:
    """A new element at the end of another."""
    child = ET.SubElement(parent, tag, {name: _text(value) for name, value in (attributes or {}).items()})
    child.text = text or None
    return child


def short(number: Number) -> str:
    """A number with two decimals at most."""
    return f"{round(number, 2) + 0.0:g}"


def _text(value: str | Number) -> str:
    return value if isinstance(value, str) else short(value)
