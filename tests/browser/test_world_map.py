"""The map as a reader uses it, on a page of its own: point, walk by keyboard, zoom, play, while Python reruns."""

import pytest
from playwright.sync_api import expect

import queries
from charts import shapes
from charts.theme import DARK, LIGHT
from tests.browser.map_app import CLASSES, MARKUP, classes, drawing, words
from tests.browser.screen import SIZES
from tests.browser.server import running_app
from tests.browser.verbs import a_run, axe_violations, horizontal_overflow, open_page
from ui import names, script, world_map
from ui.vocabulary import MAP_VIEWS

STATES = ("state", "observer_state", "partially_recognised_state")
OUTLINES = "**/shapes/map-*.json"
SOUTH_ATLANTIC = (400, 280)


@pytest.fixture(scope="module")
def map_url():
    with running_app("tests/browser/map_app.py") as url:
        yield url


def open_map(screen, url, query=""):
    screen.page.emulate_media(reduced_motion="reduce")
    screen.page.route(OUTLINES, lambda route: route.fulfill(body=shapes.map_bytes(), content_type="application/json"))
    open_page(screen.page, f"{url}/{query}")
    expect(screen.page.locator(".drawing:not([aria-busy])")).to_be_visible()
    return screen.page


def places():
    picture = shapes.picture()
    return {place["id"]: place["point"] for kind in ("shapes", "dots", "seats") for place in picture[kind]}


def camera(page):
    return page.locator(".ground").evaluate("g => (({a, e, f}) => [a, e, f])(g.getScreenCTM())")


def on_screen(seen_by, point):
    scale, left, top = seen_by
    return point[0] * scale + left, point[1] * scale + top


def spot(page, actor):
    """Where an actor's point is on the screen."""
    return on_screen(camera(page), places()[actor])


def paint(page, actor):
    """The colour of an actor; of a hatch the one beneath it."""
    return page.locator(f"#at-{actor}").evaluate(
        """shape => {
            const fill = getComputedStyle(shape).fill, hatch = fill.match(/#[\\w-]+/);
            return hatch ? getComputedStyle(shape.getRootNode().querySelector(`${hatch[0]} rect`)).fill : fill;
        }"""
    )


def colour(name, palette=LIGHT):
    value = palette.named()[name]
    return "rgb({}, {}, {})".format(*(int(value[at : at + 2], 16) for at in (1, 3, 5)))


def chosen(page):
    return page.locator(".drawing").evaluate("svg => svg.querySelector('[aria-selected=true]')?.id.slice(3)")


def heard(page):
    return page.get_by_text("Heard").inner_text().split(", ")[1:]


def on_stage(page, actors):
    """Where the points of these actors are on the screen, without those outside the map."""
    box = page.locator(".drawing").bounding_box()
    now, points = camera(page), places()
    spots = [on_screen(now, points[actor]) for actor in sorted(actors)]
    return [(x, y) for x, y in spots if 0 < x - box["x"] < box["width"] and 0 < y - box["y"] < box["height"]]


def inside(page, actor):
    """Places on the screen that are surely inside an outline."""
    return page.locator(f"#at-{actor}").evaluate(
        """shape => {
            const {x, y, width, height} = shape.getBBox(), matrix = shape.getScreenCTM();
            return Array.from({length: 144}, (_, n) => new DOMPoint(
                x + (n % 12 + 0.5) / 12 * width, y + (Math.floor(n / 12) + 0.5) / 12 * height))
                .filter(point => shape.isPointInFill(point))
                .map(point => point.matrixTransform(matrix)).map(point => [point.x, point.y]);
        }"""
    )


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focused(page):
    return page.locator(".drawing").get_attribute("aria-activedescendant").removeprefix("at-")


def test_every_state_is_chosen_by_a_click_at_its_point_in_some_view(map_url, desktop):
    page = open_map(desktop, map_url)
    left = {row["actor_id"] for row in queries.run("actors").to_pylist() if row["kind"] in STATES}
    # 193 members of the UN, Holy See, Palestine, Kosovo, Taiwan and the Sahrawi Republic.
    assert len(left) == 198
    for view in MAP_VIEWS.values():
        page.get_by_role("button", name=view, exact=True).click()
        for place in on_stage(page, left):
            page.mouse.click(*place)
            left.discard(chosen(page))
    # The mark of a small neighbour may cover the point of a large state; then it is chosen anywhere else inside.
    page.get_by_role("button", name="World", exact=True).click()
    for actor in sorted(left):
        for place in inside(page, actor):
            page.mouse.click(*place)
            if chosen(page) == actor:
                left.discard(actor)
                break
    assert left == set()
    expect(page.get_by_text("Heard")).to_contain_text(f"chosen {chosen(page)}")
    assert desktop.problems == []


