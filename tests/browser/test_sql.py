"""From a page to the question behind it, to an answer of one's own, to a file and a link, by the keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.verbs import a_run, open_page

FILTERS = "from=2020-03-01&to=2020-04-30&issue=nk-votes-valid"


def re_of(text):
    return re.compile(re.escape(text))


OWN = "select stance, count(*) as n from statements group by all order by n desc"


def test_from_the_map_to_a_question_of_ones_own_its_file_and_its_link(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}/?{FILTERS}")
    page.get_by_role("link", name="Open in SQL").first.click()
    box = page.get_by_role("textbox", name="Your question, in SQL")
    expect(box).to_have_value(re_of("positions_told"))
    with a_run(desktop):
        box.press("Control+Enter")
    expect(page.locator("p.answer")).to_have_text(re_of("218 rows of 16 columns"))
    with a_run(desktop):
        box.fill(OWN)
        box.press("Control+Enter")
    expect(page.locator("p.answer")).to_have_text(re_of("3 rows of 2 columns"))
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ['"stance"', '"support"', '"oppose"', '"neutral"']
    page.get_by_text("Draw it").click()
    expect(page.locator(".st-key-sql-chart .js-plotly-plot")).to_be_visible()
    address = page.evaluate("location.href")
    open_page(page, address)
    expect(page.locator("p.answer")).to_have_text(re_of("3 rows of 2 columns"))
    expect(box).to_have_value(OWN)
    with a_run(desktop):
        box.fill("select * from read_text('/etc/passwd')")
        box.press("Control+Enter")
    expect(page.get_by_test_id("stAlert")).to_contain_text("gives no rows of the collection")
    assert desktop.problems == []


def test_a_question_is_still_there_after_a_look_at_another_page(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}/sql?{FILTERS}")
    box = page.get_by_role("textbox", name="Your question, in SQL")
    with a_run(desktop):
        box.fill(OWN)
        box.press("Control+Enter")
    for name in ("Statements", "SQL"):
        with a_run(desktop):
            page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    expect(box).to_have_value(OWN)
