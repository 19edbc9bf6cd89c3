"""What the voting data of the UN Digital Library become, in both layouts, and what is told of a file that is amiss."""

import zipfile
from datetime import date

import hypothesis.strategies as st
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from data.importers import undl
from data.importers.__main__ import bring
from data.importers.report import ImportRefused, Report
from data.importers.undl import rows as reading
from tests.data.importers import rolls

WITHOUT_NOTE = [name for name in rolls.HEADER if name != "vote_note"]


def read(path):
    """Rows by table, and the report as it is told."""
    report = Report()
    return {name: table.to_pylist() for name, table in undl.read(path, report).items()}, report


@pytest.fixture(scope="module")
def brought(tmp_path_factory):
    return read(rolls.write_undl(tmp_path_factory.mktemp("undl") / "votes.csv"))


def by_id(rows, column):
    return {row[column]: row for row in rows}


def problems(report):
    return [str(problem) for problem in report.problems]


def test_votes_in_favour_against_and_abstentions_are_stances_and_x_is_none(brought):
    stances = {row["statement_id"]: (row["actor_id"], row["stance"]) for row in brought[0]["statements"]}
    assert stances == {
        "undl-700001-bys": ("BLR", "oppose"),
        "undl-700001-fra": ("FRA", "support"),
        "undl-700001-sun": ("RUS", "support"),
        "undl-700001-zar": ("COD", "neutral"),
        "undl-700002-fra": ("FRA", "support"),
        "undl-700002-isl": ("ISL", "oppose"),
    }


def test_who_cast_no_vote_is_counted_and_shown(brought):
    tables, report = brought
    assert "1 abstained, 1 listed as not voting." in by_id(tables["events"], "event_id")["undl-700001"]["summary"]
    assert report.counted == {"members that cast no vote (X), counted with their roll calls": 1}


def test_a_roll_call_is_told_with_paper_day_and_address(brought):
    issue, source = (
        by_id(brought[0][name], key)["undl-700001"] for name, key in (("issues", "issue_id"), ("sources", "source_id"))
    )
    assert issue["title"] == 'Fog, "sea smoke" included (A/RES/35/999, 11 December 1980)'
    assert issue["proposition"].endswith('(A/RES/35/999) should be adopted: Fog, "sea smoke" included')
    assert (source["url"], source["published"]) == ("https://digitallibrary.un.org/record/700001", date(1980, 12, 11))
    assert source["text"] == f"{rolls.FOG['title']}\nAgenda item: Fog\nSubjects: FOG--SAFETY"


def test_without_an_address_it_is_that_of_the_record(brought):
    assert by_id(brought[0]["sources"], "source_id")["undl-700002"]["url"].endswith("/record/700002")


def test_totals_that_are_not_the_sum_are_told_and_the_votes_kept(brought):
    tables, report = brought
    told = "no 0, counted 1; member states 3, counted 2"
    assert report.noted["roll calls whose totals are not the sum of their votes"] == [f"votes.csv:7 700002: {told}"]
    assert told in by_id(tables["issues"], "issue_id")["undl-700002"]["note"]
    assert told in by_id(tables["events"], "event_id")["undl-700002"]["summary"]
    assert "Totals" not in by_id(tables["issues"], "issue_id")["undl-700001"]["note"]


def test_a_note_on_a_vote_is_told_with_its_roll_call(brought):
    assert "FRA: Said later, twice: yes" in by_id(brought[0]["issues"], "issue_id")["undl-700002"]["note"]


def test_the_place_of_a_vote_names_code_and_state_as_the_file_does(brought):
    located = by_id(brought[0]["evidence"], "statement_id")["undl-700001-bys"]["locator"]
    assert located == "A/RES/35/999; ms_code BYS; BYELORUSSIAN SSR"


def test_the_older_layout_a_byte_order_mark_and_another_order_make_no_difference(tmp_path, brought):
    rows = [row | {"vote_note": ""} for row in rolls.CALLED]
    first = read(rolls.write_undl(tmp_path / "votes.csv", rows))[0]
    assert read(rolls.write_undl(tmp_path / "old.csv", rows, WITHOUT_NOTE))[0] == first
    assert read(rolls.write_undl(tmp_path / "bom.csv", rows, encoding="utf-8-sig"))[0] == first
    shuffled = read(rolls.write_undl(tmp_path / "shuffled.csv", rows[::-1], rolls.HEADER[::-1]))[0]
    assert shuffled["statements"] == first["statements"]
    assert shuffled["sources"] == first["sources"]


