"""The timeline as a reader uses it, on a page of its own: point, click, drag, walk by keyboard, while Python reruns."""

import re
from datetime import date
from itertools import combinations, groupby

import pytest
from playwright.sync_api import expect

from charts.theme import contrast
from tests.browser.server import running_app
from tests.browser.time_line_app import EXTENT, FEW
from tests.browser.verbs import a_run, axe_violations, horizontal_overflow, middle, open_page, still, themes

ALL, YEAR, QUARTER = EXTENT, ("2020-01-01", "2020-12-31"), ("2020-03-01", "2020-05-20")
WAR = ("2020-10-02", "2020-10-30")
BOXES = """(svg, asked) => [...svg.querySelectorAll(asked)].map(each => {
    const {left, top, right, bottom} = each.getBoundingClientRect();
    return {name: each.getAttribute('aria-label') ?? each.textContent, box: [left, top, right, bottom]};
})"""
MARKS = ".events [role=option]"
TEXTS = "text:not(.count):not(.many)"


@pytest.fixture(scope="module")
def time_line_url():
    with running_app("tests/browser/time_line_app.py") as url:
        yield url


def open_line(screen, url, shows="few", dates=ALL, more=""):
    screen.page.emulate_media(reduced_motion="reduce")
    open_page(screen.page, f"{url}/?shows={shows}&from={dates[0]}&to={dates[1]}{more}")
    expect(screen.page.locator(".plot .tick").first).to_be_visible()
    expect(screen.page.get_by_text("Heard")).to_contain_text("painted")
    return screen.page


def heard(page):
    return page.get_by_text("Heard").inner_text().split(", ")[1:]


def boxes(page, asked):
    return still(page.locator(".plot")).evaluate(BOXES, asked)


def plot(page):
    """Where the axis is on the screen: left, top, right, bottom."""
    [base] = [found["box"] for found in boxes(page, ".ground > .base")[:1]]
    [whole] = [found["box"] for found in page.locator(".stage").evaluate(BOXES, ".plot")]
    return base[0], whole[1], base[2], whole[3]


def place_of(page, day, dates):
    """The middle of a day on the screen, counted here from the ends of the axis."""
    since, until = (date.fromisoformat(edge) for edge in dates)
    left, _, right, _ = plot(page)
    days = (until - since).days + 1
    return left + ((date.fromisoformat(day) - since).days + 0.5) / days * (right - left)


def drag(page, start, end, dates, is_released=True):
    height = boxes(page, ".ground .base")[0]["box"][1] - 60
    page.mouse.move(place_of(page, start, dates), height)
    page.mouse.down()
    for step in (0.4, 1):
        start_x, end_x = (place_of(page, day, dates) for day in (start, end))
        page.mouse.move(start_x + (end_x - start_x) * step, height)
    if is_released:
        page.mouse.up()


def overlap(one, other):
    wide = min(one["box"][2], other["box"][2]) - max(one["box"][0], other["box"][0])
    high = min(one["box"][3], other["box"][3]) - max(one["box"][1], other["box"][1])
    return wide > 0.5 and high > 0.5


def on_each_other(found):
    return [(one["name"], other["name"]) for one, other in combinations(found, 2) if overlap(one, other)]


def mark(page, name):
    return page.locator(f'{MARKS}[aria-label*="{name}"]')


def active(page, layer):
    return page.locator(".plot").evaluate(
        "(svg, layer) => svg.getRootNode().getElementById("
        "svg.querySelector(layer).getAttribute('aria-activedescendant'))?.getAttribute('aria-label')",
        layer,
    )


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def in_time(rows):
    return [row[2] for row in sorted(rows, key=lambda row: (row[3], row[0]))]


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize(
    ("shows", "dates"),
    [("few", YEAR), ("few", WAR), ("400", ALL), ("400", QUARTER), ("crowd", ("2008-03-14", "2008-03-14"))],
)
def test_nothing_lies_on_another_or_leaves_the_plot(time_line_url, new_screen, size, shows, dates):
    screen = new_screen(size)
    page = open_line(screen, time_line_url, shows, dates, "&day=2020-04-02")
    # The letters of a line are lower than its box.
    texts = [
        {**text, "box": [text["box"][0], text["box"][1] + 2, text["box"][2], text["box"][3] - 2]}
        for text in boxes(page, TEXTS)
    ]
    marks = boxes(page, MARKS)
    assert marks
    assert len(texts) > 5
    assert on_each_other(texts) == []
    assert on_each_other(marks) == []
    assert [pair for mark in marks for text in texts if overlap(mark, text) for pair in [(mark, text)]] == []
    left, top, right, bottom = plot(page)
    for found in marks:
        assert left - 1 <= found["box"][0]
        assert found["box"][2] <= right + 1
    for found in texts:
        assert top <= found["box"][1]
        assert found["box"][2] <= right + 12
        assert found["box"][3] <= bottom
    assert horizontal_overflow(page) == []
    assert screen.problems == []


