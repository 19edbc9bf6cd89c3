"""What an editor does: an article becomes statements on the map, by keys alone, and everything can be taken back."""

import json
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser import desk_home
from tests.browser.desk_home import TEXT
from tests.browser.server import running_app
from tests.browser.verbs import (
    PATIENCE_MS,
    a_run,
    axe_violations_in_themes,
    horizontal_overflow,
    open_page,
)

DAY = "15042020"
ON_THE_MAP = "/?issue=nk-votes-valid&from=2020-03-01&to=2020-04-30"
# What has the focus, as a screen reader would name it, below shadow roots too.
FOCUSED = """() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at ? (at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent || '').trim() : '';
}"""
ARTICLE = """The ministry in Paris said on Tuesday that it did not recognise the vote held in Nagorno-Karabakh. 🌍

“Our view has not changed,” the Norwegian foreign ministry said on Monday.

Football: Latvia beat Estonia by two goals to one."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Our collection before its founding article."""
    return desk_home.without_the_article(tmp_path_factory.mktemp("desk") / "home")


@pytest.fixture(scope="module")
def desk_url(home):
    with running_app(DEMARCHE_DATA=str(home / "parquet"), DEMARCHE_DESK="write") as url:
        yield url


def go_to(screen, name, most=90):
    """Press Tab until something of that name has the focus."""
    for _ in range(most):
        if re.search(name, screen.page.evaluate(FOCUSED)):
            return
        screen.page.keyboard.press("Tab")
    raise AssertionError(f"The tab key does not lead to {name!r}.")


def press(screen, name):
    go_to(screen, name)
    screen.page.keyboard.press("Enter")


def write(screen, name, text):
    go_to(screen, name)
    screen.page.keyboard.insert_text(text)


def bring(screen, url, text=TEXT, title=""):
    """Paste a text, and have its statements found."""
    open_page(screen.page, f"{url}/add")
    write(screen, "^Text of the article", text)
    write(screen, "^Title", title)
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.type(DAY)
    with a_run(screen):
        press(screen, "^Find its statements$")
    expect(count(screen)).to_contain_text("open", timeout=PATIENCE_MS)


def describe(screen, choose="ArrowDown"):
    """Say what the source is, that its text may be published, or by Space that it may not, and who confirms it."""
    write(screen, "^Address at which", "https://example.org/georgia")
    write(screen, "^Publisher", "AzerNews")
    go_to(screen, "^No: keep what we say")
    screen.page.keyboard.press(choose)
    write(screen, "^Your name", "An Editor")


def count(screen):
    return screen.page.locator(".count")


def cards(screen):
    return screen.page.locator(".card")


def current(screen):
    return screen.page.locator(".card.here")


def answer_on_the_map(screen, url):
    open_page(screen.page, f"{url}{ON_THE_MAP}")
    return screen.page.locator(".answer").first.inner_text()


def test_an_article_becomes_statements_on_the_map_by_keys_alone_and_is_taken_back(desk_url, home, desktop, new_screen):
    reader = new_screen()
    before, map_before = desk_home.contents(home), answer_on_the_map(reader, desk_url)
    bring(desktop, desk_url, title="Georgia does not recognise the vote")
    expect(count(desktop)).to_have_text("0 accepted, 0 dropped, 40 open")
    with a_run(desktop):
        press(desktop, "^Give 36 without a day")
    with a_run(desktop):
        press(desktop, "^Accept all 40$")
    expect(count(desktop)).to_have_text("40 accepted, 0 dropped, 0 open")
    describe(desktop)
    press(desktop, "^Save 40 statements$")
    saved = desktop.page.locator(".answer", has_text="Saved: ")
    expect(saved).to_contain_text("new statements", timeout=PATIENCE_MS)

    written = desk_home.contents(home)
    (review,) = (content for name, content in written.items() if name.startswith("reviews/"))
    assert json.loads(review)["by"] == "An Editor"
    assert answer_on_the_map(reader, desk_url) != map_before
    with a_run(desktop):
        press(desktop, "^See them on the map$")
    desktop.page.wait_for_url(re.compile(r"[?&]source=azernews-2020-04-15-georgia"))
    with a_run(desktop):
        press(desktop, "^Add a source$")
    with a_run(desktop):
        press(desktop, "Undo this save$")
        # While it is being taken back: the run that this begins overtakes the other.
        desktop.page.wait_for_timeout(500)
        desktop.page.keyboard.press("Enter")
    expect(desktop.page.get_by_text("The save was taken back")).to_be_visible(timeout=PATIENCE_MS)
    expect(count(desktop)).to_have_text("40 accepted, 0 dropped, 0 open")
    assert desk_home.contents(home) == before
    assert answer_on_the_map(reader, desk_url) == map_before
    assert desktop.problems == reader.problems == []
    assert desktop.foreign_requests() == []


