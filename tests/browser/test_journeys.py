"""What a journalist does: from a colour to the sentence, from a drag to the dates, from a row to its evidence."""

import csv
import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.verbs import PATIENCE_MS, a_run, open_page

VOTES = "from=2020-03-01&to=2020-04-30&issue=nk-votes-valid"


def place_on_the_map(screen, longitude, latitude):
    """Where plotly draws a place, in pixels of the screen; its shapes come after the page."""
    expect(screen.page.locator(".choroplethlayer path").first).to_be_attached(timeout=PATIENCE_MS)
    return screen.page.evaluate(
        """([longitude, latitude]) => {
            const plot = document.querySelector('.js-plotly-plot'), geo = plot._fullLayout.geo._subplot;
            const [x, y] = geo.projection([longitude, latitude]), box = plot.getBoundingClientRect();
            return [x + box.x, y + box.y];
        }""",
        [longitude, latitude],
    )


def chooses(screen, actor):
    return screen.page.wait_for_url(re.compile(rf"[?&]focus={actor}(&|$)"))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_two_clicks_from_a_colour_to_the_sentence(app_url, new_screen, size):
    screen = new_screen(size)
    open_page(screen.page, f"{app_url}/?{VOTES}")
    france = place_on_the_map(screen, 2.5, 46.8)
    with a_run(screen):
        screen.page.mouse.click(*france)
    chooses(screen, "FRA")
    with a_run(screen):
        screen.page.get_by_role("link", name="Read the sentence in the source").first.click()
    marks = screen.page.locator(".source mark")
    expect(marks).to_contain_text("including France, Germany, Turkey")
    expect(marks).to_be_in_viewport()
    expect(screen.page.locator(".claim")).to_contain_text("France")
    assert screen.problems == []


def test_the_back_button_goes_back_through_choices_and_out(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}")
    with a_run(desktop):
        desktop.page.mouse.click(*place_on_the_map(desktop, 2.5, 46.8))
    chooses(desktop, "FRA")
    with a_run(desktop):
        desktop.page.go_back()
    expect(desktop.page.get_by_text("Click a state to see what it said")).to_be_visible()
    expect(desktop.page.locator(".shown")).to_contain_text("1 March to 30 April 2020")


def test_filters_stay_from_page_to_page(app_url, desktop):
    open_page(desktop.page, f"{app_url}/?{VOTES}&stance=oppose")
    for label, path in (("Timeline", "timeline"), ("Statements", "statements"), ("Data and method", "data")):
        with a_run(desktop):
            desktop.page.get_by_test_id("stSidebar").get_by_role("link", name=label).click()
        desktop.page.wait_for_url(re.compile(rf"/{path}\?.*issue=nk-votes-valid.*stance=oppose"))
        expect(desktop.page.locator(".shown")).to_contain_text("1 March to 30 April 2020 (only stance: Oppose)")


def test_a_drag_over_the_bars_sets_the_dates(app_url, desktop):
    open_page(desktop.page, f"{app_url}/timeline?issue=nk-votes-valid&from=2019-01-01&to=2021-12-31")
    edges = desktop.page.evaluate(
        """() => {
            const plot = document.querySelectorAll('.js-plotly-plot')[0], axis = plot._fullLayout.xaxis;
            const box = plot.getBoundingClientRect(), top = box.y + plot._fullLayout.margin.t + 20;
            return ['2020-03-02', '2020-04-28'].map(day => [box.x + axis._offset + axis.d2p(day), top]);
        }"""
    )
    with a_run(desktop):
        desktop.page.mouse.move(*edges[0])
        desktop.page.mouse.down()
        desktop.page.mouse.move(*edges[1], steps=8)
        desktop.page.mouse.up()
    desktop.page.wait_for_url(re.compile(r"from=2020-03-01&to=2020-04-30"))
    expect(desktop.page.locator(".shown")).to_contain_text("1 March to 30 April 2020")


def test_a_click_on_an_event_shows_who_reacted(app_url, desktop):
    open_page(desktop.page, f"{app_url}/timeline?{VOTES}")
    spot = desktop.page.evaluate(
        """() => {
            const plot = document.querySelectorAll('.js-plotly-plot')[1], box = plot.getBoundingClientRect();
            for (const trace of plot._fullData) {
                const ids = (trace.customdata || []).map(id => Array.isArray(id) ? id[0] : id);
                const place = ids.indexOf('nk-runoff-2020-04-14');
                if (place < 0 || !trace.mode || !trace.mode.includes('markers')) continue;
                const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;
                return [box.x + x._offset + x.d2p(trace.x[place]), box.y + y._offset + y.d2p(trace.y[place])];
            }
        }"""
    )
    with a_run(desktop):
        desktop.page.mouse.click(*spot)
    desktop.page.wait_for_url(re.compile("event=nk-runoff-2020-04-14"))
    expect(desktop.page.locator(".event-title")).to_contain_text("14 April 2020")
    expect(desktop.page.locator(".claim").first).to_be_attached()


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
    shown = desktop.page.locator(".shown").inner_text()
    with desktop.page.expect_download() as coming:
        desktop.page.get_by_role("button", name=label, exact=True).click()
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
    expect(desktop.page.get_by_role("button", name=re.compile("^Search"))).to_be_visible()
    expect(desktop.page.get_by_role("button", name=re.compile("^Download as"))).to_have_count(0)


def test_on_a_phone_a_tap_shows_the_way_to_what_it_opened(app_url, phone):
    open_page(phone.page, f"{app_url}/?{VOTES}&focus=FRA")
    phone.page.get_by_role("link", name="France: read on below").click()
    expect(phone.page.locator("#position")).to_be_in_viewport()
    assert phone.problems == []