def test_every_actor_is_reached_by_its_letters_and_by_arrows_alone(map_url, desktop):
    page = open_map(desktop, map_url)
    ways = page.locator(".drawing").evaluate(
        """(svg, names) => {
            const press = key => svg.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));
            const at = () => svg.getAttribute('aria-activedescendant')?.slice(3);
            const go = ([id, name]) => at() === id || ['Home', ...name].forEach(press);
            const back = {Left: 'Right', Up: 'Down', Right: 'Left', Down: 'Up'};
            return Object.entries(names).map(actor => {
                press('End');
                go(actor);
                const reached = at();
                const neighbours = Object.keys(back).map(way => {
                    go(actor);
                    press(`Arrow${way}`);
                    const neighbour = at();
                    press(`Arrow${back[way]}`);
                    return neighbour;
                });
                return [actor[0], reached, neighbours];
            });
        }""",
        {actor: names.actor_names()[actor] for actor in classes(0)},
    )
    assert [actor for actor, reached, _ in ways if reached != actor] == []
    seen, waiting = {"FRA"}, ["FRA"]
    onward = {actor: set(neighbours) for actor, _, neighbours in ways}
    while waiting:
        new = onward[waiting.pop()] - seen
        seen |= new
        waiting += new
    assert seen == set(classes(0))


def test_the_keyboard_finds_the_map_chooses_zooms_and_lets_go(map_url, desktop):
    page = open_map(desktop, map_url)
    page.locator(".zoom button").last.focus()
    press(page, "Tab")
    expect(page.locator(".drawing")).to_be_focused()
    runs, whole = desktop.runs, camera(page)
    press(page, *"aus", "ArrowRight", "ArrowLeft", *"austri", "r", "c")
    page.wait_for_timeout(500)
    assert desktop.runs == runs, "Streamlit took a letter for its own."
    press(page, "Home", *"France")
    assert focused(page) == "FRA"
    expect(page.locator(".tip")).to_have_text(f"France{words(classes(0)['FRA'])}issue 0")
    with a_run(desktop):
        press(page, "Enter")
    assert (chosen(page), heard(page)) == ("FRA", ["chosen FRA"])
    press(page, "+", "+", "+", "End")
    assert camera(page)[0] == pytest.approx(whole[0] * 1.6**3)
    x, y = spot(page, focused(page))
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('.stBidiComponent') !== null", [x, y])
    press(page, "0")
    assert camera(page) == pytest.approx(whole)
    with a_run(desktop):
        press(page, "Escape")
    assert (chosen(page), heard(page)) == (None, ["chosen FRA", "chosen nobody"])
    press(page, "Tab")
    expect(page.locator(".drawing")).not_to_be_focused()


def test_zoom_focus_and_choice_survive_a_rerun_that_repaints(map_url, desktop):
    page = open_map(desktop, map_url)
    with a_run(desktop):
        page.mouse.click(*spot(page, "BRA"))
    page.mouse.wheel(0, 60)
    expect(page.locator(".hint.seen")).to_be_visible()
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop === 60")
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 0")
    whole = camera(page)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)
    page.mouse.move(*spot(page, "ARG"))
    page.mouse.down()
    page.mouse.move(600, 420, steps=4)
    page.mouse.up()
    closer = camera(page)
    assert closer[0] > whole[0] * 1.3
    assert spot(page, "ARG") == pytest.approx((600, 420), abs=1)
    page.mouse.click(*on_screen(closer, SOUTH_ATLANTIC))
    assert (chosen(page), heard(page)) == ("BRA", ["chosen BRA"]), "A drag or the sea chose something."
    before = page.locator(".drawing").element_handle()
    with a_run(desktop):
        # Without the mouse, so that nothing but the run can disturb the map.
        page.get_by_role("button", name="Next issue").evaluate("button => button.click()")
    assert before.evaluate("svg => svg.isConnected")
    assert camera(page) == pytest.approx(closer)
    assert chosen(page) == "BRA"
    now = classes(1)["BRA"]
    assert now is not None
    expect(page.locator("#at-BRA")).to_have_attribute("aria-label", f"Brazil, {words(now)}, issue 1")
    assert paint(page, "BRA") == colour(CLASSES[now]["fill"])


def test_the_map_follows_what_is_chosen_elsewhere(map_url, desktop):
    page = open_map(desktop, map_url)
    with a_run(desktop):
        page.mouse.click(*spot(page, "BRA"))
    with a_run(desktop):
        page.get_by_role("button", name="Choose Italy").click()
    assert chosen(page) == "ITA"
    world = camera(page)
    with a_run(desktop):
        page.get_by_role("button", name="Show Europe").click()
    expect(page.get_by_role("button", name="Europe", exact=True)).to_have_attribute("aria-pressed", "true")
    assert camera(page)[0] > world[0] * 3
    expect(page.locator(".names")).to_contain_text("France")
    page.get_by_role("button", name="Caribbean", exact=True).click()
    with a_run(desktop):
        page.mouse.click(*spot(page, "CUB"))
    assert on_stage(page, ["ITA"]) == []
    with a_run(desktop):
        page.get_by_role("button", name="Choose Italy").click()
    assert on_stage(page, ["ITA"])


