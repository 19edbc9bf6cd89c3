"""What a journalist does: from a colour to the sentence, from a drag to the dates, from a row to its evidence."""

import csv
import json
import re

import pytest
from playwright.sync_api import expect

import queries
from tests.browser.verbs import PATIENCE_MS, a_run, expect_navigation_to_say, open_page, still

VOTES = "from=2020-03-01&to=2020-04-30&issue=nk-votes-valid"


def place_on_the_map(screen, actor):
    """A place on the screen that is inside an actor's outline."""
    outline = screen.page.locator(f"#at-{actor}")
    expect(outline).to_be_attached(timeout=PATIENCE_MS)
    return still(outline).evaluate(
        """shape => {
            const {x, y, width, height} = shape.getBBox(), matrix = shape.getScreenCTM();
            const inside = Array.from({length: 144}, (_, n) => new DOMPoint(
                x + (n % 12 + 0.5) / 12 * width, y + (Math.floor(n / 12) + 0.5) / 12 * height))
                .filter(point => shape.isPointInFill(point)).map(point => point.matrixTransform(matrix));
            const middle = inside[Math.floor(inside.length / 2)];
            return [middle.x, middle.y];
        }"""
    )


def chooses(screen, actor):
    return screen.page.wait_for_url(re.compile(rf"[?&]focus={actor}(&|$)"))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_two_clicks_from_a_colour_to_the_sentence(app_url, new_screen, size):
    screen = new_screen(size)
    open_page(screen.page, f"{app_url}/?{VOTES}")
    france = place_on_the_map(screen, "FRA")
    with a_run(screen):
        screen.page.mouse.click(*france)
    chooses(screen, "FRA")
    with a_run(screen):
        screen.page.get_by_role("link", name="Read the sentence in the source").first.click()
    screen.page.wait_for_url("**/source?*")
    marks = screen.page.locator(".source mark")
    expect(marks).to_contain_text("including France, Germany, Turkey")
    expect(marks).to_be_in_viewport()
    expect(screen.page.locator(".claim")).to_contain_text("France")
    assert screen.problems == []


def test_the_back_button_goes_back_through_choices_and_out(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    with a_run(desktop):
        desktop.page.mouse.click(*place_on_the_map(desktop, "FRA"))
    chooses(desktop, "FRA")
    with a_run(desktop):
        desktop.page.go_back()
    expect(desktop.page.get_by_text("Click a state to see what it said")).to_be_visible()
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text("1 March to 30 April 2020")


def test_filters_stay_from_page_to_page(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}&stance=oppose")
    for label, path in (("Timeline", "timeline"), ("Statements", "statements"), ("Data and method", "data")):
        with a_run(desktop):
            desktop.page.get_by_test_id("stSidebar").get_by_role("link", name=label).click()
        desktop.page.wait_for_url(re.compile(rf"/{path}\?.*issue=nk-votes-valid.*stance=oppose"))
        expect(desktop.page.locator(".shown[role=status]")).to_contain_text(
            "1 March to 30 April 2020 (only stance: Oppose)"
        )


# Where a day lies on the timeline, and the height of the bars.
PLACE = """(svg, [day, since, until]) => {
    const bars = svg.querySelector('.bars').getBoundingClientRect(), days = text => Date.parse(text) / 864e5;
    const axis = svg.querySelector('.ground .base').getBoundingClientRect();
    const share = (days(day) - days(since)) / (days(until) + 1 - days(since));
    return [axis.x + share * axis.width, bars.y + bars.height / 2];
}"""


def drag_over_spring_2020(screen, app_url):
    """Drag from 2 March to 28 April 2020 among months: whole months are meant."""
    open_page(screen.page, f"{app_url}/timeline?issue=nk-votes-valid&from=2018-01-01&to=2021-12-31")
    plot = still(screen.page.locator("svg.plot"))
    first, last = (plot.evaluate(PLACE, [day, "2018-01-01", "2021-12-31"]) for day in ("2020-03-02", "2020-04-28"))
    with a_run(screen):
        screen.page.mouse.move(*first)
        screen.page.mouse.down()
        screen.page.mouse.move(*last, steps=8)
        screen.page.mouse.up()
    screen.page.wait_for_url(re.compile(r"from=2020-03-01&to=2020-04-30"))
    expect_navigation_to_say(screen.page, "from=2020-03-01&to=2020-04-30")


def test_a_drag_and_typed_dates_give_the_same_rows(app_url, desktop, tmp_path):
    drag_over_spring_2020(desktop, app_url)
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text("1 March to 30 April 2020")
    dragged = downloaded(desktop, tmp_path / "dragged")
    open_page(desktop.page, f"{app_url}/timeline?issue=nk-votes-valid")
    for label, day in (("From", "01/03/2020"), ("To", "30/04/2020")):
        with a_run(desktop):
            field = desktop.page.get_by_test_id("stSidebar").get_by_role("group", name=label)
            field.get_by_role("spinbutton").first.click()
            desktop.page.keyboard.type(day.replace("/", ""), delay=30)
            # The date is taken when its calendar closes.
            desktop.page.keyboard.press("Escape")
    desktop.page.wait_for_url(re.compile(r"from=2020-03-01&to=2020-04-30"))
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text("1 March to 30 April 2020")
    assert downloaded(desktop, tmp_path / "typed") == dragged
    assert len(dragged) == 51


def downloaded(screen, file):
    """The statements that the page offers as CSV."""
    # The part that runs ahead is there before the rest of the page is.
    expect(screen.page.get_by_text("All 51 statements")).to_have_count(1)
    with screen.page.expect_download() as coming:
        file_link(screen, "CSV").click()
    coming.value.save_as(file)
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(keepends=True)))


