"""Reads feeds as a program does that follows them."""

from xml.etree import ElementTree as ET

import exports
from exports import atom

HOME = "https://example.org/"
ATOM, TOMBSTONE = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"


def feed(page=1, home=HOME, /, **view):
    """A page of the feed of a view, whose parameters that are Python's own words end in _."""
    address = {name.rstrip("_"): [texts] if isinstance(texts, str) else texts for name, texts in view.items()}
    return ET.fromstring(atom.feed(exports.asked_of("statements", address), atom.canonical(address), home, page))


def entries(feed):
    return feed.findall(f"{ATOM}entry")


def gone(feed):
    return feed.findall(f"{TOMBSTONE}deleted-entry")


def text(element, name):
    """The text of the one child of this name."""
    (child,) = element.findall(f"{ATOM}{name}")
    return child.text


def link(element, rel):
    """Where the one link of this kind leads; none where there is no such link."""
    found = [each.get("href") for each in element.findall(f"{ATOM}link") if each.get("rel") == rel]
    assert len(found) < 2
    return found[0] if found else None


def every_page(**view):
    """All pages of the feed of a view."""
    first = feed(**view)
    pages = [first]
    while link(pages[-1], "next"):
        pages.append(feed(len(pages) + 1, **view))
    return pages
