"""The ready styles: by the examples of their manuals, and never more of a date than is known."""

from datetime import date

import pytest
from hypothesis import given

from exports.citations import apa, chicago, mla
from exports.citations.prose import quoted, series, stopped
from exports.citations.work import Issued
from tests.exports.citations.works import collection, patient, statement, work, works

DAY = date(2020, 9, 5)
STYLES = [apa.write, chicago.write, mla.write]
SOURCE = {
    apa: "Georgia calls the vote “illegitimate”. (2020, April 15). The Ruritanian. https://example.org/a",
    chicago: "“Georgia calls the vote ‘illegitimate’,” The Ruritanian, April 15, 2020, https://example.org/a.",
    mla: "“Georgia calls the vote ‘illegitimate’.” The Ruritanian, 15 Apr. 2020, https://example.org/a.",
}
UNDATED = {
    apa: "Georgia calls the vote “illegitimate”. (n.d.). The Ruritanian. "
    "Retrieved November 24, 2026, from https://example.org/a",
    chicago: "“Georgia calls the vote ‘illegitimate’,” The Ruritanian, accessed November 24, 2026, "
    "https://example.org/a.",
    mla: "“Georgia calls the vote ‘illegitimate’.” The Ruritanian, https://example.org/a. Accessed 24 Nov. 2026.",
}
STATEMENT = {
    apa: "Ministry of Foreign Affairs, Georgia. (2020, April 15). [Georgia called the votes illegitimate]. "
    "In Who said what about Ruritania (Version 9b5237becebc) [Data set]. Démarche. "
    "https://app.example/statements?statement=2020-04-15-geo",
    chicago: "Ministry of Foreign Affairs, Georgia, [Georgia called the votes illegitimate], April 15, 2020, "
    "in Who said what about Ruritania, Démarche, data version 9b5237becebc, "
    "https://app.example/statements?statement=2020-04-15-geo.",
    mla: "Ministry of Foreign Affairs, Georgia. [Georgia called the votes illegitimate]. 15 Apr. 2020. "
    "Who said what about Ruritania, data version 9b5237becebc, Démarche, "
    "https://app.example/statements?statement=2020-04-15-geo.",
}
COLLECTION = {
    apa: "Who said what about Ruritania (Version 9b5237becebc) [Data set]. (2026, November 20). Démarche. "
    "https://app.example/data",
    chicago: "Who said what about Ruritania, Démarche, data version 9b5237becebc, November 20, 2026, "
    "https://app.example/data.",
    mla: "Who said what about Ruritania. Data version 9b5237becebc, Démarche, 20 Nov. 2026, https://app.example/data.",
}


@pytest.mark.parametrize("style", [apa, chicago, mla])
def test_each_kind_is_written_as_the_style_wants_it(style):
    assert style.write(work()) == SOURCE[style]
    assert style.write(work(issued=Issued())) == UNDATED[style]
    assert style.write(statement()) == STATEMENT[style]
    assert style.write(collection(issued=Issued(date(2026, 11, 20)))) == COLLECTION[style]


def test_a_view_is_data_in_a_collection():
    view = statement(kind="view", title="Who said what? Dates: 2020", authors=())
    assert apa.write(view).startswith(
        "Who said what? Dates: 2020 [Data set]. (2020, April 15). In Who said what about Ruritania "
        "(Version 9b5237becebc). Démarche. "
    )
    assert chicago.write(view).startswith("“Who said what? Dates: 2020,” in Who said what about Ruritania, Démarche, ")
    assert mla.write(view).startswith("“Who said what? Dates: 2020.” Who said what about Ruritania, data version ")


@pytest.mark.parametrize(
    ("precision", "dates"),
    [
        ("day", ["2020, September 5", "September 5, 2020", "5 Sept. 2020"]),
        ("month", ["2020, September", "September 2020", "Sept. 2020"]),
        ("year", ["2020", "2020", "2020"]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(precision, dates):
    made = work(issued=Issued(DAY, precision), title="X", url="u")
    assert [write(made) for write in STYLES] == [
        f"X. ({dates[0]}). The Ruritanian. u",
        f"“X,” The Ruritanian, {dates[1]}, u.",
        f"“X.” The Ruritanian, {dates[2]}, u.",
    ]


def test_every_month_has_the_short_name_that_mla_gives_it():
    written = [mla.write(work(issued=Issued(date(2020, month, 1), "month"), title="X")) for month in range(1, 13)]
    assert [text.split(", ")[1] for text in written] == [
        *("Jan. 2020", "Feb. 2020", "Mar. 2020", "Apr. 2020", "May 2020", "June 2020"),
        *("July 2020", "Aug. 2020", "Sept. 2020", "Oct. 2020", "Nov. 2020", "Dec. 2020"),
    ]


def test_a_publisher_that_is_the_author_is_said_once():
    own = work(authors=("Ministry",), publisher="Ministry", title="X", url="u")
    assert [write(own) for write in STYLES] == [
        "Ministry. (2020, April 15). X. u",
        "Ministry, “X,” April 15, 2020, u.",
        "“X.” Ministry, 15 Apr. 2020, u.",
    ]


@patient
@given(works())
def test_whatever_it_says_is_one_line_that_leads_to_the_work(made):
    for write in STYLES:
        written = write(made)
        assert made.url in written
        assert made.title.rstrip(".")[:1] in written
        assert len(written.splitlines()) == 1
        assert written == written.strip()


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B, and C"),
        (["A", "B", "C", "D"], "A et al."),
    ],
)
def test_names_are_put_in_a_row(names, written):
    assert series(names, "and", most=3) == written


@pytest.mark.parametrize(
    ("title", "comma", "stop"),
    [
        ("A vote", "“A vote,”", "“A vote.”"),
        ("A vote.", "“A vote,”", "“A vote.”"),
        ("A vote?", "“A vote?,”", "“A vote?”"),
        ("A “vote”", "“A ‘vote’,”", "“A ‘vote’.”"),
        ('A "vote"', "“A ‘vote’,”", "“A ‘vote’.”"),
        ("Is it “a vote?”", "“Is it ‘a vote?’,”", "“Is it ‘a vote?’”"),
    ],
)
def test_a_title_in_quotation_marks_keeps_its_own_marks_apart(title, comma, stop):
    assert (quoted(title, ","), quoted(title, ".")) == (comma, stop)


@pytest.mark.parametrize(
    ("text", "written"), [("", ""), ("A", "A."), ("A.", "A."), ("A?", "A?"), ("U.S.”", "U.S.”"), ("[A]", "[A].")]
)
def test_a_sentence_has_one_end(text, written):
    assert stopped(text) == written
