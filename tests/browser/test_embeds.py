"""Embeds in a page of another host, without cookies and network but ours; and a kit that is opened from a disk."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import expect
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from api import embed, kit
from exports.embedding import KINDS, snippet
from tests.browser.screen import Screen
from tests.browser.verbs import axe_violations, horizontal_overflow

# A week in which much was said.
QUERY = "issue=nk-votes-valid&from=2020-03-30&to=2020-04-05"
VIEW = {"issue": ["nk-votes-valid"], "from": ["2020-03-30"], "to": ["2020-04-05"]}
# What a reader sets in Chromium to refuse every cookie; storage is refused with them.
NO_COOKIES = {"profile": {"default_content_setting_values": {"cookies": 2}}}
PATIENCE_S, PATIENCE_MS = 20, 120_000
# The map of a part of the world has everything that the whole has, and a tenth of the shapes to look through.
PART = {"map": "&view=south-caucasus"}

pytestmark = pytest.mark.browser


@contextmanager
def serving(routes):
    """The address of a server of our own, in a thread of this process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(Starlette(routes=routes), port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + PATIENCE_S
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def ours():
    with serving([*embed.ROUTES, *kit.ROUTES]) as address:
        yield address


@pytest.fixture(scope="module")
def theirs(ours):
    """A page of another host (localhost is another than 127.0.0.1) with every kind of embed."""
    article = "".join(f"<h2>{kind}</h2>{snippet(ours, VIEW, kind, f'Démarche: {kind}')}" for kind in KINDS)

    async def page(_request):
        policy = f"default-src 'none'; frame-src {ours}; script-src {ours}embed/resize.js; img-src data:"
        text = f"<!doctype html><html lang=en><title>A story</title><link rel=icon href='data:,'><h1>A</h1>{article}"
        return HTMLResponse(text, headers={"Content-Security-Policy": policy})

    with serving([Route("/", page)]) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture
def reader(browser):
    """Opens screens of a width and theme."""
    opened = []

    def make(width, theme, **more):
        opened.append(browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, **more))
        return Screen(opened[-1].new_page())

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def wary(browser_type, browser_type_launch_args, ours, theirs, tmp_path):
    """A screen that refuses cookies and storage, and that reaches no host but ours and theirs."""
    hosts = {urlsplit(each).netloc for each in (ours, theirs)}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(NO_COOKIES))
    size = {"width": 900, "height": 900}
    with browser_type.launch_persistent_context(tmp_path, viewport=size, **browser_type_launch_args) as context:
        context.route(
            "**/*",
            lambda route: route.continue_() if urlsplit(route.request.url).netloc in hosts else route.abort(),
        )
        yield Screen(context.new_page())


def test_embeds_stand_in_a_page_of_another_host_without_cookies(wary, ours, theirs):
    screen = wary
    screen.page.goto(theirs)
    assert screen.page.evaluate("() => { try { return !localStorage } catch (error) { return error.name } }") == (
        "SecurityError"
    )
    for kind in KINDS:
        frame = screen.page.locator(f"iframe[title$='{kind}']")
        frame.scroll_into_view_if_needed()
        inside = frame.content_frame
        expect(inside.get_by_role("heading", level=1)).to_be_visible()
        if kind != "table":
            expect(inside.locator(".drawing:visible")).to_have_count(1)
        # The frame takes the height that its page names, so nothing in it scrolls.
        high = inside.locator("html").evaluate("html => Math.ceil(html.getBoundingClientRect().height)")
        expect(frame).to_have_css("height", f"{high}px")
        assert frame.evaluate("frame => frame.contentDocument") is None
    assert screen.problems == []
    assert {urlsplit(each).netloc for each in screen.requests if not each.startswith("data:")} == {
        urlsplit(ours).netloc,
        urlsplit(theirs).netloc,
    }
    assert screen.page.context.cookies() == []


