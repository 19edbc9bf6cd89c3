"""The lines of an actor as a reader uses them: point, click through a heap, walk by keyboard, while Python reruns."""

from itertools import combinations

import pytest
from playwright.sync_api import expect

from charts.theme import DARK, LIGHT
from tests.browser import verbs
from tests.browser.screen import SIZES
from tests.browser.server import running_app
from tests.browser.stance_lines_app import HEAP, MARKUP, drawing
from tests.browser.verbs import a_run, axe_violations, horizontal_overflow, open_page, show_whole
from tests.charts.stances import numbered
from ui.script import SHARED

POINTS = [[point["id"] for point in lane["points"]] for lane in drawing(0)["lanes"]]
_BOXES = """lines => [...lines.getRootNode().querySelectorAll('text, .title, .note, .members li, button, .legend li')]
    .filter(each => each.checkVisibility() && each.textContent.trim())
    .map(each => {
        const range = document.createRange();
        range.selectNodeContents(each);
        const {left, top, right, bottom} = range.getBoundingClientRect();
        return [each.textContent, left, top, right, bottom];
    })"""


@pytest.fixture(scope="module")
def lines_url():
    with running_app("tests/browser/stance_lines_app.py") as url:
        yield url


def open_lines(screen, url):
    open_page(screen.page, url)
    expect(screen.page.locator(".lanes [role=option]").first).to_be_visible()
    return screen.page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def point(page, statement):
    return page.locator(f'[data-id="{statement}"] .mark')


def middle(page, statement):
    return verbs.middle(point(page, statement))


def chosen(page):
    return page.locator(".lanes").evaluate("lanes => lanes.querySelector('[aria-selected=true]')?.dataset.id")


def focused(page):
    return page.locator(".lanes").evaluate(
        "lanes => lanes.querySelector(`#${lanes.getAttribute('aria-activedescendant')}`).dataset.id"
    )


def heard(page):
    return page.get_by_text("Heard").inner_text().split(", ")[1:]


def test_a_click_chooses_and_the_choice_survives_reruns_and_another_drawing(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    page.mouse.move(*middle(page, "2004-neutral"))
    expect(page.locator(".tip")).to_contain_text(f"{MARKUP} it said.")
    expect(page.locator(".tip")).to_contain_text("Changed from Recognised")
    with a_run(desktop):
        page.mouse.click(*middle(page, "2004-neutral"))
    assert (chosen(page), heard(page)) == ("2004-neutral", ["chosen 2004-neutral"])
    element = page.locator(".lanes").element_handle()
    with a_run(desktop):
        page.get_by_role("button", name="Another drawing").click()
    expect(page.locator(".lanes")).to_contain_text("One more")
    assert element.evaluate("lanes => lanes.isConnected")
    assert chosen(page) == "2004-neutral"
    expect(page.locator('[data-id="2004-neutral"] .ring')).to_be_visible()
    with a_run(desktop):
        page.get_by_role("button", name="Choose the vote").click()
    assert chosen(page) == "2006-01-01-support"
    assert page.evaluate("window.ran") is None
    assert desktop.problems == []


def test_clicks_on_the_same_place_go_through_a_heap(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    heap = POINTS[1]
    assert len(heap) == len(HEAP)
    found = set()
    for statement in heap:
        place = middle(page, statement)
        for _ in range(3):
            page.mouse.click(*place)
            found.add(chosen(page))
    assert found == set(heap)
    place = middle(page, "2000-05-01-oppose")
    for _ in range(3):
        page.mouse.click(*place)
        assert chosen(page) == "2000-05-01-oppose"


def talked(page, steps):
    """What is chosen after each step: the reader `says` an id, `hears` Python's, or lets so many seconds pass."""
    return page.evaluate(
        """async ([script, steps]) => {
            const {Agreement} = await import(URL.createObjectURL(new Blob([script], {type: 'text/javascript'})));
            const agreement = new Agreement('');
            let now = 0;
            performance.now = () => now;
            return steps.map(([act, what]) => {
                if (act === 'waits') now += 1000 * what;
                else agreement[act](what);
                return agreement.value;
            });
        }""",
        [(SHARED / "agreement.js").read_text(encoding="utf-8"), [step.split(maxsplit=1) for step in steps]],
    )


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        # One point was chosen twice: what comes first answers the first time, and the others are still to come.
        (["say A", "say B", "say A", "hear A", "say C", "hear B", "hear A", "hear C"], "ABAACCCC"),
        # Python had A already; its answers to B and A come later.
        (["say A", "hear A", "say B", "say A", "hear A", "hear B", "hear A"], "AABAAAA"),
        # Python skips what a later word overtook.
        (["say A", "say B", "say C", "hear C", "hear A"], "ABCCA"),
        # What was skipped is forgotten, and may then be Python's own word.
        (["say A", "say B", "say A", "hear A", "waits 11", "hear B"], "ABAAAB"),
        (["say A", "hear B", "hear A"], "ABA"),
    ],
)
def test_late_answers_do_not_undo_what_the_reader_chose_meanwhile(desktop, steps, values):
    assert "".join(talked(desktop.page, steps)) == values


