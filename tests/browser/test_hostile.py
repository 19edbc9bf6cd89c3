"""Whatever stands in records, texts, files and addresses is shown as text, and nothing of it runs."""

import re
from html import escape
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES, path_of
from tests.browser.server import running_app
from tests.browser.verbs import PATIENCE_MS, a_run, expect_no_exception, open_page, wait_for_run
from tests.data.uploads.written import docx, printed, said
from tests.hostile.collection import ISSUES, STATES, TEXTS, make_hostile, statement_id
from tests.hostile.payloads import PAYLOADS, VISIBLE, bundles
from tests.hostile.seen import HARVEST, HOSTS, WATCH, seen
from ui.parameters import parameters
from ui.sitemap import PLACES
from ui.statement_list import PAGE_LENGTH

YEAR = {"from": "2020-01-01", "to": "2020-12-31"}
ALL = {each.number for each in VISIBLE}
NUMBERS = range(len(TEXTS))
TO_ADDRESS = """address => {
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}"""
OPEN_ALL = "() => document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())"
# Every shape of a drawing hears the pointer come, stay and go.
HOVER = """() => {
    const mounts = [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')];
    for (const root of [document, ...mounts.map(mount => mount.shadowRoot).filter(Boolean)])
        for (const shape of root.querySelectorAll('svg [id], svg circle, svg rect, td, th, .plotly .nsewdrag')) {
            const { left, top, width, height } = shape.getBoundingClientRect();
            const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
            for (const name of ['pointerover', 'pointermove', 'mouseover', 'mousemove', 'focusin', 'pointerout'])
                shape.dispatchEvent(new PointerEvent(name, at));
        }
}"""
# What readers see of each page; a page is opened for each of the things that it is about.
VISITS: dict[str, list[dict[str, str]]] = {
    "map": [{"issue": ISSUES[at], "focus": STATES[at], "through": "EU", "before": "2020-03-01"} for at in NUMBERS[::3]],
    "matrix": [{"focus": "FRA"}],
    "timeline": [{"event": f"event-{at}", "issue": "every-issue"} for at in NUMBERS[::3]],
    "event": [{"event": f"event-{at}"} for at in NUMBERS],
    "actor": [
        {"who": STATES[at], "with": STATES[at - 1], "before": "2020-03-01", "statement": statement_id(at)}
        for at in NUMBERS
    ],
    # As a plain table, where Markdown reads every cell: each payload by itself.
    "statements": [
        {"issue": "every-issue", "page": str(at + 1), "statement": statement_id(20 * at)}
        for at in range(-(-len(VISIBLE) // PAGE_LENGTH))
    ],
    "search": [{"q": "canary", "show": show} for show in ("passages", "mentions")],
    "source": [{"read": f"source-{at}"} for at in NUMBERS],
    "add": [{}],
    "sql": [{}, {"sql": "select * from actors"}, {"sql": "select '<b>' as \"<i>\"", "rows_of": "events"}],
    "borders": [{}],
    "data": [{}],
    "corrections": [{}],
    "correct": [{"statement": statement_id(at)} for at in (1, 60)],
}
# Only the frame of these shows records.
WITHOUT_RECORDS = {"add", "borders", "correct", "sql"}


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory):
    home = make_hostile(tmp_path_factory.mktemp("hostile") / "home")
    with running_app(DEMARCHE_DATA=str(home / "parquet"), DEMARCHE_DESK="write") as url:
        yield url


@pytest.fixture
def watched(desktop_of_its_own):
    """A screen that notes what payloads get done; looked through once more at the end."""
    desktop_of_its_own.page.add_init_script(path=WATCH)
    yield desktop_of_its_own
    asked = [urlsplit(url) for url in desktop_of_its_own.requests]
    assert desktop_of_its_own.foreign_requests() == []
    assert [url.path for url in asked if url.path.startswith("/canary")] == []
    assert desktop_of_its_own.problems == []


def looked_at(screen, may_be_cut=False):
    """Look through a page: gives the numbers of the payloads that are shown whole."""
    found = screen.page.evaluate(HARVEST, HOSTS)
    assert found["made"] == [], screen.page.url
    assert found["fired"] == [], screen.page.url
    whole, changed = seen(found["text"])
    assert may_be_cut or changed == [], screen.page.url
    return whole


def go_to(screen, name, **parameters):
    """As the back button would: the app need not be loaded again for it."""
    with a_run(screen):
        screen.page.evaluate(TO_ADDRESS, f"{path_of(name)}?{urlencode(YEAR | parameters, quote_via=quote)}")
    expect(screen.page.get_by_role("heading", level=1)).to_have_text(PLACES[name].question)
    wait_for_run(screen.page)
    expect_no_exception(screen.page)
    assert screen.page.title() == f"{PLACES[name].question} · Démarche"


@pytest.mark.parametrize(
    "visited",
    [
        pytest.param({name: visits[:1] for name, visits in VISITS.items()}, id="each page once"),
        pytest.param(VISITS, id="each payload", marks=pytest.mark.long),
    ],
)
def test_records_and_texts_are_text_on_every_page(hostile_url, watched, visited):
    assert [*VISITS] == PAGES
    open_page(watched.page, f"{hostile_url}/borders")
    shown: dict[str, set[int]] = {}
    for name, visits in visited.items():
        shown[name] = set()
        for visit in visits:
            go_to(watched, name, **visit)
            if name == "statements" and visit["page"] == "1":
                with a_run(watched):
                    watched.page.get_by_test_id("stMain").get_by_text("Plain table").click()
            watched.page.evaluate(OPEN_ALL)
            wait_for_run(watched.page)
            watched.page.evaluate(HOVER)
            shown[name] |= looked_at(watched, may_be_cut=name == "search")
    missing = {name: ALL - numbers for name, numbers in shown.items() if name not in WITHOUT_RECORDS}
    assert all(numbers < ALL for numbers in missing.values())
    if visited is VISITS:
        assert not any(missing.values()), missing


@pytest.mark.long
def test_every_parameter_of_the_address_is_text_on_every_page(hostile_url, watched):
    open_page(watched.page, f"{hostile_url}/borders")
    texts = [*bundles(150), *(each.text for each in PAYLOADS if each.kind == "unseen")]
    names = [each.name for each in parameters()]
    for place, name in enumerate(PAGES):
        # A complaint is of the first three; every parameter comes first on some page, and every payload is in some.
        start = 2 * place % len(names)
        for round in range(2):
            given = {each: texts[(at + 9 * place + 5 * round) % len(texts)] for at, each in enumerate(names)}
            first = names[start + round : start + round + 1]
            go_to(watched, name, **{each: given[each] for each in (*first, *names)})
            looked_at(watched, may_be_cut=True)


SAID = "France said on Tuesday that it did not recognise the vote held in Nagorno-Karabakh."


def web_page(said):
    return (
        f"<!doctype html><html><head><title>{said}</title></head><body><article><p>{said}</p></article></html>".encode()
    )


FILES = {
    "txt": lambda text: text.encode(),
    "html": lambda text: web_page(escape(text)),
    "docx": lambda text: docx(said(escape(text)), title=escape(text)),
    "pdf": lambda text: printed([re.sub(r"[()\\]", r"\\\g<0>", text)]),
}


NAMES = [each.text for each in VISIBLE if each.kind == "elements" and not {*each.text} & {*"/\\"}]


def test_files_are_text(hostile_url, watched):
    page = watched.page
    open_page(page, f"{hostile_url}/add")
    with a_run(watched):
        page.get_by_text("Take a file").click()
    for place, (form, written) in enumerate(FILES.items()):
        hostile = VISIBLE[place :: len(FILES)]
        file = {
            "name": f"{NAMES[place]}.{form}",
            "mimeType": "",
            "buffer": written(" ".join([SAID, *(each.text for each in hostile)])),
        }
        with a_run(watched):
            page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_role("button", name=f"Remove {file['name']}")).to_be_visible()
        with a_run(watched):
            page.get_by_role("button", name="Read the file").click()
        expect(page.get_by_label("Text of the article")).to_have_value(re.compile(hostile[-1].mark))
        looked_at(watched, may_be_cut=True)


