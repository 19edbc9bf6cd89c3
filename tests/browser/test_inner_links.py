"""A name leads to its page without a reload, filters along; what is not ours to follow is left to the browser."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.verbs import a_run, expect_no_exception, middle, open_page, wait_for_run

FILTERS = {"from": ["2020-03-01"], "to": ["2020-04-30"], "issue": ["nk-votes-valid"], "stance": ["oppose"]}
STATEMENTS = "/statements?from=2020-03-01&to=2020-04-30&issue=nk-votes-valid&stance=oppose"
CHOSEN = f"{STATEMENTS}&statement=2020-04-15-geo-nk-votes-valid"
# Long enough for a run that should not be.
QUIET_MS = 1_000


def parameters(page):
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def path(page):
    return urlsplit(page.evaluate("location.href")).path


def marked(screen, url):
    """Open a page, and leave a mark that a reload would wipe out."""
    open_page(screen.page, url)
    screen.page.evaluate("window.mark = 'stays'")
    return screen.page


def is_marked(page):
    return page.evaluate("window.mark") == "stays"


def georgia(page):
    return page.locator(".claim .who").get_by_role("link", name="Georgia", exact=True)


def test_a_click_changes_the_page_without_a_reload_and_the_back_button_comes_back(app_url, desktop):
    page = marked(desktop, app_url + CHOSEN)
    steps = page.evaluate("history.length")
    with a_run(desktop):
        georgia(page).click()
    assert path(page) == "/actor"
    assert parameters(page).items() >= {**FILTERS, "who": ["GEO"]}.items()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect_no_exception(page)
    assert page.evaluate("history.length") == steps + 1
    assert is_marked(page)
    with a_run(desktop):
        page.go_back()
    assert page.evaluate("location.href") == app_url + CHOSEN
    expect(georgia(page)).to_be_visible()
    assert is_marked(page)
    assert desktop.problems == []


def test_a_click_is_one_run_and_a_run_without_a_click_stays_on_its_page(app_url, desktop):
    page = marked(desktop, app_url + CHOSEN)
    with a_run(desktop):
        georgia(page).click()
    runs = desktop.runs
    page.wait_for_timeout(QUIET_MS)
    assert desktop.runs == runs
    with a_run(desktop):
        page.go_back()
    with a_run(desktop):
        page.get_by_text("2020 war", exact=True).click()
    assert path(page) == "/statements"


def test_the_keyboard_follows_a_link_too(app_url, desktop):
    page = marked(desktop, app_url + CHOSEN)
    georgia(page).focus()
    with a_run(desktop):
        page.keyboard.press("Enter")
    assert path(page) == "/actor"
    assert is_marked(page)


def test_from_a_source_to_an_actor_and_back_to_the_same_source(app_url, desktop):
    page = marked(desktop, f"{app_url}/source?read=azernews-2020-04-15-geo")
    with a_run(desktop):
        page.locator(".told").get_by_role("link", name="Georgia", exact=True).first.click()
    assert parameters(page)["who"] == ["GEO"]
    with a_run(desktop):
        page.go_back()
    assert parameters(page)["read"] == ["azernews-2020-04-15-geo"]
    expect(page.locator(".text")).to_be_visible()
    assert is_marked(page)


def test_a_link_to_the_page_that_one_is_on_works_and_is_a_step_of_its_own(app_url, desktop):
    page = marked(desktop, f"{app_url}/?focus=DEU&through=EU&issue=az-operation-2023")
    with a_run(desktop):
        page.locator(".claim .note").get_by_role("link", name=re.compile("September 2023")).first.click()
    assert "focus" not in parameters(page)
    with a_run(desktop):
        page.go_back()
    assert parameters(page)["focus"] == ["DEU"]
    assert is_marked(page)


@pytest.mark.long
@pytest.mark.parametrize(("button", "modifiers"), [("middle", []), ("left", ["ControlOrMeta"]), ("left", ["Shift"])])
def test_another_click_opens_the_address_elsewhere_and_it_works_by_itself(app_url, desktop, button, modifiers):
    page = marked(desktop, app_url + CHOSEN)
    with page.context.expect_page() as opened:
        georgia(page).click(button=button, modifiers=modifiers)
    other = opened.value
    wait_for_run(other)
    assert path(other) == "/actor"
    assert parameters(other).items() >= {**FILTERS, "who": ["GEO"]}.items()
    expect_no_exception(other)
    assert page.evaluate("location.href") == app_url + CHOSEN
    assert is_marked(page)


def test_the_address_in_the_link_is_right_without_our_script(app_url, desktop):
    page = marked(desktop, app_url + CHOSEN)
    # Ahead of our listener, which leaves alone what was stopped here.
    page.evaluate("addEventListener('click', event => event.stopImmediatePropagation(), true)")
    georgia(page).click()
    page.wait_for_url("**/actor?**")
    wait_for_run(page)
    assert not is_marked(page)
    assert parameters(page).items() >= {**FILTERS, "who": ["GEO"]}.items()
    expect_no_exception(page)


def test_links_within_the_page_and_to_other_hosts_are_not_ours(app_url, desktop):
    page = marked(desktop, f"{app_url}/source?read=azernews-2020-04-15-geo")
    runs = desktop.runs
    page.locator(".text sup a").first.click()
    page.wait_for_timeout(QUIET_MS)
    assert page.evaluate("location.hash") == "#claims-1"
    assert desktop.runs == runs
    prevented = page.evaluate(
        """hrefs => hrefs.map(href => {
            const link = document.body.appendChild(document.createElement("a"));
            link.href = href;
            let ours = null;
            // Last of all: sees what our listener did, then keeps the browser here.
            const see = event => { ours = event.defaultPrevented; event.preventDefault(); };
            addEventListener("click", see, {once: true});
            link.click();
            link.remove();
            return ours;
        })""",
        ["https://example.org/actor?who=GEO", "/shapes/actor?who=GEO", "no-such-page?who=GEO", "actor?who=GEO#part"],
    )
    assert prevented == [False] * 4
    assert path(page) == "/source"


def test_nothing_of_it_is_seen(app_url, desktop):
    page = marked(desktop, app_url + CHOSEN)
    assert page.locator(".st-key-inner-links").bounding_box() is None
    title = page.get_by_role("heading", level=1).bounding_box()
    assert title["y"] < 100


@pytest.mark.parametrize("pressed_ms", [0, 90])
def test_a_field_left_for_a_link_loses_neither_what_was_typed_nor_the_click(app_url, desktop, pressed_ms):
    page = marked(desktop, f"{app_url}/")
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_role("group", name="From").get_by_role("spinbutton").first.click()
    page.keyboard.type("06052019")
    with a_run(desktop):
        sidebar.get_by_role("link", name="Timeline", exact=True).click(delay=pressed_ms)
    page.wait_for_url("**/timeline?*")
    assert parameters(page)["from"] == ["2019-05-06"]
    assert is_marked(page)


def test_a_press_that_is_dragged_off_a_link_leaves_it_to_the_keyboard(app_url, desktop):
    page = marked(desktop, f"{app_url}/")
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_role("group", name="From").get_by_role("spinbutton").first.click()
    page.keyboard.type("06")
    link = sidebar.get_by_role("link", name="Timeline", exact=True)
    page.mouse.move(*middle(link))
    page.mouse.down()
    page.mouse.move(900, 20)
    page.mouse.up()
    link.focus()
    with a_run(desktop):
        page.keyboard.press("Enter")
    page.wait_for_url("**/timeline*")
    assert is_marked(page)
