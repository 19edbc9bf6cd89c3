"""A PDF reads in whole sentences; where it has no text, that is said."""

import io
import re
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject as PdfName
from pypdf.generic import TextStringObject as PdfText

from data.uploads.print_lines import joined
from tests.data.hydrate.written import pdf
from tests.data.uploads.conftest import read, told, why_not
from tests.data.uploads.written import printed

FIRST = [
    "The ministry said on Tuesday that it does not recognise the so-",
    "called elections, and that its repre-",
    "sentative in Vienna would raise the matter with the co-chairs of",
    "the group. Non-",
    "recognition, it added, is a duty of every state under international",
    "law.",
    "A second paragraph opens here, and it goes on for long enough to be",
    "carried over to the page that follows, where the co-",
]


def test_lines_of_a_paragraph_are_joined_and_parted_words_too():
    text = read(printed(FIRST, ["chairs took it up."])).text
    assert text.split("\n\n") == [
        "The ministry said on Tuesday that it does not recognise the so-called elections, and that its representative "
        "in Vienna would raise the matter with the co-chairs of the group. Non-recognition, it added, is a duty of "
        "every state under international law.",
        "A second paragraph opens here, and it goes on for long enough to be carried over to the page that follows, "
        "where the co-chairs took it up.",
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["A heading", "The first line of a paragraph, which is a long one", "and ends here."], 1),
        (["The first paragraph, of one line that is rather long.", "• an item", "• another one"], 2),
        (["The following were named in the statement of the group:", "1. Norway", "(b) Chad"], 2),
        (["A line that is as wide as any of the lines of the page", "12"], 1),
        (["A line that is as wide as any of the lines of the page,", "Norway said, goes on."], 0),
    ],
)
def test_headings_items_and_numbers_of_pages_stand_alone(lines, text):
    assert joined(["\n".join(lines)]).count("\n\n") == text


def test_a_page_that_ends_a_sentence_ends_a_paragraph():
    assert joined(["It met.", "the rest was lost."]) == "It met.\n\nthe rest was lost."
    assert joined(["It met in\n3", "Prague."]) == "It met in\n\n3\n\nPrague."
    assert joined([]) == ""
    assert joined(["", "\n \n"]) == ""


def test_ligatures_are_the_letters_that_they_draw():
    assert joined(["The oﬃce ﬁnds it ﬂawed"]) == "The office finds it flawed"


def test_a_hyphen_is_a_word_s_own_where_the_text_has_it_elsewhere():
    assert joined(["A cease-\nfire held. The cease-fire is new."]) == "A cease-fire held. The cease-fire is new."
    assert joined(["A pro-\nRussian bloc"]) == "A pro-Russian bloc"
    assert joined(["It is so-\ncial policy"]) == "It is social policy"


def test_a_pdf_says_its_title_and_language_but_no_day_of_publication():
    writer = PdfWriter(PdfReader(io.BytesIO(pdf("Talks were held."))))
    writer.add_metadata({"/Title": " On the\ntalks ", "/CreationDate": "D:20200415"})
    writer.root_object[PdfName("/Lang")] = PdfText("fr-FR")
    found = read(saved(writer))
    assert (found.title, found.language, found.published) == ("On the talks", "fr", "")


def saved(writer):
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pictures_without_text_are_told_with_what_to_do():
    assert why_not(pdf("", "")) == (
        "the PDF has no text, only pictures; run text recognition over it, or paste the text"
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_with_a_password_is_told_and_one_locked_against_changes_is_read(algorithm):
    def locked(password):
        writer = PdfWriter(PdfReader(io.BytesIO(pdf("Talks were held."))))
        writer.encrypt(password, "the owner's", algorithm=algorithm)
        return saved(writer)

    assert why_not(locked("word")) == "the PDF is encrypted; save it without a password, or paste the text"
    assert read(locked("")).text == "Talks were held."


def test_more_pages_than_are_read_are_refused_whole():
    assert read(pdf(*["Talks"] * 200)).text.count("Talks") == 200
    assert why_not(pdf(*["Talks"] * 201)) == "the PDF has 201 pages, more than 200"
    ten_thousand = pdf("Talks").replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 10_000 + b"]")
    assert why_not(ten_thousand) == "the PDF has 10,000 pages, more than 200"


def test_a_stream_that_says_it_is_endless_is_as_long_as_it_is():
    endless, found = re.subn(rb"/Length \d+", b"/Length 10000000000", pdf("Talks were held."))
    assert found == 1
    assert told(endless) in ("Talks were held.", "the PDF is damaged")


def test_a_stream_that_unpacks_to_too_much_is_given_up():
    packed = zlib.compress(b" " * 200_000_000, 1)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    whole = pdf("Talks")
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream") + len(b"endstream")
    assert why_not(whole[:start] + stream + whole[end:]) == "the PDF is damaged"


def test_letters_that_no_font_names_are_not_passed_on():
    """Octal 001 to 007 are drawn by some fonts, but stand for no letter."""
    unknown = printed([r"Talks \001\002\003\004\005\006\007"])
    assert why_not(unknown).startswith("the PDF does not say which letters it draws; run text recognition")