def test_an_article_is_text_while_it_is_reviewed_and_once_it_is_saved(hostile_url, watched):
    page = watched.page
    open_page(page, f"{hostile_url}/add")
    page.get_by_label("Text of the article").fill(
        "\n\n".join([SAID, *(f"{SAID[:-1]}: {each}" for each in bundles(700))])
    )
    page.get_by_label("Title").fill(bundles(300)[0])
    page.keyboard.press("Tab")
    page.keyboard.type("15042020")
    with a_run(watched):
        page.get_by_role("button", name="Find its statements").click()
    expect(page.locator(".count")).to_contain_text("open", timeout=PATIENCE_MS)
    page.evaluate(HOVER)
    # The words that show a statement end where its clause does.
    assert looked_at(watched, may_be_cut=True) == ALL
    with a_run(watched):
        page.get_by_role("button", name=re.compile("^Accept all")).click()
    page.get_by_label("Address at which").fill("https://example.org/'><img/canary/src=x/onerror=__canary(1)>")
    page.get_by_label("Publisher").fill(bundles(200)[0])
    page.get_by_text("Yes: keep the whole text").click()
    page.get_by_label("Your name").fill(VISIBLE[0].text)
    with a_run(watched):
        page.get_by_role("button", name=re.compile("^Save ")).click()
    expect(page.locator(".answer", has_text="Saved: ")).to_be_visible(timeout=PATIENCE_MS)
    looked_at(watched)
    with a_run(watched):
        page.get_by_role("link", name="Read the source with its statements").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PLACES["source"].question)
    # The number of a passage stands in the text, where the passage ends.
    looked_at(watched, may_be_cut=True)


def test_embeds_and_a_kit_are_text(hostile_url, watched):
    page = watched.page
    kit = page.request.get(f"{hostile_url}/kit.html?{urlencode(YEAR)}&issue={ISSUES[0]}&through=EU").body()
    page.route(re.compile("/opened.html"), lambda route: route.fulfill(body=kit, content_type="text/html"))
    shown = set()
    for path in ("opened.html", "embed/map", "embed/timeline", "embed/table", "api"):
        page.goto(f"{hostile_url}/{path}?issue={ISSUES[1]}&{urlencode(YEAR)}")
        page.evaluate(OPEN_ALL)
        page.evaluate(HOVER)
        shown |= looked_at(watched, may_be_cut=True)
    assert shown == ALL