def test_one_key_settles_a_statement_and_leads_to_the_next(desk_url, desktop):
    bring(desktop, desk_url)
    keys = desktop.page.keyboard
    go_to(desktop, "^Georgia · Not recognised")
    keys.press("f")
    expect(current(desktop)).to_have_class(re.compile("support"))
    keys.press("a")
    expect(count(desktop)).to_have_text("1 accepted, 0 dropped, 39 open")
    keys.press("x")
    expect(count(desktop)).to_have_text("1 accepted, 1 dropped, 38 open")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(current(desktop)).to_have_attribute("aria-label", re.compile("^Australia"))
    # Its day is asked for before it can be accepted, and given in place.
    keys.press("Enter")
    expect(desktop.page.locator("[data-field=date]")).to_be_focused()
    expect(count(desktop)).to_have_text("1 accepted, 1 dropped, 38 open")
    keys.type("04012020")
    expect(desktop.page.locator("[data-field=date]")).to_have_value("2020-04-01")
    expect(desktop.page.locator("[data-field=date]")).to_be_focused()
    keys.press("Escape")
    keys.press("a")
    expect(count(desktop)).to_have_text("2 accepted, 1 dropped, 37 open")
    keys.press("u")
    with a_run(desktop):
        keys.press("u")
    expect(count(desktop)).to_have_text("1 accepted, 1 dropped, 38 open")
    expect(desktop.page.get_by_role("button", name="Save 1 statement")).to_be_enabled()


def test_a_field_that_is_left_for_a_button_keeps_its_words_and_the_click(desk_url, desktop):
    bring(desktop, desk_url)
    desktop.page.locator("[data-field=summary]").fill("Georgia said no twice.")
    with a_run(desktop):
        current(desktop).get_by_role("button", name="Accept").click()
    expect(count(desktop)).to_have_text("1 accepted, 0 dropped, 39 open")
    desktop.page.keyboard.press("ArrowUp")
    expect(desktop.page.locator("[data-field=summary]")).to_have_value("Georgia said no twice.")


def test_words_that_are_dragged_over_stay_selected(desk_url, desktop):
    bring(desktop, desk_url)
    box = desktop.page.locator(".article mark").nth(2).bounding_box()
    desktop.page.mouse.move(box["x"] + 20, box["y"] + 12)
    desktop.page.mouse.down()
    desktop.page.mouse.move(box["x"] + 200, box["y"] + 12, steps=4)
    desktop.page.mouse.up()
    desktop.page.get_by_role("button", name="Add what is selected").click()
    expect(cards(desktop)).to_have_count(41)


@pytest.mark.long
def test_a_review_outlives_its_page(desk_url, desktop, new_screen):
    bring(desktop, desk_url, title="Georgia does not recognise the vote")
    with a_run(desktop):
        press(desktop, "^Accept the 4 that lack nothing$")
    desktop.page.wait_for_url("**/add?*draft=*")
    own = desktop.page.url
    with a_run(desktop):
        desktop.page.get_by_role("link", name="Sources", exact=True).click()
    with a_run(desktop):
        desktop.page.get_by_role("link", name="Add a source").click()
    expect(count(desktop)).to_have_text("4 accepted, 0 dropped, 36 open")
    elsewhere = new_screen("phone")
    open_page(elsewhere.page, own)
    expect(count(elsewhere)).to_have_text("4 accepted, 0 dropped, 36 open")
    open_page(elsewhere.page, f"{desk_url}/add?draft=never-held")
    expect(elsewhere.page.locator(".answer").first).to_contain_text("does not hold that review any more")


def test_a_list_is_accepted_at_once_with_its_names_in_sight(desk_url, desktop):
    bring(desktop, desk_url)
    with a_run(desktop):
        press(desktop, "^Give 36 without a day")
    header = desktop.page.locator(".list").first
    expect(header).to_contain_text("Australia, Canada, Germany")
    header.get_by_role("button", name="Accept these 18").click()
    expect(count(desktop)).to_have_text("18 accepted, 0 dropped, 22 open")


def test_words_become_a_statement_by_selection_and_by_typing(desk_url, desktop):
    bring(desktop, desk_url, ARTICLE)
    before = cards(desktop).count()
    article = desktop.page.locator(".article")
    article.evaluate(
        """(article, words) => {
            const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
            let node = nodes.nextNode();
            while (!node.data.includes(words)) node = nodes.nextNode();
            const from = node.data.indexOf(words);
            getSelection().setBaseAndExtent(node, from, node, from + words.length);
        }""",
        "Latvia beat Estonia",
    )
    desktop.page.get_by_role("button", name="Add what is selected").click()
    expect(cards(desktop)).to_have_count(before + 1)
    expect(current(desktop).locator("blockquote")).to_have_text("Latvia beat Estonia")
    with a_run(desktop):
        desktop.page.locator("[data-field=actor]").fill("Latvia")
        desktop.page.keyboard.press("Tab")
    expect(desktop.page.locator("[data-field=issue]")).to_be_focused()
    expect(current(desktop)).to_have_attribute("aria-label", re.compile("^Latvia"))
    words = desktop.page.get_by_label("Add a statement by its words")
    for typed, fault in (("no such words", "not in the text"), ("on", "more than once"), ("🌍", None)):
        words.fill(typed)
        words.press("Enter")
        if fault:
            expect(desktop.page.get_by_role("alert")).to_contain_text(fault)
    expect(current(desktop).locator("blockquote")).to_have_text("🌍")
    expect(cards(desktop)).to_have_count(before + 2)


