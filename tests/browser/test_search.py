"""The search box: from any page to what was found and on to the words in the source, by keyboard alone."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.verbs import PATIENCE_MS, a_run, expect_no_exception, open_page

ARTICLE = "azernews-2020-04-15-geo"
# What has the focus, also below a shadow root.
AT = """() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
}"""


def parameters(page):
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def focused(page):
    """The element that has the focus, also below a shadow root."""
    return page.evaluate_handle(AT).as_element()


def is_on_first_hit(page):
    page.wait_for_function("document.activeElement?.matches('a.hit')", timeout=PATIENCE_MS)


@pytest.mark.parametrize("place", ["statements?stance=oppose&issue=nk-votes-valid", "data"])
def test_from_any_page_to_the_sentence_of_the_first_hit_by_keyboard(app_url, desktop, place):
    page = desktop.page
    open_page(page, f"{app_url}/{place}")
    page.evaluate("window.mark = 'stays'")
    page.keyboard.press("/")
    page.keyboard.type('"illegal elections held"')
    with a_run(desktop):
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\?"))
    assert parameters(page)["q"] == ['"illegal elections held"']
    is_on_first_hit(page)
    with a_run(desktop):
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"read={ARTICLE}"))
    page.wait_for_function(f"/illegal elections held/.test(({AT})()?.textContent)", timeout=PATIENCE_MS)
    assert focused(page).evaluate("at => at.tagName") == "MARK"
    box = focused(page).bounding_box()
    assert 0 <= box["y"] <= 900 - box["height"]
    assert page.evaluate("window.mark") == "stays"
    expect_no_exception(page)
    assert desktop.problems == []


def test_filters_go_along_and_the_back_button_leads_back(app_url, desktop):
    page = desktop.page
    address = f"{app_url}/statements?stance=oppose&issue=nk-votes-valid&from=2020-01-01&to=2020-12-31"
    open_page(page, address)
    box = page.get_by_role("searchbox").first
    box.fill("elections")
    with a_run(desktop):
        box.press("Enter")
    is_on_first_hit(page)
    assert parameters(page).items() >= {"stance": ["oppose"], "from": ["2020-01-01"], "q": ["elections"]}.items()
    with a_run(desktop):
        page.go_back()
    assert page.evaluate("location.href") == address


def test_a_count_narrows_the_search_and_a_second_click_takes_it_out_again(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}/search?q=elections")
    facets = page.get_by_role("navigation", name="Narrow the search")
    with a_run(desktop):
        facets.get_by_role("link", name="Statements", exact=True).click()
    assert parameters(page)["found"] == ["statement"]
    expect(page.locator("ol.hits li").first).to_contain_text("Statement:")
    with a_run(desktop):
        facets.get_by_role("link", name="Statements is chosen; take it out").click()
    assert "found" not in parameters(page)


def test_markup_in_the_words_is_only_ever_words(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}/search?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+elections")
    expect(page.locator(".answer")).to_contain_text("<img src=x onerror=alert(1)> elections")
    expect_no_exception(page)
    assert desktop.problems == []


def test_a_slash_is_a_slash_where_a_reader_types(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}/search")
    box = page.get_by_role("searchbox").last
    box.press_sequentially("a/b")
    expect(box).to_have_value("a/b")


def test_on_a_phone_the_box_of_the_page_takes_the_words(app_url, phone):
    page = phone.page
    open_page(page, f"{app_url}/search")
    box = page.get_by_role("searchbox").last
    box.fill("ceasefire")
    with a_run(phone):
        box.press("Enter")
    expect(page.locator("ol.hits li").first).to_be_visible(timeout=PATIENCE_MS)
    assert phone.problems == []
