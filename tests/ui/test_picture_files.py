"""Pictures to take away: the same picture in both forms, saying what it is."""

from datetime import date
from io import BytesIO

import pytest
from PIL.PngImagePlugin import PngImageFile

from charts.timeline import Frame, drawing
from charts.timeline_picture import picture
from tests.charts.made import LABELS, counted
from tests.charts.pictures import caption
from ui import picture_files, timeline_files
from ui.view import View

MADE = drawing([counted("support", 2, date(2020, 3, 31))], [], Frame(date(2020, 3, 1), date(2020, 4, 30), LABELS))


def draw():
    return picture(MADE, caption())


def test_the_svg_is_the_picture():
    assert picture_files.file(draw, caption(), "svg") == draw().encode()


def test_the_png_is_drawn_from_it_and_says_what_it_is():
    said = caption()
    image = PngImageFile(BytesIO(picture_files.file(draw, said, "png")))
    assert image.size[0] == 2400
    assert image.text["Title"] == said.title
    assert image.text["Source"] == said.source
    assert said.link in image.text["Comment"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "1 March to 30 April 2020. Counted: every statement."),
        ({"stances": ["oppose"]}, "1 March to 30 April 2020. Counted: only stance: Oppose."),
        ({"actors": ["FRA"], "kinds": ["vote"]}, "1 March to 30 April 2020. Counted: only actors: France; kind: Vote."),
    ],
)
def test_a_picture_of_the_timeline_says_which_statements_it_counts(changes, words):
    view = View.whole().only(since=date(2020, 3, 1), until=date(2020, 4, 30), **changes)
    assert timeline_files.rule(view) == words
