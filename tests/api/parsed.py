"""A page of HTML as a browser would read it: its elements, in order, with their attributes and the text within them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class Element:
    """One element; `text` is of itself and of all within it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    within: list[str] = field(default_factory=list)

    def __getitem__(self, name):
        return self.attributes.get(name)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self._open = []

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), within=[each.tag for each in self._open])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> ends nothing"
        assert self._open[-1].tag == tag, f"</{tag}> ends <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.text += data


def elements(page):
    """Every element of a page that is sound: all that is opened is closed in its place."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert not reader._open
    return reader.elements


def of(page, tag, **attributes):
    """The elements of a tag with these attributes; class_ holds one of the classes."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [each for each in elements(page) if each.tag == tag and all(_has(each, *pair) for pair in wanted.items())]


def _has(element, name, value):
    return value in (element[name] or "").split() if name == "class" else element[name] == value
