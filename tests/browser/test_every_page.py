"""What holds for every page, those to come included."""

import re
from itertools import zip_longest
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.pages import CHOSEN, PAGES, path_of
from tests.browser.screen import SIZES
from tests.browser.verbs import (
    a_run,
    axe_violations,
    axe_violations_in_themes,
    expect_no_exception,
    horizontal_overflow,
    open_page,
    show_whole,
)

FILTERS = "from=2020-03-01&to=2020-04-30&issue=nk-votes-valid"
MARKUP = "<img src=x onerror=window.ran=1><script>window.ran=1</script>*a* $b$ :red[c] [d](javascript:ran=1)"
DATES = ("2020-02-31", "0000-00-00", "99999-01-01", "1066-10-14", "20200301", "yesterday", "-1", "", MARKUP)
WORDS = (
    "no-such-id",
    "AZE,ARM",
    "' or 1=1 --",
    "${x}",
    "../../etc/passwd",
    "𝔘𝔫𝔦\u202e",
    "NaN",
    "-1",
    "",
    MARKUP,
)

RAW = (
    "from=%00",
    "issue=%00&actor=%ff%fe",
    "actor=a&actor=b&actor=a",
    "=&&==&?",
    f"actor={10_000 * 'x'}",
    f"from={10_000 * '9'}",
)
TO_ADDRESS = """address => {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}"""
OTHER_FILTERS = (
    "issue",
    "actor",
    "org",
    "stance",
    "kind",
    "attribution",
    "source",
    "event",
    "who",
    "with",
    "before",
    "statement",
    "page",
)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound_at_every_size_and_in_every_theme(app_url, screen, name):
    open_page(screen.page, f"{app_url}{path_of(name)}?{CHOSEN.get(name, '')}")
    expect(screen.page.get_by_role("heading", level=1)).to_have_count(1)
    expect_no_exception(screen.page)
    assert horizontal_overflow(screen.page) == []
    show_whole(screen.page)
    # Layout goes by the size and colours by the theme: one size is looked at in both.
    look = axe_violations_in_themes if screen.page.viewport_size["width"] == SIZES["desktop"][0] else axe_violations
    assert look(screen.page) == []
    assert screen.problems == []
    assert screen.foreign_requests() == []


# The filters are the same on every page; two of these are here without the thing that they are about.
@pytest.mark.parametrize("name", ["map", "event", "actor"])
def test_filters_on_a_phone_open_sound(app_url, phone, name):
    open_page(phone.page, app_url + path_of(name))
    phone.page.get_by_test_id("stExpandSidebarButton").click()
    expect(phone.page.get_by_test_id("stSidebar")).to_be_in_viewport()
    show_whole(phone.page)
    assert axe_violations_in_themes(phone.page) == []
    assert phone.problems == []


# How a server begins is the same for every page; of these one is its root.
@pytest.mark.parametrize("name", ["map", "event"])
def test_deep_link_works_on_a_server_that_nobody_has_visited(fresh_app_url, desktop, name):
    open_page(desktop.page, f"{fresh_app_url}{path_of(name)}?{FILTERS}")
    expect_no_exception(desktop.page)
    expect(desktop.page.locator(".shown[role=status]")).to_contain_text(re.compile(r"1 March (2020 )?to 30 April 2020"))
    desktop.page.wait_for_url(re.compile(re.escape(path_of(name)) + r"\?.*from=2020-03-01"))
    assert desktop.problems == []


# One piece of code reads the address for all pages, and tests/ui tries it with much more: here markup goes to every
# page, and everything else to one page each.
@pytest.mark.parametrize(("place", "name"), [*enumerate(PAGES)], ids=PAGES)
def test_nonsense_in_the_address_leaves_the_page_standing(app_url, desktop, place, name):
    nonsense = [*zip_longest(DATES, WORDS, fillvalue="")]
    open_page(desktop.page, app_url + path_of(name))
    for day, word in [*nonsense[place % len(nonsense) :: len(PAGES)], (MARKUP, MARKUP)]:
        values = "&".join(f"{key}={quote(word)}" for key in OTHER_FILTERS)
        _go_to(desktop, f"{path_of(name)}?from={quote(day)}&to={quote(day)}&{values}")
        _expect_to_stand(desktop)


@pytest.mark.long
@pytest.mark.parametrize("name", ["map", "actor"])
def test_an_address_that_is_hardly_one_leaves_the_page_standing(app_url, desktop, name):
    first, *others = RAW
    open_page(desktop.page, f"{app_url}{path_of(name)}?{first}")
    _expect_to_stand(desktop)
    for query in others:
        _go_to(desktop, f"{path_of(name)}?{query}")
        _expect_to_stand(desktop)


def _go_to(screen, address):
    """As the back button would: the app need not be loaded again for it."""
    with a_run(screen):
        screen.page.evaluate(TO_ADDRESS, address)


def _expect_to_stand(screen):
    expect(screen.page.get_by_role("heading", level=1)).to_have_count(1)
    expect_no_exception(screen.page)
    assert screen.problems == [], screen.page.url
    assert screen.page.evaluate("window.ran") is None, screen.page.url
