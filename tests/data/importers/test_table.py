"""What a sheet gives: statements, and what they rest on, the same in every form of file."""

import random
import re
from collections.abc import Callable
from datetime import date

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data.importers import table
from data.importers.__main__ import bring
from data.importers.table.actors import Actors
from data.importers.table.days import read_day
from data.importers.table.issues import id_of
from tests.data.importers.sheets import HEADER, ROWS, problems, read, statements, write_csv, write_parquet, write_xlsx
from tests.queries.test_every_query import VALUES, asked

PAGES = (
    "positions_as_of",
    "statements_per_bin",
    "statements_in_view",
    "evidence_of_statements",
    "documents",
    "sources",
)
FORMS: dict[str, Callable] = {"csv": write_csv, "xlsx": write_xlsx, "parquet": write_parquet}


@pytest.fixture(params=FORMS)
def sheet(request, tmp_path):
    """The sheet in every form in turn."""
    return FORMS[request.param](tmp_path / f"sheet.{request.param}")


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The folder of the collection that comes of the sheet."""
    home = tmp_path_factory.mktemp("sheet")
    assert bring(table, write_csv(home / "sheet.csv"), home / "dams", False) == 0
    return home / "dams"


def one(tmp_path, **cells):
    """What a sheet of one row gives, with some of its cells changed or added."""
    row = dict(zip(HEADER, ROWS[0], strict=True)) | cells
    return read(write_csv(tmp_path / "one.csv", [tuple(row.values())], tuple(row)))


def test_every_form_gives_the_same_statements(sheet):
    rows = statements(sheet)
    assert [(row["actor_id"], row["issue_id"], row["stance"]) for row in rows] == [
        ("GEO", "dams-are-safe", "oppose"),
        ("TUR", "dams-are-safe", "support"),
        ("FRA", "bridges-are-open", "neutral"),
    ]
    assert [row["summary"] for row in rows] == [cells[4] for cells in ROWS]
    assert [(row["date"], row["date_precision"]) for row in rows] == [
        (date(2020, 4, 15), "day"),
        (date(2020, 4, 1), "month"),
        (date(2020, 1, 1), "year"),
    ]
    assert [row["counts_on"] for row in rows] == [date(2020, 4, 15), date(2020, 4, 30), date(2020, 12, 31)]
    assert [row["attribution"] for row in rows] == ["direct", "press", "press"]


def test_the_same_address_is_the_same_source(sheet):
    found, _ = read(sheet)
    assert sorted(row["url"] for row in found["sources"]) == ["https://example.org/a", "https://example.org/b"]
    assert {row["publisher"] for row in found["sources"]} == {"example.org"}
    assert len(found["evidence"]) == 3


def test_ids_stay_when_the_rows_are_sorted_anew_and_others_come_before_them(tmp_path):
    before = {row["statement_id"] for row in statements(write_csv(tmp_path / "a.csv"))}
    more = [("Armenia", "1999", "Bridges are open", "oppose", "", "", ""), *random.Random(1).sample(ROWS, 3)]
    after = {row["statement_id"] for row in statements(write_csv(tmp_path / "b.csv", more))}
    assert before < after
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    "change",
    [{"actor": "Armenia"}, {"date": "2020-04-16"}, {"issue": "Bridges"}, {"stance": "support"}, {"source_url": ""}],
)
def test_the_id_is_made_of_all_by_which_statements_differ(tmp_path, change):
    before, after = (one(tmp_path, **cells)[0]["statements"] for cells in (dict[str, str](), change))
    assert before[0]["statement_id"] != after[0]["statement_id"]


def test_a_summary_is_no_part_of_the_id(tmp_path):
    ids = {one(tmp_path, summary=text)[0]["statements"][0]["statement_id"] for text in ("so", "otherwise")}
    assert len(ids) == 1


def test_what_the_sheet_leaves_out_has_a_word_of_its_own(tmp_path):
    found, report = read(write_csv(tmp_path / "bare.csv", [cells[:4] for cells in ROWS], HEADER[:4]))
    row = found["statements"][-1]
    assert (row["speaker"], row["kind"], row["attribution"]) == ("Not named", "statement", "listed")
    assert row["summary"] == "Oppose: Dams are safe (the sheet gives no summary)"
    assert [row["source_id"] for row in found["sources"]] == ["this-sheet"]
    assert found["sources"][0]["title"] == "The sheet itself (bare.csv)"
    assert report.counted["statements without a source, which rest on the sheet alone"] == 3


def test_a_source_of_which_nobody_says_how_close_it_is_counts_as_the_weakest(tmp_path):
    found, report = one(tmp_path, attribution="")
    assert found["statements"][0]["attribution"] == "listed"
    assert [reason for reason in report.counted if "mention in a list" in reason]


def test_a_quotation_stands_in_the_evidence_letter_by_letter(tmp_path):
    found, _ = one(tmp_path, quotation="We  said:\nno.")
    (row,) = found["evidence"]
    assert (row["exact"], row["start"], row["end"]) == ("We  said:\nno.", None, None)


def test_a_source_without_a_day_counts_from_the_end_of_its_period(tmp_path):
    found, _ = one(tmp_path, source_published="2020-02")
    (row,) = found["sources"]
    assert (row["published"], row["date_precision"], row["counts_on"]) == (None, "month", date(2020, 2, 29))


def test_organisations_are_those_of_the_day(tmp_path):
    rows = [("United Kingdom", day, "Dams", "oppose") for day in ("2019-05-05", "2021-05-05")]
    before, after = statements(write_csv(tmp_path / "uk.csv", rows, HEADER[:4]))
    assert "EU" in before["organisations"]
    assert "EU" not in after["organisations"]


def test_members_of_an_organisation_that_speaks_come_along(tmp_path):
    found, _ = one(tmp_path, actor="European Union")
    assert {"FRA", "DEU"} <= {row["actor_id"] for row in found["memberships"]}


def test_the_questions_of_the_pages_can_be_put(imported):
    for name in PAGES:
        answered = queries.answer(queries.connect(imported), name, asked(name, VALUES.get))
        assert answered.column_names == list(queries.contract(name).columns)


def test_an_unknown_licence_is_seen_to_be_unknown(imported):
    (row,) = queries.answer(queries.connect(imported), "collection", {}).to_pylist()
    assert (row["licence"], row["title"]) == ("Licence not stated", "Statements from sheet.csv")


FAULTS: list[tuple[dict[str, str], str]] = [
    ({"actor": "Gerogia"}, 'actor "Gerogia" is not known; did you mean Georgia'),
    ({"actor": "Congolese"}, 'actor "Congolese" may be several; write '),
    ({"actor": "NAM"}, 'actor "NAM" may be several; write Namibia or Non-Aligned Movement'),
    ({"actor": ""}, "has no actor; fill it in"),
    ({"date": "03/04/2020"}, 'date "03/04/2020" may mean two days'),
    ({"date": "2020-02-30"}, 'date "2020-02-30" is no date'),
    ({"date": "43936"}, 'date "43936" looks like a spreadsheet\'s own number'),
    ({"date": "0202-01-01"}, 'date "0202-01-01" lies outside 1800 to 2100'),
    ({"date": ""}, "has no date; fill it in"),
    ({"date_precision": "month"}, 'date_precision "month" does not fit the date'),
    ({"stance": "pro"}, 'stance "pro" is none of support, oppose, neutral; say in mapping.yml'),
    ({"kind": "rumour"}, 'kind "rumour" is none of '),
    ({"source_url": "javascript:alert(1)"}, 'source_url "javascript:alert(1)" is no address of a page'),
    ({"source_url": "data:text/html,x"}, 'source_url "data:text/html,x" is no address of a page'),
    ({"source_url": "https://user:pw@example.org/"}, "is no address of a page"),
    ({"source_url": "www.example.org"}, "is no address of a page; write it in full"),
    ({"summary": "x" * 4001}, "has more than 4,000 characters"),
    ({"summary": "a\u202eb"}, 'summary "a\\u202eb" holds invisible characters'),
    ({"statement_id": "A 1"}, 'statement_id "A 1" is no id'),
    ({"source_id": "nowhere", "source_url": ""}, 'source_id "nowhere" is not among the sources'),
    ({"quotation": "So.", "source_url": ""}, 'quotation "So." has no source'),
]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """What is told of a sheet that has each of the faults in a row of its own, by row."""
    rows = [dict(zip(HEADER, ROWS[0], strict=True)) | {"statement_id": f"s-{n}"} | c for n, (c, _) in enumerate(FAULTS)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [[row.get(name, "") for name in names] for row in rows]
    found, report = read(write_csv(tmp_path_factory.mktemp("faulty") / "faulty.csv", lines, names))
    assert "statements" not in found
    return {problem.row: str(problem) for problem in report.problems}


@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_a_row_that_cannot_be_read_is_told_with_its_number(faulty, number):
    assert len(faulty) == len(FAULTS)
    assert faulty[number + 2].startswith(f"faulty.csv:{number + 2}: ")
    assert FAULTS[number][1] in faulty[number + 2]


def test_all_faults_are_counted_and_the_first_of_each_kind_told(tmp_path):
    rows = [("Nobody", "2020", "Dams", "pro")] * 500 + [("Georgia", "2020", "Dams", "oppose")]
    found, report = read(write_csv(tmp_path / "many.csv", rows, HEADER[:4]))
    assert report.bad == 500
    assert len(report.problems) == 102
    assert "many.csv: 450 more rows with another word in stance" in problems(report)
    assert len(found["statements"]) == 1


def test_ids_of_events_that_are_left_out_are_counted(tmp_path):
    _, report = one(tmp_path, event_id="ev-1")
    assert report.counted["ids of events, left out since there is no sheet of events"] == 1


def test_the_rest_is_written_when_asked_for(tmp_path):
    path = write_csv(tmp_path / "some.csv", [*ROWS, ("Gerogia", *ROWS[0][1:])])
    assert bring(table, path, tmp_path / "dams", False) == 1
    assert not (tmp_path / "dams").exists()
    assert bring(table, path, tmp_path / "dams", True) == 0
    assert pq.read_metadata(tmp_path / "dams" / "statements.parquet").num_rows == 3


def test_the_same_statement_twice_is_told_with_both_rows(tmp_path):
    _, report = read(write_csv(tmp_path / "twice.csv", [*ROWS, ROWS[1]]))
    (problem,) = problems(report)
    assert problem.startswith("twice.csv:5: has the same actor, date, issue, stance and source as row 3")


def test_the_same_id_twice_is_told_with_both_rows(tmp_path):
    rows = [(*cells, "x-1") for cells in ROWS[:2]]
    found, report = read(write_csv(tmp_path / "twice.csv", rows, (*HEADER, "statement_id")))
    assert problems(report) == ['twice.csv:3: statement_id "x-1" is that of row 2; give it another or delete the row']
    assert [row["actor_id"] for row in found["statements"]] == ["GEO"]


def test_sources_of_which_rows_differ_are_told(tmp_path):
    rows = [(*ROWS[1], "One"), (*ROWS[2], "Two")]
    found, report = read(write_csv(tmp_path / "two.csv", rows, (*HEADER, "source_title")))
    assert [row["title"] for row in found["sources"]] == ["One"]
    assert [reason for reason in report.counted if reason.startswith("sources of which rows say different things")]


def test_no_source_is_put_together_of_several_rows(tmp_path):
    said = ("source_id", "source_title", "source_publisher", "source_country")
    rows = [(*ROWS[1], "s-1", "One", "Zeitung", ""), (*ROWS[2], "s-1", "Two", "Anzeiger", "DEU")]
    found, _ = read(write_csv(tmp_path / "two.csv", rows, (*HEADER, *said)))
    (row,) = found["sources"]
    assert (row["title"], row["publisher"], row["publisher_country"]) in {
        ("One", "Zeitung", None),
        ("Two", "Anzeiger", "DEU"),
    }


def test_rows_that_differ_in_the_country_of_a_source_alone_are_told(tmp_path):
    for countries, told in ((("GEO", "DEU"), 1), (("GEO", "GEO"), 0)):
        rows = [(*ROWS[row], country) for row, country in enumerate(countries, start=1)]
        _, report = read(write_csv(tmp_path / "two.csv", rows, (*HEADER, "source_country")))
        assert len([reason for reason in (*report.noted, *report.counted) if "different things" in reason]) == told


@pytest.mark.parametrize("name", ["Türkiye", "turkiye", "TURKEY", "tur", "TR", " Turkey "])
def test_an_actor_is_found_by_any_of_its_names(name):
    assert Actors().meant(name) == {"TUR"}


def test_ids_leave_no_doubt(tmp_path):
    found, _ = one(tmp_path, actor_id="NAM", actor="")
    assert found["statements"][0]["actor_id"] == "NAM"


@settings(max_examples=30)
@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_in_every_way_of_writing_it(day):
    for cell, order in (
        (day.isoformat(), ""),
        (f"{day.isoformat()} 13:30:00", ""),
        (f"{day.day}.{day.month}.{day.year}", "day-first"),
        (f"{day.month:02}/{day.day:02}/{day.year}", "month-first"),
    ):
        assert read_day(cell, order)[:2] == (day.isoformat(), "day")
    assert read_day(f"{day.year}-{day.month:02}") == (f"{day.year}-{day.month:02}-01", "month", None)
    assert read_day(f"{day.day}/{day.month}/{day.year}").fault


@settings(max_examples=30)
@given(st.text(max_size=12), st.sampled_from(["", "day-first", "month-first"]))
def test_any_text_is_a_day_or_has_a_fault(cell, order):
    day = read_day(cell, order)
    assert (day.date is None) == (day.fault is not None)
    if day.date:
        assert date.fromisoformat(day.date).isoformat() == day.date


@settings(max_examples=30)
@given(st.text(min_size=1).filter(str.strip))
def test_every_title_gives_an_id_that_fits_a_link(title):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id_of(title))
    assert len(id_of(title)) <= 60


def test_titles_that_lose_letters_keep_apart():
    assert len({id_of(title) for title in ("Плотины", "Мосты", "x" * 70, "x" * 71, "Dams", "Dams Ж")}) == 6
