"""A page that is kept for the next test brings nothing of the last one along."""

from playwright.sync_api import expect

from tests.browser.screen import SIZES, open_screen, shown_on, wiped

STATE = """async () => ({
    cookies: document.cookie,
    kept: localStorage.length + sessionStorage.length,
    copying: (await navigator.permissions.query({name: 'clipboard-read'})).state,
    motion: matchMedia('(prefers-reduced-motion)').matches,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    size: [innerWidth, innerHeight],
    steps: history.length,
    mark: window.mark ?? null,
})"""


def test_a_wiped_page_is_as_a_new_one(browser, app_url):
    address = f"{app_url}/api"
    screen = open_screen(browser, "phone")
    page = screen.page
    page.goto(address)
    new = page.evaluate(STATE)
    assert new["size"] == [*SIZES["phone"]]
    page.evaluate("document.cookie = 'a=b'; localStorage.a = sessionStorage.a = window.mark = 1")
    page.context.grant_permissions(["clipboard-read"])
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size({"width": 500, "height": 500})
    page.context.new_page()
    page.route("**/api", lambda route: route.abort())
    page.evaluate("history.pushState({}, '', '?x')")
    used = page.evaluate(STATE)
    assert [name for name in new if used[name] == new[name]] == []
    kept = wiped(screen, "phone")
    asked = len(screen.requests)
    again = shown_on(kept, "light")
    again.page.goto(address)
    expect(again.page.get_by_role("heading", level=1)).to_be_visible()
    assert again.page.evaluate(STATE) == new
    assert again.page.context.pages == [again.page]
    assert len(screen.requests) == asked
    assert again.requests[0] == address
    page.context.close()
