"""RIS: every reader gets back what was written, tag by tag."""

from datetime import date

import pytest
import rispy
from hypothesis import given

from exports.citations.ris import write
from exports.citations.work import Issued, key
from tests.exports.citations.works import collection, patient, statement, work, works

TAGS = {
    "title": "title",
    "publisher": "publisher",
    "place": "place_published",
    "version": "edition",
    "printed_genre": "type_of_work",
    "abstract": "abstract",
    "language": "language",
}


def read_back(made):
    (found,) = rispy.loads(write(made))
    return found


def letters(name):
    """A name without the marks by which its parts are told from each other."""
    return "".join(letter for letter in name if letter not in ",– ")


def assert_reads_back(made, found):
    assert found["id"] == key(made)
    for name, tag in TAGS.items():
        if name != "publisher" or made.kind != "source":
            assert found.get(tag, "") == getattr(made, name)
    assert not [name for name in found.get("authors", []) if "," in name]
    assert list(map(letters, found.get("authors", []))) == [*filter(None, map(letters, made.authors))]
    assert [url.replace("%3B", ";") for url in found["urls"]] == [made.url.replace("%3B", ";")]
    assert found.get("notes", [""]) == [made.note]
    assert found.get("year", "") == "".join(f"{year}" for year in made.issued.parts[:1])


@patient
@given(works())
def test_whatever_it_says_reads_back_equal(made):
    assert_reads_back(made, read_back(made))


@patient
@given(works())
def test_every_line_is_a_tag_with_its_value(made):
    lines = write(made).split("\r\n")
    assert (lines[0][:6], lines[-2:]) == ("TY  - ", ["ER  - ", ""])
    assert all(line[:2].isupper() and line[2:6] == "  - " and line[6:] for line in lines[:-2])
    assert "\n" not in "".join(lines)


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        (Issued(date(2020, 4, 5)), "2020/04/05/"),
        (Issued(date(2020, 4, 30), "month"), "2020/04//"),
        (Issued(date(2020, 12, 31), "year"), "2020///"),
        (Issued(), None),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(issued, written):
    assert read_back(work(issued=issued)).get("date") == written


def test_a_name_with_commas_is_not_taken_for_surname_and_given_name():
    authors = ("Nikol Pashinyan, Prime Minister, Armenia",)
    assert read_back(work(authors=authors))["authors"] == ["Nikol Pashinyan – Prime Minister – Armenia"]


def test_a_semicolon_does_not_part_an_address():
    assert read_back(work(url="https://example.org/a;b"))["urls"] == ["https://example.org/a%3Bb"]


def test_a_statement_is_a_page_in_the_collection_and_a_source_one_of_its_publisher():
    found = read_back(statement())
    assert (found["type_of_reference"], found["secondary_title"], found["publisher"]) == (
        "ELEC",
        "Who said what about Ruritania",
        "Démarche",
    )
    news = read_back(work(genre="News"))
    assert (news["type_of_reference"], news["secondary_title"]) == ("NEWS", "The Ruritanian")
    assert read_back(collection())["type_of_reference"] == "DATA"