def test_a_file_larger_than_a_block_is_read_like_a_small_one(tmp_path, monkeypatch, brought):
    monkeypatch.setattr(reading, "BLOCK", 700)
    assert read(rolls.write_undl(tmp_path / "votes.csv"))[0] == brought[0]


def test_a_date_known_by_its_month_counts_from_its_end(tmp_path):
    rows = [row | {"date": "1980-02"} for row in rolls.CALLED[:5]]
    (vote, *_) = read(rolls.write_undl(tmp_path / "votes.csv", rows))[0]["statements"]
    assert (vote["date"], vote["date_precision"], vote["counts_on"]) == (date(1980, 2, 1), "month", date(1980, 2, 29))


def changed(place, **cells):
    return [row | cells if number == place else row for number, row in enumerate(rolls.CALLED)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"ms_vote": "Yes"}, "votes.csv:3: has an ms_vote that is none of Y, N, A and X"),
        ({"ms_vote": ""}, "votes.csv:3: has an ms_vote that is none of Y, N, A and X"),
        ({"ms_code": "sun"}, "votes.csv:3: has no ms_code of three letters"),
        ({"title": "Smog"}, "votes.csv:3: says otherwise of its roll call than row 2"),
        ({"undl_id": "x"}, "votes.csv:3: has no undl_id, which is a number"),
        ({"undl_id": "8", "date": "11/12/1980"}, "votes.csv:3: has no date such as"),
        ({"undl_id": "8", "date": "1980-02-30"}, "votes.csv:3: has a date that is not in the calendar"),
        ({"undl_id": "8", "total_yes": "two"}, "votes.csv:3: has a total that is no number"),
        ({"undl_id": "8", "title": "x" * 10_001}, "votes.csv:3: has a cell that is too long"),
        ({"undl_id": "8", "title": "\0"}, "votes.csv:3: holds zero bytes"),
        ({"ms_code": "QQQ"}, "A/RES/35/999; ms_code QQQ; USSR: 1 votes of the code QQQ, which stands for no actor"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_left_out(tmp_path, cells, told):
    tables, report = read(rolls.write_undl(tmp_path / "votes.csv", changed(1, **cells)))
    assert len(tables["statements"]) == 5
    (problem,) = problems(report)
    assert problem.startswith(told)


def roll_calls_of(tables):
    return {row["event_id"].removeprefix("undl-"): row["roll_call_of"] for row in tables["events"]}


@pytest.mark.parametrize(
    ("cells", "lacking"),
    [
        ({"ms_vote": "Yes"}, {"700001"}),
        ({"ms_code": "QQQ"}, {"700001"}),
        ({"title": "Smog"}, {"700001"}),
        # Nobody can tell of which it is, but both have fewer rows than members.
        ({"undl_id": "x"}, {"700001", "700002"}),
    ],
)
def test_a_roll_call_that_lost_a_row_is_not_complete_and_says_so(tmp_path, cells, lacking):
    tables, report = read(rolls.write_undl(tmp_path / "votes.csv", changed(1, **cells)))
    assert {call for call, of in roll_calls_of(tables).items() if of is None} == lacking
    lost = "Rows that may be of this roll call and could not be read: 1; who is missing here may have voted."
    assert {row["event_id"].removeprefix("undl-") for row in tables["events"] if lost in row["summary"]} == lacking
    assert {row["issue_id"].removeprefix("undl-") for row in tables["issues"] if lost in row["note"]} == lacking
    blamed = {name.split()[1].rstrip(":") for names in report.noted.values() for name in names if "votes.csv:" in name}
    assert blamed == {"700002"} - lacking


@pytest.mark.parametrize(
    ("line", "lacking"), [("700001,DEU", {"700001"}), ("DEU,Y", {"700002"}), ("900001,DEU", {"700002"})]
)
def test_a_roll_call_of_which_a_row_has_too_few_cells_is_not_complete(tmp_path, line, lacking):
    path = rolls.write_undl(tmp_path / "votes.csv")
    path.write_text(f"{path.read_text('utf-8')}{line}\n", "utf-8")
    assert {call for call, of in roll_calls_of(read(path)[0]).items() if of is None} == lacking


def test_a_member_that_is_there_twice_is_told_at_both_rows(tmp_path):
    _, report = read(rolls.write_undl(tmp_path / "votes.csv", [*rolls.CALLED, rolls.CALLED[0] | {"ms_vote": "N"}]))
    assert [problem.split(": ")[0] for problem in problems(report)] == ["votes.csv:2", "votes.csv:9"]


def test_rows_with_too_few_cells_are_told_and_later_ones_keep_their_numbers(tmp_path):
    path = rolls.write_undl(tmp_path / "votes.csv", changed(5, ms_vote="?"))
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:3], "700001,DEU", *lines[3:]]), "utf-8")
    assert [problem.split("; ")[0] for problem in problems(read(path)[1])] == [
        "votes.csv:4: has 2 cells, another number than the header",
        "votes.csv:8: has an ms_vote that is none of Y, N, A and X",
    ]


