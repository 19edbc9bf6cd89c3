"""Whatever has a page of its own is named by a link to it, wherever our HTML names it."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.test_every_page import page
from ui import links, names, rows
from ui.sitemap import PLACES

FILTERS = {"from": "1990-01-01", "to": "2024-12-31", "kind": ["statement", "vote", "speech"]}
# Each with the blocks that must be there and name something.
VIEWS = {
    "map, own voice": ("map", {"focus": "FRA"}, {"h2.small", "p.who", "p.note"}),
    "map, borrowed voice": ("map", {"focus": "DEU", "through": "EU", "issue": "az-operation-2023"}, {"p.who"}),
    "map, missed vote": ("map", {"focus": "BLR", "issue": "unga-62-243"}, {"p.why"}),
    "map, two days": ("map", {"before": "2020-03-01", "issue": "nk-votes-valid"}, {"p.who", "p.note"}),
    "statements": ("statements", {"statement": "2020-04-15-geo-nk-votes-valid"}, {"p.who", "p.note"}),
    "matrix, an actor": ("matrix", {"focus": "FRA", "issue": "az-operation-2023"}, {"h2.small", "p.why"}),
    "matrix, a bloc": ("matrix", {"focus": "GUAM", "rows": "blocs", "issue": "unga-62-243"}, {"h2.small", "li."}),
    "event": ("event", {"event": "nk-elections-2020-03-31"}, {"p.answer", "p.who", "table.reactions", "table.series"}),
    "actor": ("actor", {"who": "FRA", "before": "2020-03-01"}, {"p.answer", "p.who", "p.note", "table.voices"}),
    "timeline": ("timeline", {"event": "nk-elections-2020-03-31", "issue": "nk-votes-valid"}, {"p.answer", "h2.small"}),
    "source with text": ("source", {"read": "azernews-2020-04-15-geo"}, {"p.told", "p.why"}),
    "source of a statement": (
        "source",
        {"read": "azernews-2020-04-15-geo", "statement": "2020-04-15-geo-nk-votes-valid"},
        {"p.who", "p.told"},
    ),
    "source without text": ("source", {"read": "unvotes-rcid-4828"}, {"p.told"}),
}
# Texts of others, texts of ours that run over several lines or are there to paste, and the sentences on top of a page.
PROSE = {
    "blockquote.",
    "p.summary",
    "p.doubt",
    "p.proposition",
    "p.prose",
    "span.prose",
    "td.prose",
    "p.facts",
    "span.to-copy",
    "style.",
}
# A page does not link to itself.
OWN_TITLE = {"h2.", "h2.own"}
# Titles and offices that may hold a name ("Public Radio of Armenia"); only where they are one, it is named.
WHOLE = {"span.publisher", "span.speaker"}


class Reader(HTMLParser):
    """The texts of a block, each with the elements that it stands in, and the address of its link."""

    def __init__(self):
        super().__init__()
        self.open, self.texts = [], []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag not in ("br", "img"):
            self.open.append((tag, found.get("class", ""), found.get("href")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        href = next((href for tag, _, href in self.open if tag == "a"), None)
        self.texts.append(({f"{tag}.{name}" for tag, name, _ in self.open}, text, href))


def texts(bodies):
    for body in bodies:
        reader = Reader()
        reader.feed(body)
        yield from reader.texts


@pytest.fixture(scope="module")
def name():
    """Any name of an actor, event, issue or source, the longest first."""
    named = {*names.actor_names().values(), *names.event_titles().values(), *names.issue_titles().values()}
    named |= {row["title"] for row in rows.records("sources")}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(named, key=len, reverse=True)))})(?!\w)")


def unlinked(bodies, name):
    """The names that stand in no link, with the text around them."""
    return [
        text
        for where, text, href in texts(bodies)
        if href is None
        and not where & (PROSE | OWN_TITLE)
        and (name.fullmatch(text) if where & WHOLE else name.search(text))
    ]


def html(view):
    place, parameters, _ = VIEWS[view]
    app = page(place, FILTERS | parameters)
    assert not app.exception
    return [element.body for element in app.get("html")]


@pytest.mark.parametrize("view", VIEWS)
def test_every_name_is_a_link_with_the_filters_along(view, name):
    bodies = html(view)
    assert unlinked(bodies, name) == []
    linked = [(where, text, href) for where, text, href in texts(bodies) if "a.inner" in where]
    assert VIEWS[view][2] <= {block for where, _, _ in linked for block in where}
    for _, text, href in linked:
        parts = urlsplit(href)
        assert parts.path in {"./", *PLACES}, text
        query = parse_qs(parts.query)
        assert {each: query.get(each) for each in FILTERS} == {
            each: [*value] if isinstance(value, list) else [value] for each, value in FILTERS.items()
        }


@pytest.mark.parametrize("view", VIEWS)
def test_a_link_leads_to_what_it_names(view, name):
    known = {
        "actor": names.actor_names(),
        "event": names.event_titles(),
        "issue": names.issue_titles(),
        "source": {row["source_id"]: row["title"] for row in rows.records("sources")},
    }
    for where, text, href in texts(html(view)):
        if "a.inner" in where and name.fullmatch(text):
            query = parse_qs(urlsplit(href).query)
            path = urlsplit(href).path.replace("./", "map")
            kinds = [kind for kind, (place, _) in links.PAGES.items() if place == path]
            assert [known[kind][query[links.PAGES[kind][1]][0]] for kind in kinds] == [text]


def test_a_name_outside_a_link_is_found(name):
    assert unlinked(["<p class='why'>Said by Norway.</p>"], name) == ["Said by Norway."]
    assert unlinked(["<p class='who'><span class='speaker'>Norway</span></p>"], name) == ["Norway"]
    assert unlinked(["<p class='who'><span class='speaker'>King of Norway</span></p>"], name) == []
    assert unlinked(["<p class='why'>Said by <a href='actor?who=NOR'>Norway</a>.</p>"], name) == []
