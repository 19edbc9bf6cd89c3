"""The picture of the timeline: whole, legible, harmless, and saying by itself what it shows."""

import re
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise

import pytest

from charts.picture.type import clean
from charts.theme import LIGHT
from charts.timeline import Bin, Frame, bin_days, bin_for, drawing
from charts.timeline.kinds import LANES
from charts.timeline_picture import picture
from tests.charts import pictures
from tests.charts.made import LABELS, counted, event
from tests.charts.pictures import HOSTILE, SVG, caption, fits, parsed

RANGES = {
    "year": (date(1988, 1, 1), date(2026, 12, 31)),
    "month": (date(2016, 2, 10), date(2020, 12, 31)),
    "week": (date(2020, 1, 1), date(2020, 12, 31)),
    "day": (date(2020, 3, 1), date(2020, 4, 30)),
}
COARSER: dict[str, tuple[Bin, ...]] = {
    "day": ("month", "year"),
    "week": ("month", "year"),
    "month": ("year",),
    "year": (),
}
COLOURS = LIGHT.named()
LEFT, RIGHT = 212.0, 1146.0
"""Where the line of days begins and ends, in pixels of the picture."""
TAGS = {
    "svg", "title", "desc", "defs", "pattern", "linearGradient", "stop", "g", "rect", "path", "circle", "text", "tspan",
    "a",
}  # fmt: skip


def bins(since, until):
    """Every ninth bin with three stances, and each month and year of a short range known no better."""
    name, day = bin_for(since, until), since
    while day <= until:
        starts, ends = bin_days(day, name)
        for at, stance in enumerate(("support", "oppose", "neutral")):
            yield counted(stance, 7 * at + day.month, starts, ends)
        for coarser in COARSER[name]:
            starts, ends = bin_days(day, coarser)
            yield counted("oppose", 1, starts, ends, certain=False)
        day = bin_days(day, name)[1] + timedelta(days=1 + 8 * (name in ("day", "week")))


