"""What is cited is true of the collection: its authors, its dates, its doubts, the way back to it."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

import queries
from exports import asked_of
from exports.citations import UnknownWork, file_name, of_collection, of_event, of_source, of_statement, of_view
from exports.citations.held import permalink
from exports.citations.speakers import author
from exports.citations.work import Work
from exports.names import names_of

HOME, TODAY = "https://app.example/demarche/", date(2026, 11, 24)
FIRST = next(iter(queries.served()))
VERSION = names_of(FIRST).collection["data_version"]


@pytest.mark.parametrize(
    ("speaker", "actor", "publisher", "named"),
    [
        ("Ministry of Foreign Affairs", "Georgia", "Trend", "Ministry of Foreign Affairs, Georgia"),
        ("Not named", "Georgia", "Trend", "Georgia"),
        ("Not named (note verbale)", "Georgia", "", "Georgia"),
        (None, "Georgia", "Trend", "Georgia"),
        (None, None, "Trend", ""),
        ("European Parliament", "European Parliament", "", "European Parliament"),
        ("Josep Borrell, on behalf of the EU", "EU", "", "Josep Borrell, on behalf of the EU"),
        ("Nigerian mission", "Niger", "", "Nigerian mission, Niger"),
        ("Ministry", "Georgia", "Ministry of Georgia", "Ministry of Georgia"),
    ],
)
def test_an_author_is_who_spoke_and_for_whom_and_nobody_where_nobody_is_known(speaker, actor, publisher, named):
    assert author(speaker, actor, publisher) == named


def test_a_statement_is_described_in_brackets_and_names_its_speaker_its_collection_and_its_sources():
    made = of_statement(FIRST, "2020-04-15-geo-nk-votes-valid", HOME, TODAY)
    assert made.authors == ("Ministry of Foreign Affairs, Georgia",)
    assert made.title == f"[{made.abstract.removesuffix('.')}]"
    assert (made.issued.iso, made.version) == ("2020-04-15", VERSION)
    assert made.container == names_of(FIRST).collection["title"]
    assert len(made.sources) == 3
    assert all(source.title in made.note and source.url in made.note for source in made.sources)


def test_what_is_doubtful_stands_in_the_note():
    made = of_statement(FIRST, "1991-09-23-arm-az-territorial-integrity", HOME, TODAY)
    assert "no quotation. Doubtful: known from an encyclopedia article. Rests on: Reported by the press: “" in made.note


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_statement_has_no_more_of_its_date_than_is_known(precision):
    one = "select statement_id, date from statements where date_precision = $precision order by all limit 1"
    ((statement_id, day),) = queries.opened(FIRST).cursor().sql(one, params={"precision": precision}).fetchall()
    made = of_statement(FIRST, statement_id, HOME, TODAY)
    assert made.issued.iso == day.isoformat()[: {"month": 7, "year": 4}[precision]]


def test_a_source_is_cited_as_its_own_and_not_as_ours():
    made = of_source(FIRST, "azernews-2020-04-15-geo", HOME, TODAY)
    assert (made.authors, made.publisher, made.issued.iso) == ((), "AzerNews", "2020-04-15")
    assert (made.url, made.version, made.container) == ("https://www.azernews.az/karabakh/164123.html", "", "")
    speech = of_source(FIRST, "ungdc-ROU-70-2015", HOME, TODAY)
    assert (speech.authors, speech.issued.iso) == (("Klaus Werner Iohannis, President, Romania",), "")


def test_an_event_has_no_author_and_its_days_in_its_title():
    made = of_event(FIRST, "kelbajar-1993-04-03", HOME, TODAY)
    assert (made.authors, made.place) == ((), "Kelbajar")
    assert made.title == f"{made.name}, 27 March to 3 April 1993"
    assert made.sources[0].title in made.note
    assert of_event(FIRST, "border-crisis-2021-05-12", HOME, TODAY).title.endswith(", from 12 May 2021")


def test_a_collection_has_its_description_its_years_and_its_package():
    made = of_collection(FIRST, FIRST, HOME, TODAY)
    row = names_of(FIRST).collection
    assert (made.title, made.abstract, made.container, made.authors) == (row["title"], row["description"], "", ())
    assert made.span == (row["first_date"], row["last_date"])
    assert [copy.url for copy in made.copies] == [f"{HOME}package.zip?data={VERSION}"]


def view(**narrowed):
    return of_view(asked_of("statements", {name: [text] for name, text in narrowed.items()}), HOME, TODAY)


def test_a_view_is_its_question_with_its_filters_and_leads_back_to_its_rows():
    made = view(**{"from": "2020-03-01", "to": "2020-04-30", "stance": "oppose"})
    question = "Which statements are in view, and what does each say?"
    assert made.title.startswith(f"{question} Dates: 1 March to 30 April 2020; ")
    assert made.title.endswith("; Stance: Oppose")
    address = urlsplit(made.url)
    assert (address.path, parse_qs(address.query)["data"]) == ("/demarche/statements", [VERSION])
    assert parse_qs(address.query)["stance"] == ["oppose"]
    assert f"{HOME}api/statements.csv?{address.query}" in [copy.url for copy in made.copies]
    assert all(len(copy.url.split("/")) == len(HOME.split("/")) + 1 for copy in made.copies)


def test_two_views_have_two_ids_and_one_view_always_the_same():
    assert view(stance="oppose").id == view(stance="oppose").id
    assert view(stance="oppose").id != view(stance="support").id
    assert view(stance="oppose").id != of_view(asked_of("events", {"stance": ["oppose"]}), HOME, TODAY).id


@pytest.mark.parametrize(
    ("made", "page", "shown"),
    [
        (lambda: of_statement(FIRST, "2020-04-15-geo-nk-votes-valid", HOME, TODAY), "statements", "statement"),
        (lambda: of_event(FIRST, "kelbajar-1993-04-03", HOME, TODAY), "event", "event"),
        (lambda: of_collection(FIRST, FIRST, HOME, TODAY), "data", None),
    ],
)
def test_what_is_ours_is_found_at_the_page_that_shows_it_in_this_version(made, page, shown):
    work: Work = made()
    address = urlsplit(work.url)
    assert (address.netloc, address.path) == ("app.example", f"/demarche/{page}")
    said = parse_qs(address.query)
    assert said["data"] == [VERSION]
    assert shown is None or said[shown] == [work.id]


def test_a_link_into_another_collection_names_it(monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"other": None, FIRST: queries.PARQUET})
    assert permalink(FIRST, f"{HOME}event", {"event": "x"}) == f"{HOME}event?collection={FIRST}&event=x&data={VERSION}"


@pytest.mark.parametrize(("maker", "kind"), [(of_statement, "statement"), (of_source, "source"), (of_event, "event")])
def test_an_id_that_is_not_there_is_told_in_a_sentence(maker, kind):
    with pytest.raises(UnknownWork, match=rf"There is no {kind} “no-such-id” in “.+”, data version {VERSION}; look up"):
        maker(FIRST, "no-such-id", HOME, TODAY)
    with pytest.raises(UnknownWork, match="“ab”"):
        maker(FIRST, "a\x00b", HOME, TODAY)


def test_a_collection_is_not_cited_under_the_name_of_another():
    with pytest.raises(UnknownWork, match="“other” is not the collection"):
        of_collection(FIRST, "other", HOME, TODAY)


def test_a_file_is_named_by_what_it_cites_and_the_version():
    made = of_event(FIRST, "kelbajar-1993-04-03", HOME, TODAY)
    assert file_name(made, "csl") == f"demarche-event-kelbajar-1993-04-03-{VERSION}.csl.json"
