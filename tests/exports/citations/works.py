"""Works to cite: as the collection has them, and as hypothesis makes them."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from exports.citations.work import Issued, Work

# A work has many parts, so that each example takes its time; a busy machine may be slow, and that is no failure.
patient = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])

NASTY = [
    "",
    " ",
    "\x00",
    "a\r\nTY  - JOUR",
    "a\nER  - ",
    "\u2028TI  - x\x85PB  - y\x0bz",
    "{",
    "}",
    "}}",
    "{{a}",
    "\\",
    "\\{",
    "ends in a \\",
    "100 % & $5 #1 a_b ~ ^ | < >",
    "--- -- -",
    "``quoted'' ,,low'' ?`que!`",
    "@misc{evil, title = {x}}",
    "\n@misc{evil,",
    'she said "no"',
    "“A” and ‘B’",
    "What?",
    "Stop.",
    "a, b; c and d",
    "</script><script>alert(1)</script><!--",
    "Հայաստան Azərbaycan საქართველო שלום",
    "😀\U0010ffff",
    "\ud800",
    "\ufeffbom",
]


def texts(least=0):
    return st.sampled_from(NASTY) | st.text(min_size=least, max_size=15)


def titles():
    """Texts of which something is left when white space and control characters are gone."""
    return texts().map(lambda text: f"{text} X")


def dates():
    day = st.dates(date(1900, 1, 1), date(2100, 1, 1))
    return st.just(Issued()) | st.builds(Issued, day, st.sampled_from(["day", "month", "year"]))


def works():
    return st.builds(
        Work,
        kind=st.sampled_from(["statement", "source", "event", "collection", "view"]),
        id=st.text(min_size=1, max_size=8),
        title=titles(),
        url=texts().map(lambda text: f"https://example.org/?a={text}"),
        accessed=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        name=texts(),
        authors=st.lists(texts(), max_size=4).map(tuple),
        actor=texts(),
        publisher=texts(),
        container=texts(),
        issued=dates(),
        version=texts(),
        place=texts(),
        genre=texts(),
        language=st.sampled_from(["", "en", "hy"]),
        note=texts(),
        abstract=texts(),
        keywords=st.lists(texts(), max_size=2).map(tuple),
        span=st.tuples(st.none() | st.dates(), st.none() | st.dates()),
        licence_url=texts(),
        sources=st.just(()),
    )


def work(**changed):
    """A source as the collection could have it."""
    said: dict[str, Any] = {
        "kind": "source",
        "id": "azernews-2020-04-15-geo",
        "title": "Georgia calls the vote “illegitimate”",
        "publisher": "The Ruritanian",
        "issued": Issued(date(2020, 4, 15)),
        "url": "https://example.org/a",
        "accessed": date(2026, 11, 24),
    }
    return Work(**said | changed)


def statement(**changed):
    """A statement as the collection could have it."""
    said: dict[str, Any] = {
        "kind": "statement",
        "id": "2020-04-15-geo",
        "title": "[Georgia called the votes illegitimate]",
        "authors": ("Ministry of Foreign Affairs, Georgia",),
        "container": "Who said what about Ruritania",
        "publisher": "Démarche",
        "version": "9b5237becebc",
        "url": "https://app.example/statements?statement=2020-04-15-geo",
    }
    return work(**said | changed)


def collection(**changed):
    """A collection as the server could have it."""
    said: dict[str, Any] = {
        "kind": "collection",
        "id": "ruritania",
        "title": "Who said what about Ruritania",
        "publisher": "Démarche",
        "version": "9b5237becebc",
        "issued": Issued(),
        "url": "https://app.example/data",
    }
    return work(**said | changed)