def file_link(screen, label):
    """The link to the statements in view as a file."""
    files = screen.page.get_by_role("group", name=re.compile("^All [0-9,]+ statements$"))
    return files.get_by_role("link", name=label, exact=True)


def test_what_is_dragged_on_the_timeline_is_what_the_map_shows_and_back(app_url, desktop):
    drag_over_spring_2020(desktop, app_url)
    with a_run(desktop):
        desktop.page.get_by_test_id("stSidebar").get_by_role("link", name="Map").click()
    expect(desktop.page.locator(".answer")).to_contain_text("states")
    desktop.page.wait_for_url(re.compile(r"from=2020-03-01&to=2020-04-30"))
    strip = desktop.page.locator("svg.plot")
    expect(strip).to_be_visible()
    strip.scroll_into_view_if_needed()
    still(strip)
    edges = [strip.evaluate(PLACE, [day, "2020-03-01", "2020-04-30"]) for day in ("2020-04-01", "2020-04-15")]
    with a_run(desktop):
        desktop.page.mouse.move(edges[0][0] + 3, edges[0][1])
        desktop.page.mouse.down()
        desktop.page.mouse.move(edges[1][0] + 3, edges[1][1], steps=8)
        desktop.page.mouse.up()
    desktop.page.wait_for_url(re.compile(r"from=2020-04-0[12]&to=2020-04-1[456]"))
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text(re.compile("April 2020"))


def test_a_click_on_an_event_shows_who_reacted_and_leads_to_its_page(app_url, desktop):
    open_page(desktop.page, f"{app_url}/timeline?{VOTES}")
    mark = desktop.page.locator(".events [role=option][aria-label*='Second round']")
    with a_run(desktop):
        mark.click()
    desktop.page.wait_for_url(re.compile("event=nk-runoff-2020-04-14"))
    expect(desktop.page.locator(".event h2")).to_contain_text("14 April 2020")
    expect(desktop.page.locator(".claim").first).to_be_attached()
    with a_run(desktop):
        desktop.page.locator(".event h2 a").click()
    desktop.page.wait_for_url(re.compile("/event.*from=2020-03-01.*event=nk-runoff-2020-04-14"))
    expect(desktop.page.locator(".answer")).to_contain_text("10 actors reacted in 26 statements")


def test_events_are_stepped_through_by_keyboard(app_url, desktop):
    open_page(desktop.page, f"{app_url}/timeline?{VOTES}")
    desktop.page.locator("svg.plot .events").focus()
    desktop.page.keyboard.press("Home")
    with a_run(desktop):
        desktop.page.keyboard.press("Enter")
    desktop.page.wait_for_url(re.compile("event=nk-elections-2020-03-31"))
    with a_run(desktop):
        desktop.page.get_by_role("button", name="Next event").press("Enter")
    desktop.page.wait_for_url(re.compile("event=nk-runoff-2020-04-14"))


