"""The picture of an actor's lines: whole, legible, harmless, and the same as the lines on the page."""

import re
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.picture.type import clean
from charts.stance_lines_picture import picture
from charts.theme import LIGHT
from tests.charts import pictures
from tests.charts.pictures import SVG, caption, parsed
from tests.charts.stances import FRAME, drawn, lane, member, numbered, said

COLOURS = LIGHT.named()
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle "
TAGS = {"svg", "title", "desc", "defs", "linearGradient", "stop", "g", "a", "rect", "path", "circle", "text", "tspan"}
HOSTILE = [
    '<script>alert("1")</script>&amp;]]><!--',
    "\u202eright to left\u202c العربية",
    "\x00nul\ud800",
    "W" * 300,
    " ",
]
SPANS = [
    member("UN", "1992-03-02"),
    member("NAM", role="observer"),
    member("CIS", "2001", "2005"),
    member(LONG, "2001"),
]
SHADED = (date(2003, 1, 1), date(2003, 4, 30))
BUSY = [f"{year}-{month:02}-{day:02}" for year in (2003, 2004, 2009) for month in (1, 2) for day in range(1, 20, 4)]


def full():
    """Lanes with everything that can occur."""
    rows = [
        said("2000-05-01", "oppose"),
        said("2002-05-01", "support", attribution="listed"),
        said("2004", "neutral"),
        said("2005-01-01", "support", kind="vote"),
        said("2005-01-01", "oppose"),
    ]
    return drawn(
        lane(*rows, note="Syldavia"),
        lane(note="Borduria"),
        lane(*numbered(BUSY), said("2003-02-10", "oppose"), title=f"The treaty on {LONG * 2}", note="Syldavia"),
        spans=SPANS,
        shaded=SHADED,
    )


def fits(root, wider=1.12):
    """No text leaves the paper or meets another text, in letters so much wider."""
    found, (across, down) = pictures.texts(root, wider), (float(root.get("width")), float(root.get("height")))
    for text in found:
        assert min(text.left, text.top) >= 0, text
        assert text.right <= across, text
        assert text.bottom <= down, text
    for one, other in combinations(found, 2):
        assert not one.overlaps(other), (one, other)


def words(root):
    return " ".join(text.what for text in pictures.texts(root)).replace("\u00a0", " ")


def test_nothing_overlaps_or_is_cut_off():
    root = parsed(picture(full(), caption()))
    fits(root)
    assert len(pictures.texts(root)) > 40


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            said,
            st.sampled_from([*BUSY, "2000", "2009-12", "2005-06"]),
            st.sampled_from(["support", "neutral", "oppose"]),
        ),
        max_size=12,
        unique_by=lambda row: row["statement_id"],
    )
)
def test_however_the_points_lie_no_words_meet(rows):
    fits(parsed(picture(drawn(lane(*rows), lane(*rows[:3], title="Another")), caption())))


def test_everything_that_makes_the_picture_stand_alone_is_written():
    said_round, made = caption(), full()
    told = words(parsed(picture(made, said_round)))
    for part in ("title", "subtitle", "total", "source", "disclaimer", "link"):
        assert getattr(said_round, part) in told
    assert "Your dates: 1 January 2003 to 30 April 2003" in told
    for sign, meaning in made["signs"]:
        assert meaning in told, sign
    for text in ("Syldavia", "Borduria", "No statement of its own on record", "Recognised", "Not recognised"):
        assert text in told
    assert "UN member since 2 March 1992" in told
    assert "NAM observer, start not known" in told


def test_every_statement_is_a_mark_in_its_colour_with_what_is_known_of_it():
    made = full()
    drawn_marks = [
        (element, title.text)
        for element in parsed(picture(made, caption())).iter()
        if element.tag != f"{SVG}svg" and (title := element.find(f"{SVG}title")) is not None
    ]
    points = [point for each in made["lanes"] for point in each["points"]]
    assert [title for _, title in drawn_marks] == ["\n".join(point["lines"]) for point in points]
    for (mark, _), point in zip(drawn_marks, points, strict=True):
        assert (mark.tag == f"{SVG}rect") == (point["form"] == "vote")
        paint = mark.get("stroke" if point["form"] == "listed" else "fill")
        assert paint == COLOURS[point["fill"]]


def test_points_stand_at_their_days_and_on_their_levels():
    root = parsed(picture(drawn(lane(said("2000-01-01", "oppose"), said("2009-12-31", "support"))), caption()))
    marks = {found[0].find(f"{SVG}title").text[:4]: found[0] for found in pictures.titled(root).values()}
    first, last = marks["1 Ja"], marks["31 D"]
    assert float(first.get("cx")) == pytest.approx(40, abs=0.5)
    assert float(last.get("cx")) == pytest.approx(1160, abs=0.5)
    assert float(first.get("cy")) > float(last.get("cy"))


def test_points_close_together_do_not_cover_each_other():
    root = parsed(picture(drawn(lane(*numbered(["2003-01-01", "2003-01-02", "2003-01-03"]))), caption()))
    places = [(float(m.get("cx")), float(m.get("cy"))) for found in pictures.titled(root).values() for m in found]
    assert len(places) == 3
    for one, other in combinations(places, 2):
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= 14


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    row = said("2003-05-17", "oppose", summary=text, event_title=text, stance_label=text)
    made = drawn(lane(row, title=text, note=text), spans=[member(text, "2001")], title=text, shaded=SHADED)
    made["lanes"][0]["levels"][0]["words"] = text
    root = parsed(picture(made, caption(**dict.fromkeys(("title", "subtitle", "total", "source", "disclaimer"), text))))
    fits(root)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS
    written = "".join(box.what for box in pictures.texts(root))
    assert written.replace(" ", "").count(clean(text).replace(" ", "")) >= 5
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\x00\n")


def test_a_picture_refers_to_nothing_outside_itself_and_the_same_one_is_the_same_file():
    text = picture(full(), caption())
    assert text == picture(full(), caption())
    ids = {element.get("id") for element in parsed(text).iter() if element.get("id")}
    assert set(re.findall(r"url\(#([^)]+)\)", text)) == ids
    assert len(ids) == 1
    assert not re.search(r"var\(|style|script|image|@import|<use|class=|\son\w+=", text)
    assert set(re.findall(r"https?://[^/\"<]+", text)) == {"http://www.w3.org", "https://demarche.example"}


def test_screen_readers_get_title_and_message():
    root = parsed(picture(full(), caption()))
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert [child.text for child in root][:2] == [caption().title, full()["label"]]


def test_it_can_be_read_at_half_its_size():
    root = parsed(picture(full(), caption()))
    sizes = {float(element.get("font-size")) for element in root.iter() if element.get("font-size")}
    assert min(sizes) / 2 >= 9.5


def test_an_actor_of_whom_nothing_is_known_has_a_picture_that_says_so():
    root = parsed(picture(drawn(), caption(title="Ruritania")))
    fits(root)
    assert root.find(f"{SVG}desc").text == f"No position of {FRAME.title} is on record."