def events(since, until, count):
    """As many events of every kind, evenly over the range; every third has no known end, every fourth no statement."""
    kinds = [kind for held in LANES.values() for kind in held]
    days = (until - since).days
    for at in range(count):
        start = since + timedelta(days=days * at // count)
        ends = None if at % 3 == 0 else start + timedelta(days=at % 40)
        title = f"Meeting number {at} of the presidents, on the conflict and what may follow from it"
        yield event(f"e{at}", kinds[at % len(kinds)], start, ends, 0 if at % 4 == 0 else at, title)


@cache
def made(name, count=130):
    since, until = RANGES[name]
    return drawing(list(bins(since, until)), list(events(since, until, count)), Frame(since, until, LABELS))


@cache
def root(name, count=130):
    return parsed(picture(made(name, count), caption()))


def x(name, day):
    since, until = RANGES[name]
    return LEFT + (RIGHT - LEFT) * (day - since).days / ((until - since).days + 1)


def titled(element):
    """What is drawn for each bar, period, event or band, by the lines of its title."""
    found = [(held, held.find(f"{SVG}title")) for held in element.iter() if held.tag != f"{SVG}svg"]
    return [(title.text.split("\n"), held) for held, title in found if title is not None]


def rects(group):
    return [
        (float(r.get("x")), float(r.get("y")), float(r.get("width")), float(r.get("height")), r.get("fill"))
        for r in group.findall(f"{SVG}rect")
    ]


@pytest.mark.parametrize("count", [0, 1, 9, 130, 700])
@pytest.mark.parametrize("name", RANGES)
def test_at_every_size_of_bin_nothing_overlaps_or_is_cut_off(name, count):
    fits(root(name, count))
    fits(root(name, count), wider=1.0)


@pytest.mark.parametrize("name", RANGES)
def test_a_bar_covers_its_days_within_the_range_and_its_parts_add_up(name):
    drawn = {lines[0]: held for lines, held in titled(root(name))}
    tallest = max(sum(counts) for *_, counts in made(name)["bars"])
    unit = max(sum(high for *_, high, _ in rects(drawn[bar[2]])) for bar in made(name)["bars"]) / tallest
    for starts, ends, words, counts in made(name)["bars"]:
        parts = rects(drawn[words])
        since, until = RANGES[name]
        first, last = max(date.fromisoformat(starts), since), min(date.fromisoformat(ends), until)
        begin, finish = x(name, first), x(name, last + timedelta(days=1))
        for left, _, wide, _, _ in parts:
            assert left == pytest.approx(begin, abs=0.02)
            assert finish - 1.02 <= left + wide <= finish + 0.02
        assert [high for *_, high, _ in parts] == pytest.approx([count * unit for count in counts if count], abs=0.03)
        stances = [stance["fill"] for stance, count in zip(made(name)["stances"], counts, strict=True) if count]
        assert [fill for *_, fill in parts] == [COLOURS[fill] for fill in stances]
        tops = sorted((top, high) for _, top, _, high, _ in parts)
        assert all(top + high == pytest.approx(below, abs=0.03) for (top, high), (below, _) in pairwise(tops))


def test_the_lines_of_the_numbers_are_as_high_as_the_bars_that_they_measure():
    frame = Frame(*RANGES["day"], LABELS)
    one = drawing([counted("support", 40, date(2020, 3, 31)), counted("support", 20, date(2020, 4, 2))], [], frame)
    drawn = parsed(picture(one, caption()))
    bars = {lines[0]: rects(held)[0] for lines, held in titled(drawn)}
    written = {text.what: text for text in pictures.texts(drawn) if text.right == pytest.approx(LEFT - 10)}
    assert {"0", "10", "20", "30", "40"} == set(written)
    for number, words in (("40", "31 March 2020"), ("20", "2 April 2020")):
        middle = (written[number].top + written[number].bottom) / 2
        assert middle == pytest.approx(bars[words][1], abs=3)


@pytest.mark.parametrize("name", ["day", "week", "month"])
def test_what_is_dated_by_month_or_year_lies_over_its_whole_period_and_in_no_bar(name):
    drawn = [(lines[0], held) for lines, held in titled(root(name))]
    since, until = RANGES[name]
    spans = made(name)["spans"]
    assert spans
    boxes = []
    for starts, ends, words, counts in spans:
        [held] = [held for head, held in drawn if head == words and held.find(f"{SVG}text") is not None]
        first, last = max(date.fromisoformat(starts), since), min(date.fromisoformat(ends), until)
        for left, _, wide, _, _ in rects(held):
            assert left == pytest.approx(x(name, first), abs=0.02)
            assert left + wide == pytest.approx(x(name, last + timedelta(days=1)), abs=0.02)
        assert held.find(f"{SVG}text").text == f"{sum(counts):,}"
        left, top, wide, high, _ = rects(held)[-1]
        boxes.append(pictures.Box(words, left, top, left + wide, top + high))
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1]._replace(left=pair[1].left + 0.1))]


def test_a_period_is_hatched_in_the_colours_of_its_stances_and_divided_by_them():
    frame = Frame(*RANGES["day"], LABELS)
    month = (date(2020, 4, 1), date(2020, 4, 30))
    rows = [counted("support", 3, *month, certain=False), counted("oppose", 1, *month, certain=False)]
    drawn = parsed(picture(drawing(rows, [], frame), caption()))
    [held] = [held for lines, held in titled(drawn) if lines[0] == "April 2020"]
    assert held.find(f"{SVG}title").text == "April 2020\nRegarded as valid: 3\nNot recognised: 1"
    hatches = pictures.paints(drawn)
    parts = rects(held)[:2]
    assert [hatches[fill][1] for *_, fill in parts] == [COLOURS["support-own"], COLOURS["oppose-own"]]
    assert parts[0][3] == pytest.approx(3 * parts[1][3], abs=0.05)
    assert "No statements dated to a day" in [text.what for text in pictures.texts(drawn)]


@pytest.mark.parametrize("name", RANGES)
def test_the_counts_of_the_legend_are_those_of_the_drawing(name):
    written = [text.what for text in pictures.texts(root(name)) if "\u2002" in text.what]
    counts = {words: int(number.replace(",", "")) for words, number in (text.split("\u2002") for text in written)}
    total = sum(sum(bar[3]) for bar in made(name)["bars"]) + sum(sum(span[3]) for span in made(name)["spans"])
    assert sum(counts[words] for words in LABELS.values()) == total
    vague = sum(sum(span[3]) for span in made(name)["spans"])
    assert counts.get("Of these, dated by month or year only", 0) == vague
    signs = ("Event, larger with more statements", "Event without statements in view")
    assert sum(counts[words] for words in signs) == 130
    bands = ("War or blockade", "War or blockade, end not recorded")
    assert sum(counts[words] for words in bands) == len(made(name)["bands"])