def test_a_mark_on_a_line_opens_the_statement(app_url, desktop):
    open_page(desktop.page, f"{app_url}/actor?who=ARM")
    desktop.page.locator(".lanes [role=option][aria-label*='86,600 sq km included']").first.click()
    desktop.page.wait_for_url(re.compile("who=ARM.*statement=2023-05-22-arm-az-territorial-integrity"))
    expect(desktop.page.locator(".claim").first).to_contain_text("86,600 sq km included Nagorno-Karabakh")


def test_a_row_opens_its_claim_and_evidence(app_url, desktop):
    open_page(desktop.page, f"{app_url}/statements?{VOTES}&actor=GEO")
    grid = desktop.page.get_by_test_id("stDataFrame").bounding_box()
    with a_run(desktop):
        desktop.page.mouse.click(grid["x"] + 18, grid["y"] + 35 * 2 + 17)
    desktop.page.wait_for_url(re.compile("statement=2020-04-01-geo-nk-votes-valid"))
    expect(desktop.page.locator(".claim")).to_contain_text("1 April 2020")
    expect(desktop.page.locator(".source mark").first).to_contain_text("Georgia made a similar statement")


@pytest.mark.parametrize("label", ["CSV", "JSON"])
def test_a_download_holds_the_rows_that_the_page_counts(app_url, desktop, label, tmp_path):
    open_page(desktop.page, f"{app_url}/statements?{VOTES}")
    shown = desktop.page.locator(".shown[role=status]").inner_text()
    with desktop.page.expect_download() as coming:
        file_link(desktop, label).click()
    coming.value.save_as(tmp_path / "file")
    assert coming.value.suggested_filename.startswith("demarche-statements-nk-votes-valid-2020-03-01-2020-04-30")
    text = (tmp_path / "file").read_text(encoding="utf-8-sig")
    rows = json.loads(text)["rows"] if label == "JSON" else list(csv.DictReader(text.splitlines(keepends=True)))
    assert f"{len(rows)} statements" in shown


