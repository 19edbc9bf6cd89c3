"""The text as a reader uses it: from place to place, by keyboard, with a link, and words to take away."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from exports.citations import quoting
from tests.browser.screen import SIZES
from tests.browser.server import running_app
from tests.browser.text_reader_app import DOCUMENT, HOSTILE, HUGE, LONG, QUOTED
from tests.browser.verbs import a_run, axe_violations, horizontal_overflow, open_page, show_whole

CITATION = quoting.excerpts(DOCUMENT, "v1")
_SELECT = """([first, last]) => {
    const root = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
    const walker = document.createTreeWalker(root.querySelector('.text'), NodeFilter.SHOW_TEXT,
        node => node.parentElement.closest('.number, .note, .panel') ? 2 : 1);
    const range = document.createRange();
    for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
        if (at <= first && first < at + node.length) range.setStart(node, first - at);
        if (at < last && last <= at + node.length) range.setEnd(node, last - at);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""
# What lies at the middle of an element, where a click would go.
_IS_UPPERMOST = """element => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return element.getRootNode().elementFromPoint(left + width / 2, top + height / 2) === element;
}"""


@pytest.fixture(scope="module")
def text_url():
    with running_app("tests/browser/text_reader_app.py") as url:
        yield url


def open_text(screen, url, query=""):
    open_page(screen.page, f"{url}/?{query}")
    expect(screen.page.locator(".paragraph").first).to_be_visible()
    return screen.page


def shown(page):
    """The text on the page, without what is ours in it."""
    return page.locator(".text").evaluate(
        """text => {
            const copy = text.cloneNode(true);
            for (const ours of copy.querySelectorAll('.number, .note, .panel')) ours.remove();
            return copy.textContent;
        }"""
    )


def current(page):
    return page.locator(".current").all_inner_texts(), page.locator(".count").inner_text()


def focused(page):
    """What has the focus below the shadow root: its class, or its number."""
    return page.locator(".text").evaluate("text => text.getRootNode().activeElement?.className ?? ''")


def utf16(text):
    """How long a text is as JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2


def select(page, text, start, end):
    """Select a stretch, given in code points."""
    page.evaluate(_SELECT, [utf16(text[:start]), utf16(text[:end])])


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(("name", "text"), [("hostile", HOSTILE), ("huge", HUGE)])
def test_every_character_of_a_text_is_shown_as_text(text_url, desktop, name, text):
    page = open_text(desktop, text_url, f"text={name}&q=karabakh")
    assert shown(page) == text
    assert page.locator("mark.hit").count() == text.count("karabakh")
    assert page.evaluate("window.ran") is None
    assert desktop.problems == []


def test_marks_cover_the_passages_and_each_has_its_number_at_its_end(text_url, desktop):
    page = open_text(desktop, text_url)
    quoted = "".join(page.locator("mark.quoted").all_text_contents())
    assert quoted == HOSTILE[6 : QUOTED["hostile"][1][1]]
    before = page.locator(".note sup").evaluate_all(
        "all => all.map(sup => [sup.textContent, sup.parentElement.previousSibling.textContent.slice(-4)])"
    )
    assert before == [["3", HOSTILE[26:30]], ["1", HOSTILE[36:40]], ["2", HOSTILE[QUOTED["hostile"][1][1] - 4 :][:4]]]
    page.locator(".note sup a").nth(1).click()
    assert page.evaluate("location.hash") == "#claims-1"


def test_from_place_to_place_by_buttons_and_round(text_url, desktop):
    page = open_text(desktop, text_url, "q=karabakh")
    assert current(page) == (["karabakh"], "1 of 5")
    assert "current" in focused(page)
    runs = desktop.runs
    page.get_by_role("button", name="Next").click()
    assert current(page)[1] == "2 of 5"
    page.get_by_role("button", name="Previous").click()
    page.get_by_role("button", name="Previous").click()
    assert current(page)[1] == "5 of 5"
    expect(page.locator(".current")).to_be_in_viewport()
    assert page.evaluate("location.search").endswith("&hit=5")
    assert desktop.runs == runs, "Going from place to place asked the server."
    with a_run(desktop):
        page.get_by_role("button", name="Run again").click()
    assert current(page)[1] == "5 of 5"
    expect(page.get_by_role("button", name="Run again")).to_be_focused()


def test_n_and_p_go_on_from_where_the_focus_is_and_are_letters_in_a_field(text_url, desktop):
    page = open_text(desktop, text_url, "q=karabakh")
    for key, count in (("n", "2 of 5"), ("n", "3 of 5"), ("p", "2 of 5")):
        page.keyboard.press(key)
        assert current(page)[1] == count
    field = page.get_by_role("searchbox", name="Find in this text")
    runs = desktop.runs
    field.fill("")
    # r runs Streamlit's script again and c asks to clear its memory, unless somebody is typing.
    page.keyboard.type("pnrc")
    expect(field).to_have_value("pnrc")
    assert current(page)[1] == "2 of 5"
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Run again").focus()
    page.keyboard.press("n")
    assert current(page)[1] == "2 of 5", "A key outside of the text did something."
    assert desktop.runs == runs


def test_a_screen_reader_hears_where_it_is(text_url, desktop):
    page = open_text(desktop, text_url, "q=karabakh&hit=3")
    status = page.locator(".status[role=status]")
    expect(status).to_contain_text("Place 3 of 5, paragraph 3: …")
    expect(status).to_contain_text("Café 😀 karabakh👩".replace("é", "e\u0301"))
    page.keyboard.press("n")
    expect(status).to_contain_text("Place 4 of 5, paragraph 4: …")


def test_a_link_opens_at_its_place(text_url, desktop):
    page = open_text(desktop, text_url, "text=long&q=karabakh&hit=90")
    assert current(page)[1] == "90 of 120"
    expect(page.locator(".current")).to_be_in_viewport()
    page = open_text(desktop, text_url, "text=long&paragraph=77")
    expect(page.get_by_role("link", name="Paragraph 77", exact=True)).to_be_focused()
    expect(page.get_by_role("link", name="Paragraph 77", exact=True)).to_be_in_viewport()
    page = open_text(desktop, text_url, "text=long&paragraph=99999&q=karabakh")
    assert current(page)[1] == "120 places"


def test_who_comes_for_a_statement_stays_at_the_top(text_url, desktop):
    page = open_text(desktop, text_url, "q=karabakh&statement=x")
    expect(page.get_by_role("heading", name="A text")).to_be_in_viewport()
    assert current(page) == ([], "5 places")
    assert page.locator("mark.lit").count() > 0
    page.get_by_role("button", name="Next").click()
    assert current(page)[1] == "1 of 5"


def test_a_link_beside_the_text_leads_to_its_passage(text_url, desktop):
    page = open_text(desktop, text_url)
    for _ in range(2):
        page.get_by_role("link", name="To passage 2").click()
        expect(page.locator("mark.here").first).to_be_in_viewport()
    assert "here" in focused(page)
    assert "".join(page.locator("mark.here").all_text_contents()) == HOSTILE[slice(*QUOTED["hostile"][1])]


def test_paragraphs_are_numbered_with_links_to_themselves_and_one_stop_of_the_tab_key(text_url, desktop):
    page = open_text(desktop, text_url, "text=long")
    numbers = page.locator(".number")
    assert numbers.all_inner_texts() == [str(at) for at in range(1, 121)]
    assert numbers.nth(11).get_attribute("href").endswith("?text=long&paragraph=12")
    assert page.locator(".number[tabindex='0']").count() == 1
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    expect(numbers.first).to_be_focused()
    for _ in range(11):
        page.keyboard.press("ArrowDown")
    expect(numbers.nth(11)).to_be_focused()
    runs = desktop.runs
    page.keyboard.press("Enter")
    assert page.evaluate("location.search") == "?text=long&paragraph=12"
    assert desktop.runs == runs
    page.keyboard.press("End")
    expect(numbers.last).to_be_focused()


def test_words_are_found_anew_in_the_text(text_url, desktop):
    page = open_text(desktop, text_url)
    field = page.get_by_role("searchbox", name="Find in this text")
    expect(page.locator(".steps")).to_be_hidden()
    for words, count in (("word", "1 of 1"), ("karabakh", "1 of 5")):
        field.fill(words)
        with a_run(desktop):
            field.press("Enter")
        assert current(page)[1] == count
        assert "current" in focused(page)
    runs = desktop.runs
    field.press("Enter")
    assert current(page)[1] == "2 of 5", "The same words once more are the next place."
    assert desktop.runs == runs
    field.fill(MARKUP_THAT_IS_NOT_THERE)
    with a_run(desktop):
        field.press("Enter")
    expect(page.locator(".none")).to_have_text(f"“{MARKUP_THAT_IS_NOT_THERE}” is not in this text.")
    expect(page.get_by_text("Asked")).to_have_text(f"Asked, word, karabakh, {MARKUP_THAT_IS_NOT_THERE}")


MARKUP_THAT_IS_NOT_THERE = "<b>x</b>"


def test_a_passage_is_taken_away_with_its_citation_or_as_a_link(text_url, desktop):
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_text(desktop, text_url)
    take = page.get_by_role("button", name="Passage 2: copy it, or a link to it")
    take.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy with citation")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("new URL('?passage=2', location.href).href")
    assert clipboard(page) == CITATION.of(HOSTILE[slice(*QUOTED["hostile"][1])], "paragraphs 1 to 2", link)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_have_count(2)
    assert clipboard(page) == link
    original = page.get_by_role("link", name="Original, at the passage")
    assert original.get_attribute("href") == "https://ex.org/#:~:text=2"
    assert original.get_attribute("rel") == "noopener noreferrer"
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(take).to_be_focused()


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [("karabakh ל", "ירושלים", "paragraph 2"), ("😀", "👧", "paragraph 3"), ("word", "once", "paragraph 4")],
)
def test_what_is_selected_is_taken_away_to_the_letter(text_url, desktop, first, last, where):
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_text(desktop, text_url, "q=karabakh")
    start, end = HOSTILE.index(first), HOSTILE.index(last) + len(last)
    select(page, HOSTILE, start, end)
    expect(page.locator(".panel .title")).to_have_text(f"What you selected, {where}")
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate(f"new URL('?text=hostile&paragraph={where[-1]}', location.href).href")
    assert clipboard(page) == CITATION.of(HOSTILE[start:end], where, link)
    page.evaluate("getSelection().removeAllRanges()")
    expect(page.locator(".panel")).to_be_hidden()


def test_numbers_of_ours_between_selected_paragraphs_are_not_cited(text_url, desktop):
    desktop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_text(desktop, text_url)
    select(page, HOSTILE, 0, HOSTILE.index("Cafe"))
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("new URL('?text=hostile&paragraph=1', location.href).href")
    assert clipboard(page) == CITATION.of(HOSTILE[: HOSTILE.index("Cafe")].strip(), "paragraphs 1 to 2", link)


def test_where_a_page_may_not_copy_the_text_is_offered_selected(text_url, desktop_of_its_own):
    page = desktop_of_its_own.page
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {get: () => undefined})")
    open_text(desktop_of_its_own, text_url)
    page.get_by_role("button", name="Passage 3: copy it").click()
    page.get_by_role("button", name="Copy with citation").click()
    field = page.get_by_label("This page may not copy by itself")
    expect(field).to_be_focused()
    assert field.input_value().startswith(f"“{HOSTILE[24:30]}”\n“A made-up “title””, The Ruritanian (Ruritania), 2020")
    assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
    assert desktop_of_its_own.problems == []


def test_the_bar_stays_in_sight_and_can_be_clicked(text_url, new_screen):
    for size in SIZES:
        page = open_text(new_screen(size), text_url, "text=long&q=karabakh&hit=60")
        expect(page.get_by_role("searchbox")).to_be_in_viewport()
        for name in ("Previous", "Next"):
            assert page.get_by_role("button", name=name).evaluate(_IS_UPPERMOST), f"{name} lies under something."
        page.get_by_role("button", name="Next").click()
        assert current(page)[1] == "61 of 120"


@pytest.mark.parametrize("size", SIZES)
def test_it_is_sound_at_every_size_and_in_both_themes(text_url, new_screen, size):
    screen = new_screen(size)
    page = open_text(screen, text_url, "q=karabakh&statement=x&hit=2")
    page.get_by_role("button", name="Passage 2: copy it").click()
    expect(page.locator(".panel")).to_be_visible()
    show_whole(page)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert axe_violations(page) == []
    assert horizontal_overflow(page) == []
    panel, width = page.locator(".panel").bounding_box(), page.viewport_size["width"]
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= width
    assert screen.problems == []


def test_a_long_text_with_many_marks_is_there_soon(text_url, desktop):
    page = open_text(desktop, text_url, "text=huge&q=karabakh&hit=15000")
    assert current(page)[1] == "15,000 of 20,000"
    expect(page.locator(".current")).to_be_in_viewport()
    page.keyboard.press("n")
    assert current(page)[1] == "15,001 of 20,000"
    assert len(LONG) < len(HUGE)


ARTICLE = "/source?read=azernews-2020-04-15-geo"


def parameters(page):
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def test_on_its_page_a_text_is_searched_anew_and_the_address_says_so(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}{ARTICLE}&q=Azerbaijan&hit=3")
    assert current(page)[1].startswith("3 of ")
    expect(page.locator(".current")).to_be_in_viewport()
    field = page.get_by_role("searchbox", name="Find in this text")
    field.fill("Georgia")
    with a_run(desktop):
        field.press("Enter")
    assert current(page)[1].startswith("1 of ")
    assert parameters(page)["q"] == ["Georgia"]
    assert "hit" not in parameters(page)
    expect(page.locator(".answer")).to_contain_text("“Georgia” was found at ")
    page.keyboard.press("n")
    assert parameters(page)["hit"] == ["2"]
    with a_run(desktop):
        page.get_by_text("2020 war", exact=True).click()
    assert parameters(page)["q"] == ["Georgia"]
    with a_run(desktop):
        page.go_back()
    assert current(page)[1].startswith("2 of ")
    assert desktop.problems == []


def test_the_sentence_above_the_text_leads_to_its_passage_in_the_text(app_url, desktop):
    page = desktop.page
    open_page(page, f"{app_url}{ARTICLE}&statement=2020-04-15-geo-nk-votes-valid")
    expect(page.locator(".source mark").first).to_be_in_viewport()
    expect(page.locator(".claim")).to_be_in_viewport()
    page.locator(".in-text").get_by_role("link", name="passage 2").click()
    expect(page.locator(".text mark.lit.here").first).to_be_in_viewport()
    original = page.get_by_role("link", name="Original at the passage")
    assert "#:~:text=The%20Georgian%20Foreign%20Ministry" in original.get_attribute("href")
    assert desktop.problems == []