@pytest.mark.parametrize("name", RANGES)
def test_every_event_is_told_once_and_alone_or_together_where_marks_would_meet(name):
    titles = [row[1] for lane in made(name)["lanes"] for row in lane["events"]]
    groups = [(lines, held) for lines, held in titled(root(name)) if held.tag == f"{SVG}g"]
    told = [line for lines, _ in groups for line in lines if line.startswith("Meeting")]
    assert sorted(told) == sorted(titles)
    boxes = []
    for lines, held in groups:
        number = sum(line.startswith("Meeting") for line in lines)
        for circle in held.findall(f"{SVG}circle"):
            cx, cy, r = (float(circle.get(key)) for key in ("cx", "cy", "r"))
            boxes.append(pictures.Box(lines[0], cx - r, cy - r, cx + r, cy + r))
        if number > 1:
            assert held.find(f"{SVG}text").text == f"{number}"
            left, top, wide, high, _ = rects(held)[0]
            boxes.append(pictures.Box(lines[0], left, top, left + wide, top + high))
        assert held.find(f"{SVG}circle") is None or number == 1
    assert len(boxes) == sum(lines[0].startswith("Meeting") for lines, _ in groups)
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other), (one, other)


def test_an_event_lies_at_noon_of_its_day_is_larger_with_more_and_hollow_without():
    frame = Frame(*RANGES["day"], LABELS)
    rows = [
        event("quiet", "summit", date(2020, 3, 10), date(2020, 3, 10), 0, "Quiet"),
        event("busy", "summit", date(2020, 4, 10), date(2020, 4, 10), 100, "Busy"),
        event("long", "summit", date(2020, 3, 20), date(2020, 3, 30), 1, "Long"),
    ]
    drawn = {lines[0]: (lines, held) for lines, held in titled(parsed(picture(drawing([], rows, frame), caption())))}
    circle = {name: drawn[name][1].find(f"{SVG}circle") for name in ("Quiet", "Busy", "Long")}
    assert float(circle["Busy"].get("cx")) == pytest.approx(
        (x("day", date(2020, 4, 10)) + x("day", date(2020, 4, 11))) / 2, abs=0.02
    )
    assert float(circle["Quiet"].get("r")) < float(circle["Busy"].get("r"))
    assert circle["Quiet"].get("fill") == "#FFFFFF" != circle["Busy"].get("fill")
    [(left, _, wide, _, _)] = rects(drawn["Long"][1])
    assert wide == pytest.approx(x("day", date(2020, 3, 30)) - x("day", date(2020, 3, 20)), abs=0.02)
    assert left == pytest.approx(float(circle["Long"].get("cx")))
    assert drawn["Long"][0] == ["Long", "20 March 2020 to 30 March 2020", "1 statement"]
    assert drawn["Quiet"][0] == ["Quiet", "10 March 2020", "0 statements"]


def test_wars_and_blockades_shade_everything_below_and_above_and_fade_without_an_end():
    frame = Frame(*RANGES["week"], LABELS)
    rows = [
        event("war", "war", date(2020, 9, 27), date(2020, 11, 10), 9, "War"),
        event("road", "blockade", date(2020, 12, 12), None, 9, "Road"),
        event("clash", "clash", date(2020, 7, 12), date(2020, 7, 16), 9, "Clash"),
    ]
    element = parsed(
        picture(drawing([counted("support", 1, *bin_days(date(2020, 5, 4), "week"))], rows, frame), caption())
    )
    shades = {lines[0]: held for lines, held in titled(element) if held.tag == f"{SVG}rect"}
    assert set(shades) == {"War", "Road"}
    war, road = shades["War"], shades["Road"]
    assert float(war.get("x")) == pytest.approx(x("week", date(2020, 9, 27)), abs=0.02)
    assert float(war.get("width")) == pytest.approx(
        x("week", date(2020, 11, 11)) - x("week", date(2020, 9, 27)), abs=0.02
    )
    circles = [float(circle.get("cy")) for _, held in titled(element) for circle in held.findall(f"{SVG}circle")]
    top = float(war.get("y"))
    assert top <= min(rects(held)[0][1] for lines, held in titled(element) if lines[0] == "Week of 4 May 2020")
    assert top + float(war.get("height")) > max(circles)
    [fade] = element.iter(f"{SVG}linearGradient")
    assert road.get("fill") == f"url(#{fade.get('id')})" != war.get("fill")
    assert [stop.get("stop-opacity") for stop in fade] == ["0.24", "0"]
    assert float(road.get("x")) + float(road.get("width")) <= RIGHT


