"""Links carry the reader's filters, lead to the right thing, and are safe whatever a name or an id holds."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import links, names, tables
from ui.markup import plain
from ui.parameters import defaults, parameters
from ui.sitemap import PLACES

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "'><script>alert(1)</script>",
    'a" onclick="alert(1)',
    "](javascript:alert(1)) [x](y",
    "a&b=c#d?e/../f%2e%2e\\g+h",
    "..",
    "&copy; &amp; :red[x] $y$ `z`",
    "Côte d’Ivoire – Կ",
)


@pytest.fixture(autouse=True)
def session(monkeypatch):
    """A reader's parameters, as the frame holds them."""
    state = defaults()
    monkeypatch.setattr("ui.links.st.session_state", state)
    return state


class Anchors(HTMLParser):
    """Every tag of a piece of HTML with its attributes, and its text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, text):
        self.text += text


def query(href):
    return parse_qs(urlsplit(href).query, strict_parsing=True)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", links.PAGES)
def test_an_anchor_is_one_link_with_the_id_and_the_name_as_they_are(kind, hostile):
    html = Anchors(getattr(links, kind)(hostile, hostile))
    ((tag, attributes),) = html.tags
    assert (tag, {*attributes}, html.text) == ("a", {"class", "href"}, hostile)
    place, parameter = links.PAGES[kind]
    assert query(attributes["href"])[parameter] == [hostile]
    assert urlsplit(attributes["href"])[:3] == ("", "", "./" if place == "map" else place)


def test_every_kind_of_thing_has_a_page_and_a_parameter():
    known = {parameter.name for parameter in parameters()}
    assert all(place in PLACES and parameter in known for place, parameter in links.PAGES.values())


@pytest.mark.parametrize("kind", links.PAGES)
def test_the_filters_of_the_frame_are_carried_along(session, kind):
    session |= {"stance": ["oppose", "neutral"], "kind": ["vote"], "issue": "unga-62-243", "page": 7, "focus": "FRA"}
    found = query(links.addresses(kind, ["some-id"])[0])
    assert (found["stance"], found["kind"], found["data"]) == (
        ["oppose", "neutral"],
        ["vote"],
        [names.collection()["data_version"]],
    )
    assert found["issue"] == (["some-id"] if kind == "issue" else ["unga-62-243"])
    assert not {"page", "focus"} & {*found}


def test_a_map_keeps_the_counting_rule_and_other_pages_have_none(session):
    session |= {"through": ["EU"], "voice": ["vote"], "count": "un"}
    rule = {"through": ["EU"], "voice": ["vote"], "count": ["un"]}
    assert rule.items() <= query(links.addresses("issue", ["unga-62-243"])[0]).items()
    assert not {*rule} & {*query(links.addresses("actor", ["FRA"])[0])}


def test_a_change_replaces_a_filter(session):
    session |= {"stance": ["oppose"]}
    html = Anchors(links.anchor("statements", "All", stance=[], actor=["FRA", "DEU"]))
    found = query(html.tags[0][1]["href"])
    assert "stance" not in found
    assert found["actor"] == ["FRA", "DEU"]


@pytest.mark.parametrize("page", ["", "statements", "matrix"])
@pytest.mark.parametrize("prefix", ["", "/some/prefix"])
def test_an_address_holds_on_every_page_and_below_any_prefix(prefix, page):
    here = f"https://example.org{prefix}/{page}?x=y"
    targets = {kind: urlsplit(urljoin(here, links.addresses(kind, ["x"])[0])).path for kind in links.PAGES}
    assert targets == {
        "actor": f"{prefix}/actor",
        "event": f"{prefix}/event",
        "issue": f"{prefix}/",
        "source": f"{prefix}/source",
    }


def test_what_has_no_id_is_named_without_a_link():
    assert links.thing("actor", None, "Radio <Free>") == "Radio &lt;Free&gt;"
    assert links.named("actor", "Nobody by that name") == "Nobody by that name"
    assert "who=FRA" in links.named("actor", "France")
    assert links.named("actor", "France", links.PLAIN) == "France"
    assert links.addresses("actor", [None, float("nan"), ""])[:2] == ["", ""]


def shown(cell):
    """What the grid shows of a cell, decoded as the grid does."""
    found = re.match(tables.NAME, cell)
    assert found
    # The grid reads a plus sign as a blank, and a browser leaves out tabs and ends of lines.
    assert not re.search(r"[+\t\r\n]", found[1])
    return unquote(found[1])


def linked(names_, ids):
    return tables.linked(pd.DataFrame({"Actor": names_, "Other": range(len(names_))}), Actor=("actor", ids))


def test_a_grid_shows_the_name_sorts_by_it_and_leads_to_the_page():
    named = sorted([*HOSTILE, "Guinea", "Guinea-Bissau", "Guinea Conakry"])
    cells = tables.as_grid(linked(named, named))["Actor"]
    for cell, name in zip(cells, named, strict=True):
        assert shown(cell) == name
        target = urlsplit(urljoin("https://example.org/prefix/statements", cell))
        assert (target.netloc, target.path) == ("example.org", "/prefix/actor")
        assert query(cell)["who"] == [name]
    alike = [cell for cell, name in zip(cells, named, strict=True) if name.startswith("Guinea")]
    assert alike == sorted(alike)


@given(st.text())
def test_a_grid_shows_any_name_as_it_is(name):
    cell = tables.as_grid(linked([name], ["FRA"]))["Actor"].item()
    assert shown(cell) == name


def test_no_name_is_lost_where_there_is_no_page():
    assert tables.as_grid(linked(["France", None], ["FRA", None]))["Actor"].notna().tolist() == [True, False]
    mixed = linked(["France", "Nobody"], ["FRA", None])
    assert tables.as_grid(mixed)["Actor"].tolist() == tables.as_text(mixed)["Actor"].tolist() == ["France", "Nobody"]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_plain_table_has_one_link_around_the_name_as_text(name):
    cell = tables.as_text(linked([name], [name]))["Actor"].item()
    found = re.fullmatch(r"\[(.*)\]\(([^()\s<>]*)\)", cell, flags=re.S)
    assert found
    assert found[1] == plain(name)
    assert query(found[2].replace("&amp;", "&"))["who"] == [name]


def test_a_table_without_links_stays_as_it_is():
    table = pd.DataFrame({"Actor": ["France"]})
    assert tables.as_grid(table).equals(table)
    assert tables.as_text(table)["Actor"].item() == "France"
