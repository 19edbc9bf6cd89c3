"""An embed shows the rows of its question, in any page, and asks nobody for anything."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
from api import embed
from charts.positions import STANDINGS
from tests.api.parsed import elements, of

client = TestClient(Starlette(routes=embed.ROUTES))
EMBEDS = {
    "map": "issue=nk-votes-valid&to=2020-04-30",
    "timeline": "issue=nk-votes-valid&from=2019-01-01&kind=statement",
    "table": "issue=nk-votes-valid&attribution=press",
}
TABLES = {"map": "positions", "timeline": "events", "table": "statements"}


def page_of(kind, query="", **headers):
    answer = client.get(f"/embed/{kind}?{query or EMBEDS[kind]}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.text


def asked(kind, query=""):
    return exports.asked_of(TABLES[kind], parse_qs(query or EMBEDS[kind]))


def rows(kind, query=""):
    return [row for table in asked(kind, query).tables() for row in table.to_pylist()]


def ids(page, prefix):
    return [each["id"].removeprefix(prefix) for each in of(page, "tr") if (each["id"] or "").startswith(prefix)]


@pytest.mark.parametrize("query", [EMBEDS["map"], "issue=az-operation-2023&through=EU&count=un&stance=oppose"])
def test_the_table_of_a_map_holds_every_position_and_silence(query):
    page, found = page_of("map", query), rows("map", query)
    found.sort(key=lambda row: (row["stance"] is None, row["actor_name"], row["actor_id"]))
    assert ids(page, "actor-") == [row["actor_id"] for row in found]
    stances = [each.text for each in of(page, "td") if "tr" in each.within][0::3]
    assert [text == "Not searched" for text in stances] == [row["silence"] == "not searched" for row in found]
    assert f"The same as a table: {len(found):,} " in page


def test_every_state_on_a_map_is_a_link_with_its_name_stance_and_day():
    page, found = page_of("map"), {row["actor_id"]: row for row in rows("map")}
    links = [each for each in of(page, "a") if each["tabindex"] == "-1"]
    focused = [parse_qs(urlsplit(link["href"]).query)["focus"][0] for link in links]
    drawn = {actor for actor, row in found.items() if row["actor_kind"] in ("state", "de_facto_authority")}
    assert drawn <= set(focused)
    for link, actor in zip(links, focused, strict=True):
        told = link.text.split("\n")
        assert told[0] == found[actor]["actor_name"]
        assert found[actor]["stance"] is None or told[-1] == found[actor]["date_label"]
        assert (link["target"], link["rel"]) == ("_blank", "noopener")


def test_every_class_of_position_has_a_colour_in_the_style_sheet():
    (sheet,) = (each["href"] for each in of(page_of("map"), "link") if each["rel"] == "stylesheet")
    style = client.get(f"/embed/{sheet}").text
    assert all(f"--{each.stance}-{each.weight}:" in style for each in STANDINGS if each.weight)


def test_the_table_of_a_timeline_holds_every_event_and_every_statement():
    page, found = page_of("timeline"), rows("timeline")
    assert ids(page, "event-") == [row["event_id"] for row in found]
    # The last cell of each row of the second table is how many statements there were.
    bins = page[page.index('class="bins"') :]
    totals = re.findall(r"<td[^>]*>([\d,]+)</td></tr>", bins)
    assert sum(int(total.replace(",", "")) for total in totals) == asked("timeline").only(table="statements").count()


def test_bars_and_events_lead_to_what_they_count():
    page = page_of("timeline")
    links = [each["href"] for each in of(page, "a") if each["tabindex"] == "-1"]
    said = [parse_qs(urlsplit(link).query) for link in links if urlsplit(link).path == "/statements"]
    assert said
    assert all(each["kind"] == ["statement"] and each["from"][0] >= "2019-01-01" for each in said)
    events = {row["event_id"] for row in rows("timeline")}
    chosen = [parse_qs(urlsplit(link).query)["event"][0] for link in links if urlsplit(link).path == "/event"]
    assert chosen
    assert set(chosen) <= events


def test_a_table_shows_the_newest_and_says_where_the_rest_is():
    page, found = page_of("table", "from=1988-01-01"), rows("table", "from=1988-01-01")
    order = sorted(found, key=lambda row: (-row["counts_on"].toordinal(), row["statement_id"]))
    assert len(found) > 100
    assert ids(page, "statement-") == [row["statement_id"] for row in order[:100]]
    assert f"The newest 100 of {len(found):,} statements are shown." in page
    files = [each["href"] for each in of(page, "a") if each.text in ("CSV", "Excel")]
    assert [urlsplit(file).path for file in files] == ["/api/statements.csv", "/api/statements.xlsx"]


def test_a_short_table_is_whole():
    query = "issue=nk-votes-valid&actor=ARM"
    page, found = page_of("table", query), rows("table", query)
    assert 0 < len(found) < 100
    assert sorted(ids(page, "statement-")) == [row["statement_id"] for row in found]
    assert "are shown" not in page


@pytest.mark.parametrize("kind", EMBEDS)
def test_a_browser_is_told_to_load_nothing_but_our_files(kind):
    answer = client.get(f"/embed/{kind}?{EMBEDS[kind]}")
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "*"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("kind", EMBEDS)
def test_nothing_in_a_page_runs_or_is_styled_in_line_or_comes_from_elsewhere(kind):
    for each in elements(page_of(kind)):
        assert "style" not in each.attributes
        assert not [name for name in each.attributes if name.startswith("on")]
        assert each.tag not in ("style", "img", "iframe", "object", "use", "image")
        if each.tag == "script":
            assert re.fullmatch(r"files/\w+-[0-9a-f]{12}\.js", each["src"])
            assert not each.text
        if each.tag == "link" and each["rel"] == "stylesheet":
            assert re.fullmatch(r"files/handout-[0-9a-f]{12}\.css", each["href"])


def test_files_are_kept_for_good_under_the_name_of_their_content_and_no_other():
    page = page_of("table")
    named = [each["src"] for each in of(page, "script")] + [of(page, "link", rel="stylesheet")[0]["href"]]
    for name in named:
        answer = client.get(f"/embed/{name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert client.get("/embed/files/handout-000000000000.js").status_code == 404


def test_the_script_for_other_pages_has_one_address_and_is_asked_for_anew():
    answer = client.get("/embed/resize.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" not in answer.headers["cache-control"]
    assert client.get("/embed/resize.js", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_an_embed_is_live_or_frozen_and_so_are_its_links():
    version = asked("table").names.collection["data_version"]
    live, frozen = page_of("table"), page_of("table", f"{EMBEDS['table']}&data={version}")
    assert "Live: the newest data version" in live
    assert f"Frozen: data version {version}" in frozen
    for page, is_frozen in ((live, False), (frozen, True)):
        (found,) = of(page, "a", class_="open")
        assert (f"data={version}" in found["href"]) is is_frozen


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_a_theme_is_an_attribute_of_the_page(theme):
    (page,) = of(page_of("table", f"{EMBEDS['table']}&theme={theme}"), "html")
    assert page["data-theme"] == theme


def test_a_part_of_the_world_is_named_in_the_link_to_the_app():
    (found,) = of(page_of("map", f"{EMBEDS['map']}&view=south-caucasus"), "a", class_="open")
    assert "view=south-caucasus" in found["href"]


def test_what_a_client_holds_is_not_sent_again():
    first = client.get(f"/embed/map?{EMBEDS['map']}")
    same = {"If-None-Match": first.headers["etag"]}
    assert client.get(f"/embed/map?{EMBEDS['map']}", headers=same).status_code == 304
    assert client.get(f"/embed/map?{EMBEDS['map']}&theme=dark", headers=same).status_code == 200
    assert "immutable" not in first.headers["cache-control"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("map?issue=every-issue", 422),
        ("map", 422),
        ("timeline?view=europe", 422),
        ("table?theme=pink", 422),
        ("table?theme=dark&theme=light", 422),
        ("table?issue=<script>alert(1)</script>", 422),
        ("table?data=0123456789ab", 404),
        ("table?from=2020-02-31", 422),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_json_or_in_a_page(address, status):
    answer = client.get(f"/embed/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    page = client.get(f"/embed/{address}", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.status_code == status
    assert answer.json()["detail"] in [each.text for each in of(page.text, "p")]
    assert not [each for each in of(page.text, "script") if each.text]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