def test_a_war_of_days_can_be_seen_among_decades():
    rows = [event("four-day-war", "war", date(2016, 4, 2), date(2016, 4, 5), 9, "Four-day war")]
    element = parsed(picture(drawing([], rows, Frame(*RANGES["year"], LABELS)), caption()))
    [shade] = [held for _, held in titled(element) if held.tag == f"{SVG}rect"]
    assert float(shade.get("width")) >= 3


def test_lanes_are_named_from_the_top_and_a_war_has_its_words():
    written = " ".join(text.what for text in pictures.texts(root("week", 12)))
    places = [written.index(" ".join(name.split()[:2])) for name in LANES]
    assert places == sorted(places)
    assert "Meeting number 0 of" in written


@pytest.mark.parametrize("name", RANGES)
def test_ticks_are_in_the_words_of_their_range(name):
    written = [text.what for text in pictures.texts(root(name))]
    expected = {"year": "2000", "month": "Jul", "week": "Nov", "day": "Mar 2020"}[name]
    assert written.count(expected) == {"month": 10}.get(name, 2)
    assert f"Statements per {name}" in written


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    labels = dict.fromkeys(LABELS, text)
    since, until = RANGES["week"]
    rows = [event(f"e{at}", kind, since, None, 3, text) for at, kind in enumerate(("war", "blockade", "summit"))]
    given = drawing(list(bins(since, until)), rows, Frame(since, until, labels))
    said = dict.fromkeys(("title", "subtitle", "total", "source", "disclaimer", "link"), text)
    element = parsed(picture(given, caption(**said)))
    fits(element)
    assert {held.tag.removeprefix(SVG) for held in element.iter()} <= TAGS
    written = "".join(box.what for box in pictures.texts(element))
    assert written.replace(" ", "").replace("\u00a0", "").count(clean(text).replace(" ", "")) >= 9
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\n")


@pytest.mark.parametrize("name", RANGES)
def test_a_picture_refers_to_nothing_outside_itself(name):
    text = picture(made(name), caption())
    ids = [element.get("id") for element in parsed(text).iter() if element.get("id")]
    assert set(re.findall(r"url\(#([^)]+)\)", text)) == set(ids)
    assert len(set(ids)) == len(ids)
    assert not re.search(r"var\(|style|script|image|@import|<use|class=|\son\w+=", text)
    assert set(re.findall(r"https?://[^/\"<]+", text)) == {"http://www.w3.org", "https://demarche.example"}


def test_an_empty_range_says_so_and_an_empty_disclaimer_writes_no_line():
    frame = Frame(date(2019, 1, 1), date(2019, 1, 20), LABELS)
    empty = parsed(picture(drawing([], [], frame), caption(disclaimer="")))
    fits(empty)
    assert "No statements" in [text.what for text in pictures.texts(empty)]
    with_line = parsed(picture(drawing([], [], frame), caption(disclaimer="Nothing.")))
    assert float(with_line.get("height")) - float(empty.get("height")) == 34
    assert not [text for text in pictures.texts(empty) if not text.what]


def test_everything_that_makes_the_picture_stand_alone_is_written():
    said = caption()
    words = " ".join(text.what for text in pictures.texts(root("week"))).replace("\u00a0", " ")
    for part in (said.title, said.subtitle, said.total, said.source, said.disclaimer):
        assert part in words
    assert [child.text for child in root("week")][:2] == [said.title, made("week")["label"]]
    assert root("week").get("role") == "img"


def test_it_can_be_read_at_half_its_size():
    assert root("year").get("width") == "1200"
    sizes = {float(element.get("font-size")) for element in root("year").iter() if element.get("font-size")}
    assert min(sizes) / 2 >= 9.5


def test_pictures_can_share_a_page_and_the_same_one_is_the_same_file():
    one, again, other = (picture(made(name), caption()) for name in ("week", "week", "day"))
    assert one == again
    ids = [{held.get("id") for held in parsed(text).iter() if held.get("id")} for text in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]