@pytest.mark.long
def test_what_is_undecided_stays_under_review_and_is_saved_to_the_same_source(desk_url, home, desktop):
    before = desk_home.contents(home)
    bring(desktop, desk_url, title="Georgia does not recognise the vote")
    with a_run(desktop):
        press(desktop, "^Accept the 4 that lack nothing$")
    describe(desktop)
    press(desktop, "^Save 4 statements$")
    expect(desktop.page.locator(".answer", has_text="Saved: ")).to_be_visible(timeout=PATIENCE_MS)
    expect(count(desktop)).to_have_text("0 accepted, 0 dropped, 36 open")
    expect(desktop.page.get_by_label("This source seems to be held already")).to_be_visible()
    # The way back is there for a page that is loaded anew, too.
    open_page(desktop.page, desktop.page.url)
    expect(count(desktop)).to_have_text("0 accepted, 0 dropped, 36 open")
    with a_run(desktop):
        press(desktop, "Undo this save$")
    expect(count(desktop)).to_have_text("4 accepted, 0 dropped, 36 open", timeout=PATIENCE_MS)
    assert desk_home.contents(home) == before


@pytest.mark.long
def test_what_is_undecided_keeps_its_source_where_the_text_is_not_published(desk_url, desktop):
    bring(desktop, desk_url, title="Georgia does not recognise the vote")
    with a_run(desktop):
        press(desktop, "^Accept the 4 that lack nothing$")
    describe(desktop, "Space")
    address = desktop.page.get_by_label("Address at which it was published")
    given = address.input_value()
    press(desktop, "^Save 4 statements$")
    expect(desktop.page.locator(".answer", has_text="Saved: ")).to_be_visible(timeout=PATIENCE_MS)
    expect(address).to_have_value(given)
    expect(desktop.page.get_by_label("This source seems to be held already")).to_be_visible()
    with a_run(desktop):
        press(desktop, "Undo this save$")
    expect(count(desktop)).to_have_text("4 accepted, 0 dropped, 36 open", timeout=PATIENCE_MS)
    expect(desktop.page.get_by_label("Publisher", exact=True)).not_to_have_value("")


def test_a_file_is_read_into_the_fields(desk_url, desktop):
    open_page(desktop.page, f"{desk_url}/add")
    with a_run(desktop):
        desktop.page.get_by_text("Take a file").click()
    file = {"name": "note.txt", "mimeType": "text/plain", "buffer": "“Non,” said Paris – again.".encode("cp1252")}
    with a_run(desktop):
        desktop.page.locator("input[type=file]").set_input_files(file)
    with a_run(desktop):
        desktop.page.get_by_role("button", name="Read the file").click()
    expect(desktop.page.get_by_label("Text of the article")).to_have_value("“Non,” said Paris – again.")
    file |= {"name": "picture.png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(64)}
    with a_run(desktop):
        desktop.page.locator("input[type=file]").set_input_files(file)
    with a_run(desktop):
        desktop.page.get_by_role("button", name="Read the file").click()
    expect(desktop.page.get_by_test_id("stAlert")).to_contain_text("picture")
    expect(desktop.page.get_by_label("Text of the article")).to_have_value("“Non,” said Paris – again.")


def test_where_nothing_can_be_saved_the_rows_are_taken_along(app_url, desktop):
    bring(desktop, app_url, ARTICLE)
    assert desktop.page.get_by_text("Fetch an address").count() == 0
    with a_run(desktop):
        press(desktop, "^Accept")
    accepted = int(count(desktop).inner_text().split()[0])
    assert accepted
    write(desktop, "^Address at which", "https://example.org/two")
    write(desktop, "^Title of the source", "Two ministries")
    write(desktop, "^Publisher", "Gazette")
    go_to(desktop, "^No: keep what we say")
    desktop.page.keyboard.press("Space")
    write(desktop, "^Your name", "A Reader")
    with a_run(desktop):
        press(desktop, "^Make the rows of")
    with desktop.page.expect_download() as download:
        desktop.page.get_by_role("button", name="Download the rows").click()
    with zipfile.ZipFile(download.value.path()) as rows:
        assert rows.read("evidence.csv").decode().count("\n") == accepted + 1
    assert desktop.problems == []


def test_the_review_fits_its_screen_and_can_be_read_by_everybody(desk_url, screen):
    bring(screen, desk_url)
    assert horizontal_overflow(screen.page) == []
    assert axe_violations_in_themes(screen.page) == []
    assert screen.problems == []