def test_a_state_is_reached_by_keyboard_alone(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    choice = desktop.page.get_by_role("combobox", name="Whose position?")
    choice.focus()
    desktop.page.keyboard.type("Pakistan")
    with a_run(desktop):
        desktop.page.keyboard.press("Enter")
    expect(desktop.page.locator(".claim").first).to_contain_text("Pakistan")


def test_the_grid_offers_no_download_of_a_part(app_url, desktop):
    open_page(desktop.page, f"{app_url}/statements?{VOTES}")
    desktop.page.get_by_test_id("stDataFrame").hover()
    expect(desktop.page.get_by_role("button", name=re.compile("^Search: "))).to_be_visible()
    expect(desktop.page.get_by_role("button", name=re.compile("^Download as"))).to_have_count(0)


def test_on_a_phone_a_tap_shows_the_way_to_what_it_opened(app_url, phone):
    open_page(phone.page, f"{app_url}/?{VOTES}&focus=FRA")
    phone.page.get_by_role("link", name="France: read on below").click()
    expect(phone.page.locator("#position")).to_be_in_viewport()
    assert phone.problems == []


def test_the_keyboard_alone_reaches_the_explanation_of_a_colour(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    desktop.page.locator(".drawing").focus()
    with a_run(desktop):
        for key in "georgia":
            desktop.page.keyboard.press(key)
        desktop.page.keyboard.press("Enter")
    chooses(desktop, "GEO")
    explained = desktop.page.locator(".weighed li")
    expect(explained.first).to_contain_text("Decides: “Not recognised”, in its own words, 15 April 2020")
    expect(explained.nth(1)).to_contain_text("Runner-up: “Not recognised”, in its own words, 1 April 2020")
    expect(desktop.page.locator(".drawing")).to_have_accessible_name(re.compile("Not recognised – own voice: 15"))


def test_a_change_of_issue_repaints_the_map_at_once_and_then_the_rest(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}&focus=FRA")
    desktop.page.get_by_role("button", name="Europe", exact=True).click()
    desktop.page.get_by_role("combobox", name="Issue").click()
    with a_run(desktop):
        desktop.page.get_by_role("option", name="Withdrawal of forces (UN resolutions of 1993)").click()
    desktop.page.wait_for_url(re.compile("issue=armenian-withdrawal"))
    expect(desktop.page.locator(".proposition")).to_contain_text("withdrawal of forces")
    expect_navigation_to_say(desktop.page, "issue=armenian-withdrawal")
    expect(desktop.page.get_by_role("button", name="Europe", exact=True)).to_have_attribute("aria-pressed", "true")
    assert desktop.problems == []


def test_every_issue_at_once_is_no_map_and_the_whole_page_says_so(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    desktop.page.get_by_role("combobox", name="Issue").click()
    desktop.page.keyboard.type("Every issue")
    with a_run(desktop):
        desktop.page.keyboard.press("Enter")
    expect(desktop.page.locator(".answer")).to_contain_text("A map shows one issue at a time.")
    expect(desktop.page.get_by_role("heading", name="All positions")).to_have_count(0)


def test_two_days_compared_show_who_moved_and_by_which_statement(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?issue=az-territorial-integrity&before=2015-01-01&focus=ARM")
    expect(desktop.page.locator(".answer")).to_contain_text(
        "Between 1 January 2015 and 31 December 2026, 2 states and authorities changed"
    )
    expect(desktop.page.get_by_text("It was then: Took no side.")).to_be_visible()
    desktop.page.get_by_text("Armenia: Took no side → Backed it, 22 May 2023").click()
    moved = desktop.page.get_by_test_id("stExpander").filter(has_text="Armenia: Took no side")
    expect(moved.locator(".claim")).to_have_count(2)
    expect(moved.locator(".claim").first).to_contain_text("22 May 2023")


def test_playing_stops_at_a_day_that_the_whole_page_then_speaks_of(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    with a_run(desktop):
        desktop.page.get_by_role("button", name="The change before").click()
    desktop.page.wait_for_url(re.compile("at=2020-04-15"))
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text("1 March to 15 April 2020")
    with a_run(desktop):
        desktop.page.get_by_role("button", name=re.compile("Go to the last day of the range")).click()
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text("1 March to 30 April 2020")


@pytest.mark.parametrize(
    ("label", "start"), [("SVG", b"<?xml"), ("PNG", b"\x89PNG"), ("GeoJSON, areas", b'{"type": "Fea')]
)
def test_the_map_is_taken_away(app_url, desktop, label, start, tmp_path):
    open_page(desktop.page, f"{app_url}/?issue=unga-62-243&view=europe")
    with desktop.page.expect_download() as coming:
        role = "link" if label.startswith("GeoJSON") else "button"
        desktop.page.get_by_role(role, name=label, exact=True).click()
    coming.value.save_as(tmp_path / "file")
    assert coming.value.suggested_filename.startswith("demarche-")
    assert (tmp_path / "file").read_bytes().startswith(start)
    assert desktop.problems == []


def test_every_state_is_chosen_from_the_list(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?issue=unga-62-243")
    states = {
        row["actor_name"]
        for row in queries.run("actors").to_pylist()
        if row["kind"] in ("state", "observer_state", "partially_recognised_state")
    }
    desktop.page.get_by_role("combobox", name="Whose position?").click()
    offered: set[str] = set()
    # The list holds only what is in sight, and on a busy machine that lags behind: scroll through it, again if need be.
    for _ in range(400):
        offered |= set(desktop.page.get_by_role("option").all_inner_texts())
        if states <= offered:
            break
        desktop.page.get_by_role("listbox").last.evaluate(
            """list => {
                const below = list.scrollHeight - list.scrollTop - list.clientHeight;
                list.scrollTo(0, below > 2 ? list.scrollTop + 200 : 0);
            }"""
        )
        desktop.page.wait_for_timeout(40)
    assert states - offered == set()


def test_a_citation_is_copied_and_its_link_opens_the_same_rows(app_url, desktop):
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=app_url)
    open_page(desktop.page, f"{app_url}/statements?{VOTES}")
    shown = desktop.page.locator(".shown[role=status]").inner_text()
    desktop.page.get_by_text("Cite this view").click()
    desktop.page.get_by_role("button", name="Copy: permanent link").click()
    expect(desktop.page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    link = desktop.page.evaluate("navigator.clipboard.readText()")
    assert "data=" in link
    open_page(desktop.page, link)
    expect(desktop.page.locator(".shown[role=status]")).to_have_text(shown)
    assert desktop.problems == []
