"""The picture of the votes: one bar a vote in order of time, every number written, nothing on anything else."""

from datetime import date

import pytest

from charts.picture.type import clean
from charts.theme import LIGHT, contrast
from charts.vote_series import picture
from tests.charts import pictures
from tests.charts.made import LABELS
from tests.charts.pictures import HOSTILE, SVG, caption, fits, parsed

COLOURS = LIGHT.named()


def received(event_id, day, stance, count, listed=0, title="Vote held by the authorities"):
    """One row of vote_series."""
    return {
        "event_id": event_id,
        "title": title,
        "start_date": day,
        "kind": "election",
        "stance": stance,
        "stance_label": LABELS.get(stance),
        "count_actors": count,
        "count_listed": listed,
        "actor_ids": [f"{at}" for at in range(count)],
    }


ROWS = [
    received("2020", date(2020, 3, 31), "oppose", 27, 6, "Presidential vote (31 March 2020)"),
    received("2020", date(2020, 3, 31), "support", 2),
    received("2020", date(2020, 3, 31), "contested", 1),
    received("1991", date(1991, 12, 10), "neutral", 4),
]


def parts(root):
    """What each part says, its box and its fill, from the top."""
    found = []
    for group in root.iter(f"{SVG}g"):
        title, rect = group.find(f"{SVG}title"), group.find(f"{SVG}rect")
        box = [float(rect.get(key)) for key in ("x", "y", "width", "height")]
        found.append((title.text, box, rect.get("fill"), group.find(f"{SVG}text")))
    return found


def drawn(rows=ROWS, **said):
    return parsed(picture(rows, caption(**said), LABELS))


def test_votes_are_in_order_of_time_and_their_parts_in_order_of_stance():
    assert [said for said, *_ in parts(drawn())] == [
        "No judgement: 4",
        "Regarded as valid: 2",
        "Not recognised: 21",
        "Not recognised – listed by others only: 6",
        "Contested: 1",
    ]
    days = [text.what for text in pictures.texts(drawn()) if text.what in ("10 December 1991", "31 March 2020")]
    assert days == ["10 December 1991", "31 March 2020"]


def test_parts_are_as_long_as_their_numbers_and_stand_end_to_end():
    _, valid, refused, listed, contested = (box for _, box, _, _ in parts(drawn()))
    unit = (listed[0] - refused[0]) / 21
    assert refused[0] - valid[0] == pytest.approx(2 * unit, abs=0.05)
    assert contested[0] - listed[0] == pytest.approx(6 * unit, abs=0.05)
    assert contested[0] + unit == pytest.approx(1160, abs=0.05)
    assert len({box[1] for _, box, _, _ in parts(drawn())[1:]}) == 1


def test_parts_have_the_colours_of_their_stance_and_numbers_that_can_be_read():
    for (said, _, fill, number), name in zip(
        parts(drawn()), ("neutral-own", "support-own", "oppose-own", "oppose-listed", "contested-own"), strict=True
    ):
        assert fill == COLOURS[name]
        assert number.text == said.split(": ")[1]
        assert contrast(fill, number.get("fill")) >= 4.5


def test_a_number_without_room_in_its_part_stands_below_in_words():
    rows = [received("un", date(2008, 3, 14), "neutral", 900), received("un", date(2008, 3, 14), "oppose", 7)]
    root = drawn(rows)
    fits(root)
    assert [None if number is None else number.text for *_, number in parts(root)] == [None, "900"]
    assert "Not recognised 7" in [text.what for text in pictures.texts(root)]


@pytest.mark.parametrize("count", [0, 1, 15])
@pytest.mark.parametrize("most", [1, 30, 193, 100_000])
def test_nothing_overlaps_or_is_cut_off(count, most):
    rows = [
        received(f"vote {at}", date(1991 + at, 5, 1), stance, max(1, most * (at + 1) // count), at % 2, "Vote " * 30)
        for at in range(count)
        for stance in ("support", "oppose", "neutral", "contested")
    ]
    root = drawn(rows)
    fits(root)
    fits(root, wider=1.0)
    assert len(parts(root)) == sum(2 if row["count_listed"] and row["count_actors"] > 1 else 1 for row in rows)


def test_the_legend_has_what_is_drawn_once_each():
    assert [swatch.what for swatch in pictures.swatches(drawn())] == [
        COLOURS[name] for name in ("support-own", "oppose-own", "oppose-listed", "neutral-own", "contested-own")
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text):
    rows = [received("2020", date(2020, 3, 31), stance, 5, 2, text) for stance in ("support", "oppose")]
    said = dict.fromkeys(("title", "subtitle", "total", "source", "disclaimer", "link"), text)
    root = parsed(picture(rows, caption(**said), dict.fromkeys(LABELS, text)))
    fits(root)
    assert {held.tag.removeprefix(SVG) for held in root.iter()} <= {
        "svg", "title", "desc", "defs", "g", "rect", "path", "text", "tspan", "a",
    }  # fmt: skip
    written = "".join(box.what for box in pictures.texts(root))
    assert written.replace(" ", "").replace("\u00a0", "").count(clean(text).replace(" ", "")) >= 9


def test_the_message_tells_every_number():
    assert drawn().find(f"{SVG}desc").text == (
        "Bars of actors by stance, one for each of 2 votes. 10 December 1991: No judgement 4; 31 March 2020: "
        "Regarded as valid 2, Not recognised 21, Not recognised – listed by others only 6, Contested 1."
    )


def test_an_unknown_stance_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        drawn([received("2020", date(2020, 3, 31), "maybe", 1)])