@pytest.mark.parametrize(("width", "theme"), [(1200, "light"), (320, "dark")])
@pytest.mark.parametrize("kind", KINDS)
def test_an_embed_is_sound_at_every_width_and_in_both_themes(reader, ours, kind, width, theme):
    screen = reader(width, "light")
    screen.page.goto(f"{ours}embed/{kind}?{QUERY}&theme={theme}{PART.get(kind, '')}")
    for summary in screen.page.locator("summary").all():
        summary.click()
    assert horizontal_overflow(screen.page) == []
    assert axe_violations(screen.page) == []
    assert screen.problems == []


def test_the_arrow_keys_go_from_state_to_state_and_enter_opens_one(reader, ours):
    page = reader(1000, "light").page
    page.goto(f"{ours}embed/map?issue=nk-votes-valid&view=south-caucasus")
    page.keyboard.press("Tab")
    while page.evaluate("!document.activeElement.closest('.drawing')"):
        page.keyboard.press("Tab")
    seen = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        expect(page.locator(".tip")).to_be_visible()
    assert len(seen) > 2
    assert all(";" in each for each in seen)
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()
    with page.expect_popup() as popup:
        page.keyboard.press("Enter")
    assert "focus=" in popup.value.url


def test_pointing_at_a_state_says_how_it_stands_and_a_first_tap_does_too(reader, ours):
    mouse = reader(1000, "light").page
    mouse.goto(f"{ours}embed/map?issue=nk-votes-valid&view=south-caucasus")
    turkey = ".drawing.wide a[href*='focus=TUR'] > path"
    mouse.locator(turkey).hover()
    expect(mouse.locator(".tip")).to_contain_text("Türkiye")
    finger = reader(1000, "light", has_touch=True).page
    finger.goto(f"{ours}embed/map?issue=nk-votes-valid&view=south-caucasus")
    finger.locator(turkey).tap()
    expect(finger.locator(".tip")).to_contain_text("Tap again")
    assert len(finger.context.pages) == 1
    with finger.expect_popup() as popup:
        finger.locator(turkey).tap()
    assert "focus=TUR" in popup.value.url


def test_a_kit_opens_from_a_disk_without_any_network(browser, ours, tmp_path):
    context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    page = context.new_page()
    # The kit is made first, by a server that shares its processor with the browser.
    with page.expect_download(timeout=PATIENCE_MS) as download:
        page.evaluate("address => { location.href = address }", f"{ours}kit.html?{QUERY}&view=europe")
    file = tmp_path / "kit.html"
    download.value.save_as(file)
    context.close()
    for theme, width in (("light", 1200), ("dark", 320)):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, offline=True)
        screen = Screen(context.new_page())
        screen.page.goto(file.as_uri())
        expect(screen.page.locator(".drawing:visible")).to_have_count(2)
        assert horizontal_overflow(screen.page) == []
        assert axe_violations(screen.page) == []
        _filter_by_keyboard(screen.page)
        assert screen.problems == []
        assert {urlsplit(each).scheme for each in screen.requests} <= {"file", "data"}
        context.close()


def _filter_by_keyboard(page):
    status, shown = page.get_by_role("status"), page.locator("table.statements tbody tr:visible")
    every, first = shown.count(), shown.first.locator("th > :first-child").inner_text()
    page.get_by_label("Words").focus()
    page.keyboard.type(first.lower())
    expect(status).not_to_contain_text(f"{every} of")
    assert 0 < shown.count() < every
    page.get_by_label("Words").fill("")
    page.keyboard.press("Tab")
    page.keyboard.type(first)
    expect(status).not_to_contain_text(f"{every} of")
    assert set(shown.locator("th > :first-child").all_inner_texts()) == {first}
    expect(status).to_have_text(f"{shown.count()} of {every} statements shown.")
    page.get_by_role("button", name="Date").press("Enter")
    days = [row.get_attribute("data-value") for row in shown.locator("td:nth-child(2)").all()]
    assert days == sorted(days)