def test_a_click_on_an_event_or_on_its_words_chooses_it(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    with a_run(desktop):
        mark(page, "long ago").click()
    assert heard(page)[-1] == "chosen vote-0"
    expect(page.locator(f"{MARKS}[aria-selected=true]")).to_have_attribute(
        "aria-label", "10 December 1991: A referendum of long ago, 1 statement"
    )
    words = next(text["box"] for text in boxes(page, ".label") if text["name"].startswith("Resolution 62/243"))
    with a_run(desktop):
        page.mouse.click((words[0] + words[2]) / 2, (words[1] + words[3]) / 2)
    assert heard(page)[-1] == "chosen resolution"
    with a_run(desktop):
        page.get_by_role("button", name="Choose the clash").click()
    expect(page.locator(f"{MARKS}[aria-selected=true]")).to_have_attribute(
        "aria-label", f"12 to 16 July 2020: {FEW[2][2]}, no statements"
    )
    assert desktop.problems == []
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize(
    ("dates", "start", "end", "since", "until"),
    [
        # A year counts when the drag covers its middle.
        (ALL, "1999-06-20", "2003-07-10", "1999-01-01", "2003-12-31"),
        (ALL, "2003-05-20", "1999-08-10", "2000-01-01", "2002-12-31"),
        (ALL, "2020-01-20", "2020-06-10", "2020-01-01", "2020-12-31"),
        # Weeks begin on Monday: 9 March 2020 was one. The range begins within a week, on a Wednesday.
        (YEAR, "2020-03-09", "2020-03-28", "2020-03-09", "2020-03-29"),
        (YEAR, "2020-01-01", "2020-01-10", "2020-01-01", "2020-01-12"),
        (QUARTER, "2020-04-02", "2020-04-06", "2020-04-03", "2020-04-05"),
    ],
)
def test_a_drag_selects_whole_bins(time_line_url, desktop, dates, start, end, since, until):
    page = open_line(desktop, time_line_url, dates=dates)
    if dates == QUARTER:
        # From just after the middle of a day to just before that of another: neither counts.
        left, right = place_of(page, start, dates) + 2, place_of(page, end, dates) - 2
        height = boxes(page, ".ground .base")[0]["box"][1] - 60
        page.mouse.move(left, height)
        page.mouse.down()
        page.mouse.move(right, height)
    else:
        drag(page, start, end, dates, is_released=False)
    expect(page.locator(".stretch")).to_be_visible()
    with a_run(desktop):
        page.mouse.up()
    assert f"dates {since} {until}" in heard(page)
    expect(page.locator(".stretch")).to_be_hidden()
    expect(page.get_by_text("Heard")).to_contain_text(f"painted {since} {until}")


def test_a_drag_is_left_by_escape_and_a_twitch_is_a_click(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    drag(page, "1999-06-20", "2003-07-10", ALL, is_released=False)
    press(page, "Escape")
    expect(page.locator(".stretch")).to_be_hidden()
    page.mouse.up()
    x, y = middle(mark(page, "long ago"))
    with a_run(desktop):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 3, y + 2)
        page.mouse.up()
    assert heard(page)[1:] == ["chosen vote-0"]


def test_a_click_on_a_bar_narrows_to_it_and_on_a_span_to_its_period(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    with a_run(desktop):
        page.locator('.bars [aria-label^="2008-01-01"]').click()
    assert "dates 2008-01-01 2008-12-31" in heard(page)
    span = page.locator(".bars .span").first
    first, last = span.get_attribute("aria-label").split(":")[0].split(" to ")
    [*_, found] = [each["box"] for each in boxes(page, ".bars .span .unsure")][:1]
    if (first, last) == ("2008-01-01", "2008-12-31"):
        span = page.locator(".bars .span").nth(1)
        first, last = span.get_attribute("aria-label").split(":")[0].split(" to ")
        found = boxes(page, ".bars .span .unsure")[1]["box"]
    with a_run(desktop):
        page.mouse.click(found[0] + 4, (found[1] + found[3]) / 2)
    assert f"dates {first} {last}" in heard(page)


def test_a_mark_of_many_events_narrows_the_dates_until_each_has_its_own(time_line_url, desktop):
    page = open_line(desktop, time_line_url, "crowd")
    shared = page.locator(".events .cluster")
    assert shared.count() == 2
    with a_run(desktop):
        page.get_by_role("button", name="Next event").click()
    expect(page.locator(f"{MARKS}[aria-selected=true]")).to_have_attribute(
        "aria-label", re.compile("Event 0 of one day")
    )
    expect(shared.first).to_have_attribute("aria-label", re.compile("^27 events, 14 March 2008, Event .* and 21 more$"))
    with a_run(desktop):
        shared.first.click()
    assert "dates 2008-03-14 2008-03-14" in heard(page)
    expect(page.locator(MARKS)).to_have_count(60)
    expect(shared).to_have_count(0)


def test_the_keyboard_goes_through_all_events_in_time_and_chooses(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    page.locator(".events").focus()
    press(page, "Home")
    names = [active(page, ".events")]
    for _ in FEW[1:]:
        press(page, "ArrowRight")
        names.append(active(page, ".events"))
    assert [name.split(": ", 1)[1].rsplit(", ", 1)[0] for name in names] == in_time(FEW)
    press(page, "ArrowRight")
    assert active(page, ".events") == names[-1]
    press(page, "ArrowDown")
    assert "statements" in active(page, ".events")
    expect(page.locator(".tip")).to_be_visible()
    press(page, "End")
    with a_run(desktop):
        press(page, "Enter")
    assert heard(page)[-1] == "chosen war-2"
    # The reader is still where they were.
    assert active(page, ".events") == names[-1]
    with a_run(desktop):
        press(page, "Escape")
    assert heard(page)[-1] == "chosen nothing"


def test_the_keyboard_goes_through_bars_and_selects_a_stretch(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    page.locator(".bars").focus()
    press(page, "Home", "ArrowRight", "ArrowRight")
    here = active(page, ".bars")[:4]
    press(page, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft")
    expect(page.locator(".stretch")).to_have_text(f"1 January {here} to 31 December {int(here) + 1}")
    press(page, "Escape")
    expect(page.locator(".stretch")).to_be_hidden()
    press(page, "Shift+ArrowLeft")
    with a_run(desktop):
        press(page, "Enter")
    assert f"dates {int(here) - 1}-01-01 {here}-12-31" in heard(page)
    expect(page.locator(".shown")).to_contain_text(f"Shown: 1 January {int(here) - 1} to 31 December {here}")
    page.locator(".bars").focus()
    with a_run(desktop):
        press(page, "-")
    asked = [words for words in heard(page) if words.startswith("dates")][-1]
    since, until = (date.fromisoformat(day) for day in asked.split()[1:])
    assert (until - since).days + 1 in range(1400, 1465)


def test_buttons_move_the_dates_and_do_nothing_at_the_ends(time_line_url, desktop):
    page = open_line(desktop, time_line_url, dates=YEAR)
    for name, since, until in [
        ("Earlier", "2019-01-01", "2019-12-31"),
        ("Later", "2020-01-01", "2020-12-31"),
        ("All years", *EXTENT),
    ]:
        with a_run(desktop):
            page.get_by_role("button", name=name).click()
        expect(page.get_by_text("Heard")).to_contain_text(f"painted {since} {until}")
    for name in ("Earlier", "Later", "Wider", "All years"):
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-disabled", "true")


def test_a_month_is_followed_by_a_month_of_the_calendar(time_line_url, desktop):
    page = open_line(desktop, time_line_url, dates=("2020-02-01", "2020-02-29"))
    with a_run(desktop):
        page.get_by_role("button", name="Later").click()
    assert "dates 2020-03-01 2020-03-31" in heard(page)


def test_wider_is_twice_as_long_around_the_middle(time_line_url, desktop):
    page = open_line(desktop, time_line_url, dates=("2020-03-01", "2020-03-10"))
    with a_run(desktop):
        page.get_by_role("button", name="Wider").click()
    assert "dates 2020-02-25 2020-03-15" in heard(page)


def test_buttons_step_through_the_events_in_time(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    found = []
    while page.get_by_role("button", name="Next event").get_attribute("aria-disabled") == "false":
        with a_run(desktop):
            page.get_by_role("button", name="Next event").click()
        found.append(page.locator(f"{MARKS}[aria-selected=true]").get_attribute("aria-label"))
    assert [name.split(": ", 1)[1].rsplit(", ", 1)[0] for name in found] == in_time(FEW)
    with a_run(desktop):
        page.get_by_role("button", name="Previous event").click()
    assert heard(page)[-1] == "chosen clash"


def test_fast_steps_are_not_undone_by_answers_to_the_first(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    # What is chosen after each step and after each answer of Python's.
    page.locator(".plot").evaluate(
        """svg => {
            const root = svg.getRootNode(), seen = window.seen = [];
            const look = () => seen.push(root.querySelector('[aria-selected=true]')?.getAttribute('aria-label'));
            new MutationObserver(look).observe(root.querySelector('.events'), {childList: true});
            const next = root.querySelector('.next');
            next.click();
            setTimeout(() => next.click(), 60);
            setTimeout(() => next.click(), 120);
        }"""
    )
    third = in_time(FEW)[2]
    expect(page.get_by_text("Heard")).to_contain_text("chosen embargo")
    page.wait_for_timeout(300)
    steps = [name for name, _ in groupby(page.evaluate("window.seen"))]
    assert [name.split(": ", 1)[1].rsplit(", ", 1)[0] for name in steps] == in_time(FEW)[:3]
    assert third in page.locator(f"{MARKS}[aria-selected=true]").get_attribute("aria-label")


def test_a_finger_scrolls_the_page_and_selects_sideways(time_line_url, phone):
    page = open_line(phone, time_line_url)
    assert page.locator(".plot").evaluate("svg => getComputedStyle(svg).touchAction") == "pan-y"
    session = page.context.new_cdp_session(page)
    height = boxes(page, ".ground .base")[0]["box"][1] - 40
    start, end = (place_of(page, day, ALL) for day in ("1999-02-20", "2010-12-10"))

    def touch(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    touch("touchStart", (start, height))
    for step in range(1, 9):
        touch("touchMove", (start + (end - start) * step / 8, height))
    with a_run(phone):
        touch("touchEnd")
    assert "dates 1999-01-01 2010-12-31" in heard(page)


def test_a_strip_has_bars_and_the_way_back_alone(time_line_url, desktop):
    page = open_line(desktop, time_line_url, dates=YEAR, more="&compact")
    assert page.locator(".bars [role=option]").count() > 5
    assert page.locator(MARKS).count() == 0
    assert page.locator(".stage").bounding_box()["height"] < 130
    assert page.locator(".timeline button:visible").all_inner_texts() == ["All years"]
    drag(page, "2020-03-09", "2020-03-28", YEAR, is_released=False)
    with a_run(desktop):
        page.mouse.up()
    assert "dates 2020-03-09 2020-03-29" in heard(page)


def test_a_band_is_never_too_thin_and_claims_no_end_that_nobody_recorded(time_line_url, desktop):
    page = open_line(desktop, time_line_url)
    first, second = boxes(page, ".ground .band")
    assert first["box"][0] == pytest.approx(place_of(page, "1992-05-08", ALL), abs=1)
    assert first["box"][2] - first["box"][0] == pytest.approx(28, abs=0.5)
    assert page.locator(".ground .band.open").count() == 1
    days = (date(2020, 11, 11) - date(2020, 9, 27)).days / (date(2027, 1, 1) - date(1988, 1, 1)).days
    left, _, right, _ = plot(page)
    assert second["box"][2] - second["box"][0] == pytest.approx(max(1.2, days * (right - left)), abs=0.1)


def test_without_anything_the_axis_stands_and_says_so(time_line_url, desktop):
    page = open_line(desktop, time_line_url, "none")
    expect(page.locator(".plot .nothing")).to_have_text("No statements in these dates")
    assert page.locator(".plot [role=listbox]").count() == 0
    assert axe_violations(page) == []


def test_it_is_sound_for_axe_and_its_words_can_be_read(time_line_url, screen):
    page = open_line(screen, time_line_url, dates=YEAR, more="&day=2020-05-01")
    for _ in themes(page):
        assert axe_violations(page) == []
        ground = colour(page.locator(".stApp").evaluate("page => getComputedStyle(page).backgroundColor"))
        fills = page.locator(".plot").evaluate(
            "svg => [...svg.querySelectorAll('text:not(.many)')].map(t => getComputedStyle(t).fill)"
        )
        assert len(fills) > 10
        assert min(contrast(colour(fill), ground) for fill in fills) >= 4.5
    assert screen.problems == []


def colour(words):
    """What the browser calls a colour, as #RRGGBB."""
    numbers = [
        float(number) for number in words.split("(")[1].rstrip(")").replace("srgb ", "").replace(",", " ").split()[:3]
    ]
    if words.startswith("color("):
        numbers = [255 * number for number in numbers]
    return "#{:02X}{:02X}{:02X}".format(*(round(number) for number in numbers))