def test_the_keyboard_goes_through_every_point_in_time_and_chooses(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    page.locator(".members button").focus()
    press(page, "Shift+Tab")
    expect(page.locator(".lanes")).to_be_focused()
    walked = [focused(page)]
    for _ in POINTS[0][1:]:
        press(page, "ArrowRight")
        walked.append(focused(page))
    assert walked == POINTS[0]
    press(page, "ArrowRight", "ArrowDown")
    assert focused(page) == POINTS[1][-2], "Not the first of the nearest day."
    press(page, "ArrowUp")
    assert focused(page) == "2002-06-01-support", "Not the nearest in time."
    press(page, "ArrowUp", "End", "Home", "ArrowLeft")
    assert focused(page) == POINTS[0][0]
    press(page, "ArrowDown", "Home")
    walked = [focused(page)]
    for _ in POINTS[1][1:]:
        press(page, "ArrowRight")
        walked.append(focused(page))
    assert walked == POINTS[1]
    runs = desktop.runs
    press(page, "ArrowDown")
    assert focused(page) == POINTS[1][-1]
    with a_run(desktop):
        press(page, "Enter")
    assert desktop.runs == runs + 1
    with a_run(desktop):
        press(page, "Escape")
    assert (chosen(page), heard(page)) == (None, [f"chosen {POINTS[1][-1]}", "chosen nothing"])
    expect(page.locator(".lanes")).to_be_focused()


def test_a_screen_reader_hears_day_issue_stance_and_change(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    lines = page.get_by_role("listbox", name="Ruritania has taken a position on 2 issues")
    expect(lines.get_by_role("option")).to_have_count(sum(map(len, POINTS)))
    group = lines.get_by_role("group", name="Recognition of the votes")
    expect(group.get_by_role("option").nth(3)).to_have_accessible_name(
        "1 January 2006, Recognition of the votes: Recognised, by vote. It said so in 1 January 2006. "
        "Changed from Took no side."
    )
    expect(page.get_by_role("listitem").filter(has_text="NAM")).to_have_text("NAM observer, start not known")


def test_forms_tell_votes_lists_and_periods(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    kinds = [point(page, each).evaluate("mark => mark.tagName + ' ' + mark.classList[1]") for each in POINTS[0]]
    assert kinds == ["circle word", "circle listed", "circle word", "rect vote", "circle word", "circle word"]
    expect(page.locator(".plot .period")).to_have_count(1)
    year = page.locator('[data-id="2004-neutral"] .period').evaluate("path => path.getBBox().width")
    decade = page.locator(".plot .level").first.evaluate("path => path.getBBox().width")
    assert year == pytest.approx(decade / 10, rel=0.01)


def test_only_some_memberships_are_shown_at_first(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    rows = page.locator(".members li")
    expect(rows.filter(visible=True)).to_have_count(8)
    page.get_by_role("button", name="Show all 10").click()
    expect(rows.filter(visible=True)).to_have_count(10)
    page.get_by_role("button", name="Show only 8").click()
    expect(rows.filter(visible=True)).to_have_count(8)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_sound_at_every_size_and_follows_the_theme(lines_url, new_screen, size):
    screen = new_screen(size)
    page = open_lines(screen, lines_url)
    page.get_by_role("button", name="Show all 10").click()
    show_whole(page)
    boxes = page.locator(".lanes").evaluate(_BOXES)
    width = page.viewport_size["width"]
    assert len(boxes) > 40
    assert [box for box in boxes if box[1] < 0 or box[3] > width] == []
    across = [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]
    assert across == []
    for theme, palette in (("light", LIGHT), ("dark", DARK)):
        page.emulate_media(color_scheme=theme)
        expect(point(page, "2000-05-01-oppose")).to_have_css("fill", colour("oppose-own", palette))
        assert axe_violations(page) == []
    assert horizontal_overflow(page) == []
    assert page.evaluate("window.ran") is None
    assert screen.problems == []


def overlap(one, other):
    """Whether two texts cover each other by more than the air that a line of text has around it."""
    _, left, top, right, bottom = one
    _, first, upper, last, lower = other
    return left < last and first < right and top + 2 < lower - 2 and upper + 2 < bottom - 2


def colour(name, palette):
    value = palette.named()[name]
    return "rgb({}, {}, {})".format(*(int(value[at : at + 2], 16) for at in (1, 3, 5)))


def test_a_narrower_window_draws_anew(lines_url, desktop):
    page = open_lines(desktop, lines_url)
    page.locator(".lanes").focus()
    press(page, "ArrowRight", "ArrowRight")
    before = middle(page, "2008-02-03-oppose")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        "x => document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot"
        ".querySelector('[data-id=\"2008-02-03-oppose\"] .mark').getBoundingClientRect().x < x",
        arg=min(before[0], 700),
    )
    assert len(numbered(HEAP)) == page.locator('[data-id^="2003-01"]').count()
    expect(page.locator(".focused")).to_have_attribute("data-id", "2004-neutral")
    assert focused(page) == "2004-neutral"
    press(page, "ArrowRight")
    assert focused(page) == "2006-01-01-support"


def test_a_tap_on_a_phone_chooses(lines_url, phone):
    page = open_lines(phone, lines_url)
    x, y = middle(page, "2000-05-01-oppose")
    with a_run(phone):
        page.touchscreen.tap(x + 8, y + 8)
    assert chosen(page) == "2000-05-01-oppose"
    expect(page.locator(".tip")).to_contain_text("1 May 2000: Not recognised")