def test_runs_that_overtake_each_other_leave_one_map_and_the_latest_word(map_url, desktop, monkeypatch):
    calls = []
    monkeypatch.setattr(world_map, "_mount", lambda **call: calls.append(call))
    nobody = world_map.Callbacks(*[lambda _: None] * 4)
    world_map.show(drawing(0, plays=False, day=""), world_map.MapState("world"), nobody)
    options, seen, told = open_map(desktop, map_url).evaluate(
        """async ([js, html, data]) => {
            const {default: mount} = await import(URL.createObjectURL(new Blob([js], {type: 'text/javascript'})));
            const host = document.body.appendChild(document.createElement('div'));
            const root = host.attachShadow({mode: 'open'}), told = [];
            root.append(document.createRange().createContextualFragment(html));
            const setTriggerValue = (name, value) => told.push(`${name} ${value}`);
            const run = chosen => mount({parentElement: root, data: {...data, chosen}, setTriggerValue});
            const click = id => root.querySelector(`#at-${id}`).dispatchEvent(new MouseEvent('click', {bubbles: true}));
            const overtaken = run(null);
            while (root.querySelector('[aria-busy]')) await new Promise(done => setTimeout(done, 5));
            overtaken();
            run(null);
            click('FRA');
            click('DEU');
            // Too early to know of either, an echo of the first, of the second, and then two words from elsewhere.
            const seen = [null, 'FRA', 'DEU', 'ITA', null].map(chosen => {
                run(chosen);
                return root.querySelector('[aria-selected]')?.id.slice(3) ?? null;
            });
            const options = root.querySelectorAll('[role=option]').length;
            host.remove();
            return [options, seen, told];
        }""",
        [
            script.joined(world_map.FOLDER, world_map.MODULES),
            (world_map.FOLDER / "map.html").read_text(),
            calls[0]["data"],
        ],
    )
    assert options == len(classes(0))
    assert seen == ["DEU", "DEU", "DEU", "ITA", None]
    assert told == ["choose FRA", "choose DEU"]


def test_what_plays_is_heard_only_when_it_rests(map_url, desktop):
    page = open_map(desktop, map_url, "?plays")
    against, for_, silent = map(colour, ("oppose-own", "support-borrowed", "no-position"))
    day = page.locator("output.day")
    expect(day).to_have_text("1 January 2001: 2 positions new or changed")
    page.get_by_role("slider").focus()
    with a_run(desktop):
        press(page, "Home")
    expect(day).to_have_text("31 December 1999: before the first change")
    assert (paint(page, "FRA"), paint(page, "ITA")) == (silent, silent)
    runs = desktop.runs
    page.get_by_role("button", name="Play").click()
    expect(day).to_have_text("1 January 2000: 2 positions new or changed", timeout=5_000)
    assert (paint(page, "FRA"), paint(page, "ITA")) == (against, silent)
    assert desktop.runs == runs
    with a_run(desktop):
        page.get_by_role("button", name="Pause").click()
    with a_run(desktop):
        page.get_by_role("button", name="The next change").click()
    assert (paint(page, "FRA"), paint(page, "ITA")) == (for_, against)
    with a_run(desktop):
        page.get_by_role("button", name="Play").click()
    expect(page.locator("#at-DEU")).to_have_count(0)
    days = ["day 1999-12-31", "day 2000-01-01", "day 2001-01-01", "day 2002-01-01"]
    assert heard(page) == days
    assert desktop.problems == []


def test_outlines_that_do_not_come_are_asked_for_again(map_url, desktop):
    page = desktop.page
    page.route(OUTLINES, lambda route: route.fulfill(status=503))
    open_page(page, map_url)
    expect(page.get_by_role("alert")).to_contain_text("did not arrive")
    page.unroute(OUTLINES)
    page.route(OUTLINES, lambda route: route.fulfill(body=shapes.map_bytes(), content_type="application/json"))
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".drawing:not([aria-busy])")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_the_map_is_sound_at_every_size_and_follows_the_theme(map_url, new_screen, size):
    screen = new_screen(size)
    page = open_map(screen, map_url, "?plays")
    marked_up = next(actor for actor, place in classes(0).items() if MARKUP in words(place))
    page.locator(".drawing").focus()
    press(page, *names.actor_names()[marked_up], "Enter")
    expect(page.locator(".tip")).to_contain_text(MARKUP)
    expect(page.get_by_role("listbox", name="World map: somebody is against.")).to_be_visible()
    for theme, palette in (("light", LIGHT), ("dark", DARK)):
        page.emulate_media(color_scheme=theme)
        expect(page.locator(".stage")).to_have_css("background-color", colour("sea", palette))
        assert axe_violations(page) == []
    assert horizontal_overflow(page) == []
    assert page.evaluate("window.ran") is None
    assert screen.problems == []


def test_a_tap_on_a_phone_chooses_and_one_finger_scrolls_unless_the_map_is_closer(map_url, phone):
    page = open_map(phone, map_url)
    expect(page.locator(".drawing")).to_have_css("touch-action", "pan-x pan-y")
    with a_run(phone):
        page.touchscreen.tap(*spot(page, "BRA"))
    assert chosen(page) == "BRA"
    expect(page.locator(".tip")).to_contain_text("Brazil")
    page.get_by_role("button", name="Closer").tap()
    expect(page.locator(".drawing")).to_have_css("touch-action", "none")
