"""One of hundreds of issues is chosen by words of its title, by keyboard or mouse, and nothing old comes back."""

import pytest
from playwright.sync_api import expect

from tests.browser.issue_box_app import LONG, TITLES
from tests.browser.server import running_app
from tests.browser.verbs import a_run, axe_violations, horizontal_overflow, open_page, themes

MORE = ".more"
# What the server says reaches the page that much later.
LATE = """(() => {
    const listen = EventTarget.prototype.addEventListener;
    WebSocket.prototype.addEventListener = function (kind, hear, ...rest) {
        const late = event => setTimeout(hear, window.late ?? 0, event);
        return listen.call(this, kind, kind === 'message' ? late : hear, ...rest);
    };
})()"""
CHOOSE_TWO = """async box => {
    const seen = new Set(), end = performance.now() + 1200;
    const choose = at => (box.click(), box.getRootNode().querySelector(`#option-${at}`).click());
    window.late = 300;
    choose(5);
    setTimeout(choose, 100, 6);
    await new Promise(done => setTimeout(done, 150));
    while (performance.now() < end) await new Promise(requestAnimationFrame).then(() => seen.add(box.value));
    return [...seen];
}"""


@pytest.fixture(scope="module")
def box_url():
    with running_app("tests/browser/issue_box_app.py") as url:
        yield url


def opened(screen, url):
    open_page(screen.page, url)
    box = screen.page.get_by_role("combobox", name="Issue")
    expect(box).to_have_value(TITLES["motion-250"])
    return box


def listed(box):
    return box.page.get_by_role("listbox", name="Issues").get_by_role("option")


def at(box):
    """The option that the keyboard is at, as a screen reader finds it."""
    return box.evaluate(
        "box => box.getRootNode().getElementById(box.getAttribute('aria-activedescendant'))?.textContent"
    )


def selected(box):
    return box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")


def heard(page):
    return page.get_by_text("Heard").inner_text().split(", ")[1:]


def test_the_keyboard_finds_walks_chooses_and_goes_back_on_it(box_url, desktop):
    box = opened(desktop, box_url)
    page = box.page
    box.focus()
    assert selected(box) == TITLES["motion-250"]
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert listed(box).first.inner_text() == "Every issue"
    assert at(box) == listed(box).nth(1).inner_text() == TITLES["motion-250"]
    expect(listed(box).nth(1)).to_have_attribute("aria-selected", "true")
    expect(listed(box)).to_have_count(40)
    assert page.locator(MORE).inner_text() == "and 367 more: type words of a title"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert at(box) == listed(box).last.inner_text()
    # Capitals, accents and order do not matter; what was typed as it stands comes first.
    for typed, first, count in (
        ("PORT harbour 3 motion", TITLES["motion-3"], 40),
        ("agri igdir peche", TITLES["accents"], 1),
        ("fog", "Fog", 2),
        ("המגדלור", TITLES["hebrew"], 1),
    ):
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        expect(listed(box)).to_have_count(count)
        assert at(box) == listed(box).first.inner_text() == first
    expect(page.get_by_role("status").filter(has_text="1 issue")).to_be_attached()
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value(TITLES["motion-250"])
    page.keyboard.type("zebra")
    expect(listed(box)).to_have_count(0)
    assert page.locator(MORE).inner_text() == "No title holds all of these words."
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(box).to_have_value(TITLES["motion-250"])
    expect(page.get_by_role("combobox", name="Beside it")).to_be_focused()
    box.focus()
    page.keyboard.type("<img reefs")
    with a_run(desktop):
        page.keyboard.press("Enter")
    expect(box).to_have_value(TITLES["markup"])
    expect(box).to_be_focused()
    assert heard(page) == ["markup"]
    assert page.evaluate("window.ran") is None
    assert desktop.problems == []


def test_the_mouse_chooses_and_a_choice_made_elsewhere_is_shown_and_not_undone(box_url, desktop_of_its_own):
    desktop_of_its_own.page.add_init_script(LATE)
    box = opened(desktop_of_its_own, box_url)
    page = box.page
    box.click()
    assert selected(box) == TITLES["motion-250"]
    box.fill("motion 9 port 2")
    with a_run(desktop_of_its_own):
        listed(box).get_by_text(TITLES["motion-9"], exact=True).click()
    expect(box).to_have_value(TITLES["motion-9"])
    expect(listed(box)).to_have_count(0)
    # A run does not undo what is being typed.
    box.fill("harbour")
    with a_run(desktop_of_its_own):
        page.get_by_role("button", name="Elsewhere").evaluate("button => button.click()")
    expect(box).to_have_value("harbour")
    page.keyboard.press("Escape")
    expect(box).to_have_value(TITLES["motion-7"])
    # The answer to the first of two does not undo the second.
    seen = box.evaluate(CHOOSE_TWO)
    assert len(seen) == 1
    assert [TITLES[issue] for issue in heard(page)[-1:]] == seen
    assert len(heard(page)) == 3
    page.keyboard.press("Tab")
    page.locator(".opener").click()
    expect(listed(box)).to_have_count(40)
    page.locator(".opener").click()
    expect(listed(box)).to_have_count(0)
    assert desktop_of_its_own.problems == []


def test_a_finger_chooses_a_long_title_which_wraps(box_url, phone):
    box = opened(phone, box_url)
    box.tap()
    box.fill("marshes")
    option = listed(box).first
    assert option.bounding_box()["height"] > 60
    assert not horizontal_overflow(box.page)
    with a_run(phone):
        option.tap()
    expect(box).to_have_value(LONG)
    assert phone.problems == []


def test_axe_finds_nothing_open_or_closed_and_it_is_as_high_as_a_select_box(box_url, screen):
    box = opened(screen, box_url)
    beside = screen.page.get_by_test_id("stSelectbox").locator("[role=group]").bounding_box()
    field = screen.page.locator(".field").bounding_box()
    assert (field["x"], field["width"], field["height"]) == (beside["x"], beside["width"], beside["height"])
    for theme in themes(screen.page):
        assert not axe_violations(screen.page), theme
        box.click()
        box.fill("motion")
        expect(listed(box)).to_have_count(40)
        assert not axe_violations(screen.page), theme
        screen.page.keyboard.press("Escape")
