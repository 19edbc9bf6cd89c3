"""The matrix as a reader uses it: a cell opens, by click or keyboard; a name compares; a small map opens the large."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.verbs import a_run, axe_violations_in_themes, open_page, show_whole

FOCUSED = """() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute("aria-label") ?? active?.innerText;
}"""
# A canvas whose every pixel has one colour shows nothing, or not yet.
IS_DRAWN = """canvas => new Set(new Uint32Array(
    canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size > 3"""


def cell(screen, actor, issue):
    """The cell of an actor in the column of an issue."""
    heads = screen.page.get_by_role("columnheader").all_inner_texts()
    row = screen.page.get_by_role("row", name=re.compile(rf"^{actor}\b"))
    # The name is the row's header; all after it are cells.
    return row.get_by_role("gridcell").nth(heads.index(issue) - 1)


def test_a_click_on_a_cell_opens_what_was_said(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix")
    georgia = cell(desktop, "Georgia", "Azerbaijan's territorial integrity")
    expect(georgia).to_have_attribute("aria-label", re.compile("^Backed it – own voice, .*20"))
    with a_run(desktop):
        georgia.click()
    desktop.page.wait_for_url(re.compile("issue=az-territorial-integrity.*focus=GEO"))
    expect(desktop.page.locator("#position")).to_have_text("Georgia")
    expect(desktop.page.locator(".claim").first).to_contain_text("Georgia")
    expect(georgia).to_have_attribute("aria-selected", "true")
    with a_run(desktop):
        desktop.page.go_back()
    expect(desktop.page.locator("#position")).to_have_count(0)
    assert desktop.problems == []


def test_the_keyboard_walks_the_grid_and_opens_a_cell(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix?with=ARM&focus=AZE&issue=az-operation-2023")
    cell(desktop, "Azerbaijan", "Military operation of 19-20 September 2023").focus()
    desktop.page.keyboard.press("Home")
    assert desktop.page.evaluate(FOCUSED) == "Azerbaijan"
    desktop.page.keyboard.press("ArrowRight")
    assert "agreement over" in desktop.page.evaluate(FOCUSED)
    desktop.page.keyboard.press("ArrowRight")
    with a_run(desktop):
        desktop.page.keyboard.press("Enter")
    desktop.page.wait_for_url(re.compile("issue=minsk-process.*focus=AZE"))
    # The focus stays where it was, so that the walk goes on.
    assert "own voice" in desktop.page.evaluate(FOCUSED)
    assert desktop.problems == []


def test_the_grid_is_one_stop_for_the_tab_key(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix")
    expect(desktop.page.get_by_role("grid").locator('[tabindex="0"]')).to_have_count(1)
    assert desktop.page.get_by_role("grid").locator('[tabindex="-1"]').count() > 500


def test_a_name_compares_everyone_with_it_and_takes_it_back(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix")
    with a_run(desktop):
        desktop.page.get_by_role("rowheader", name="Kazakhstan").click()
    desktop.page.wait_for_url(re.compile("with=KAZ"))
    expect(desktop.page.locator(".answer")).to_contain_text("Compared with Kazakhstan")
    expect(desktop.page.get_by_role("rowheader").first).to_have_text("Kazakhstan")
    with a_run(desktop):
        desktop.page.get_by_role("rowheader", name="Kazakhstan").click()
    expect(desktop.page.locator(".answer")).to_contain_text("closest together")


def test_the_name_of_a_bloc_shows_its_members(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix?rows=blocs")
    with a_run(desktop):
        desktop.page.get_by_role("rowheader", name="GUAM").click()
    desktop.page.wait_for_url(re.compile("org=GUAM"))
    assert sorted(desktop.page.get_by_role("rowheader").all_inner_texts()) == [
        "Azerbaijan",
        "Georgia",
        "Moldova",
        "Ukraine",
    ]


def test_every_issue_has_a_small_map_that_opens_the_large_one(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix?from=2000-01-01")
    maps = desktop.page.locator(".small-maps a")
    expect(maps).to_have_count(12)
    for number in range(12):
        canvas = maps.nth(number).locator("canvas")
        canvas.scroll_into_view_if_needed()
        desktop.page.wait_for_function(IS_DRAWN, arg=canvas.element_handle())
    with a_run(desktop):
        maps.filter(has_text="resolution 62/243").click()
    desktop.page.wait_for_url(re.compile(r"/\?from=2000-01-01.*issue=unga-62-243"))
    expect(desktop.page.get_by_role("heading", level=1)).to_have_text("Who stands where?")
    assert desktop.problems == []


def test_small_maps_follow_the_scheme_without_a_new_run(app_url, desktop):
    open_page(desktop.page, f"{app_url}/matrix")
    canvas = desktop.page.locator(".small-maps canvas").first
    canvas.scroll_into_view_if_needed()
    desktop.page.wait_for_function(IS_DRAWN, arg=canvas.element_handle())
    light = canvas.evaluate("canvas => canvas.toDataURL()")
    desktop.page.emulate_media(color_scheme="dark")
    desktop.page.wait_for_function(
        "([element, before]) => element.toDataURL() !== before", arg=[canvas.element_handle(), light]
    )


CELLS = [("desktop", "with=ARM&focus=FRA"), ("phone", "rows=blocs&focus=EU&issue=unga-62-243")]


@pytest.mark.parametrize(("size", "query"), CELLS)
def test_a_chosen_cell_is_sound_in_every_theme(app_url, new_screen, size, query):
    screen = new_screen(size)
    open_page(screen.page, f"{app_url}/matrix?{query}")
    expect(screen.page.locator("#position")).to_be_attached()
    show_whole(screen.page)
    assert axe_violations_in_themes(screen.page) == []
    assert screen.problems == []


def test_on_a_phone_a_tap_shows_the_way_to_what_it_opened(app_url, phone):
    open_page(phone.page, f"{app_url}/matrix")
    with a_run(phone):
        cell(phone, "France", "Azerbaijan's territorial integrity").tap()
    phone.page.get_by_role("link", name="France: read on below").click()
    expect(phone.page.locator("#position")).to_be_in_viewport()
    assert phone.problems == []