def test_rows_that_an_open_quotation_mark_swallows_are_told_as_such(tmp_path):
    path = rolls.write_undl(
        tmp_path / "votes.csv", [rolls.REEF | {"ms_code": code, "ms_vote": "Y"} for code in ("FRA", "ISL", "FJI")]
    )
    path.write_text(path.read_text("utf-8").replace(",ISL,", ',"ISL,'), "utf-8")
    (told,) = problems(read(path)[1])
    assert told.startswith("votes.csv:3: has 2 cells")
    assert "goes on for 2 lines: look for a quotation mark that is not closed" in told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "has no column undl_id"),
        (b"resolution,FRANCE,ICELAND\nA/RES/1,Y,N\n", "has no column undl_id"),
        (
            b"undl_id,ms_code,ms_name,permanent_member,ms_vote\n1,FRA,FRANCE,True,Y\n",
            "is a file of the Security Council",
        ),
        (",".join(rolls.HEADER).encode() + b'\n1,FRA,"' + b"x" * 9_000_000, "has a row of more than 4,000,000 bytes"),
        (",".join(rolls.HEADER).encode() + b"\n1,FRA,C\xf4te" + b"," * 17 + b"\n", "is not UTF-8"),
        (",".join([*rolls.HEADER, "title"]).encode() + b"\n", "has no column title, or has it twice"),
    ],
)
def test_a_file_of_another_form_is_refused_and_the_collection_stays(tmp_path, content, told):
    target = tmp_path / "collections" / "rolls"
    assert bring(undl, rolls.write_undl(tmp_path / "votes.csv"), target, False) == 0
    before = {file: file.read_bytes() for file in target.rglob("*") if file.is_file()}
    (tmp_path / "votes.csv").write_bytes(content)
    with pytest.raises(ImportRefused, match=rf"votes\.csv: {told}"):
        bring(undl, tmp_path / "votes.csv", target, False)
    assert {file: file.read_bytes() for file in target.rglob("*") if file.is_file()} == before


def test_an_archive_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "votes.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("votes.csv", b"0" * 10_000_000)
    with pytest.raises(ImportRefused, match=r"votes\.zip: is no \.csv"):
        read(tmp_path / "votes.zip")


@pytest.mark.parametrize(("name", "most"), [("MOST_BYTES", 1_000), ("MOST_ROWS", 6)])
def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch, name, most):
    monkeypatch.setattr(reading, name, most)
    with pytest.raises(ImportRefused, match="look what it is"):
        read(rolls.write_undl(tmp_path / "votes.csv"))


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@settings(max_examples=8, deadline=None)
@given(title=CELL, name=CELL, note=CELL, vote=st.sampled_from("YNAX"))
def test_whatever_stands_in_a_cell_is_read_as_it_is_or_told(tmp_path_factory, title, name, note, vote):
    row = rolls.FOG | {"title": title, "ms_code": "FRA", "ms_name": name, "vote_note": note, "ms_vote": vote}
    tables, report = read(rolls.write_undl(tmp_path_factory.mktemp("cells") / "votes.csv", [row]))
    assert report.problems == []
    (source,) = tables["sources"]
    assert source["text"].startswith(f"{title}\n" if title else "Agenda item")
    assert len(tables["statements"]) == (vote != "X")


def test_the_collection_can_be_read_as_written(tmp_path):
    assert bring(undl, rolls.write_undl(tmp_path / "votes.csv"), tmp_path / "rolls", False) == 0
    (about,) = pq.read_table(tmp_path / "rolls" / "collection.parquet").to_pylist()
    assert (about["first_date"], about["last_date"]) == (date(1980, 12, 11), date(2023, 10, 27))
    licences = {
        row["table"]: row["licence"] for row in pq.read_table(tmp_path / "rolls" / "tables.parquet").to_pylist()
    }
    assert licences["statements"].startswith("Copyright United Nations")
    assert licences["memberships"].startswith("Creative Commons")
