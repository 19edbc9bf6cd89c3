"""How files are read: encodings and delimiters, what a spreadsheet hides, and what is damaged or made to do harm."""

import datetime
import re
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from data.importers import table
from data.importers.__main__ import bring
from data.importers.report import ImportRefused
from data.importers.table import cells_of_sheet, workbook
from tests.data.importers.sheets import (
    HEADER,
    ROWS,
    problems,
    read,
    repacked,
    statements,
    write_csv,
    write_parquet,
    write_xlsx,
)

SHEET = "xl/worksheets/sheet1.xml"
NEEDED = HEADER[:4]
ROW = ("Georgia", "2020-04-15", "Dams are safe", "oppose")


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), ("|", "utf-8"), (",", "cp1252")],
)
def test_delimiter_and_encoding_are_found_out(tmp_path, delimiter, encoding):
    path = write_csv(tmp_path / "sheet.csv", delimiter=delimiter, encoding=encoding)
    assert [row["summary"] for row in statements(path)] == [cells[4] for cells in ROWS]


def test_a_file_that_is_not_utf_8_is_told(tmp_path):
    _, report = read(write_csv(tmp_path / "sheet.csv", encoding="cp1252"))
    assert [reason for reason in report.noted if reason.startswith("files read as cp1252")]


def test_a_line_with_the_delimiter_for_spreadsheets_is_no_header(tmp_path):
    path = write_csv(tmp_path / "sheet.csv", delimiter=";")
    path.write_bytes(b"sep=;\r\n" + path.read_bytes())
    assert len(statements(path)) == 3


def test_one_apostrophe_is_taken_from_what_a_spreadsheet_would_run(tmp_path):
    texts = ["=1+1", "''=1", "'plain", "-5", "' @x"]
    rows = [(*ROW[:1], f"2020-04-{day:02}", *ROW[2:], f"'{text}") for day, text in enumerate(texts, 1)]
    rows.append((*ROW[:1], "2020-04-30", *ROW[2:], "'plain"))
    found = statements(write_csv(tmp_path / "sheet.csv", rows, (*NEEDED, "summary")))
    assert [row["summary"] for row in found] == ["=1+1", "''=1", "''plain", "-5", "' @x", "'plain"]
    found = statements(write_xlsx(tmp_path / "sheet.xlsx", rows, (*NEEDED, "summary")))
    assert next(row["summary"] for row in found) == "'=1+1"


def test_rows_of_another_length_are_told_and_empty_ones_skipped(tmp_path):
    path = write_csv(tmp_path / "sheet.csv", [ROW, (), ROW[:3], (*ROW, "", ""), (*ROW, "x")], NEEDED)
    found, report = read(path)
    assert [problem[: problem.index(";")] for problem in problems(report)[:2]] == [
        "sheet.csv:4: row has 3 cells instead of 4",
        "sheet.csv:6: row has 5 cells instead of 4",
    ]
    assert problems(report)[2].startswith("sheet.csv:5: has the same actor")
    assert report.counted["empty, and so left out, in sheet.csv"] == 1
    assert len(found["statements"]) == 1


def test_rows_count_as_a_spreadsheet_counts_them(tmp_path):
    rows = [(*ROW, "two\nlines\nand more"), ("Nobody", *ROW[1:], "")]
    _, report = read(write_csv(tmp_path / "sheet.csv", rows, (*NEEDED, "summary")))
    assert problems(report)[0].startswith("sheet.csv:3: actor")


def test_cells_of_a_workbook_are_read_as_they_are_seen(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "d mmmm yyyy"})
        sheet.write_row(2, 1, [*NEEDED, "summary", "notes"])
        sheet.write_row(3, 1, ["Georgia", "", "Dams", "oppose", "a"])
        sheet.write_datetime(3, 2, datetime.datetime(2020, 4, 15, 13, 30), day)
        sheet.write_row(4, 1, ["Georgia", 2021, "Dams", "oppose"])
        sheet.write_formula(4, 5, '="b"&1', None, "b1")
        sheet.write_row(5, 1, ["Georgia", "2022", "Dams", "oppose", 17])
        sheet.write_formula(5, 6, "=1/0", None, "#DIV/0!")
        sheet.set_row(5, None, None, {"hidden": True})
    (tmp_path / "mapping.yml").write_text("header_row: 3\n")
    found, report = read(path)
    rows = sorted(found["statements"], key=lambda row: row["date"])
    assert [str(row["date"]) for row in rows] == ["2020-04-15", "2021-01-01", "2022-01-01"]
    assert [row["summary"] for row in rows] == ["a", "b1", "17"]
    assert report.counted["hidden in sheet.xlsx, and read like others"] == 1
    assert problems(report) == []


def test_what_looks_like_an_empty_cell_and_is_none_is_told(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, (*NEEDED, "summary"))
        for row in range(1, 5):
            sheet.write_row(row, 0, (*ROW[:1], f"2020-04-{row:02}", *ROW[2:]))
        sheet.write_formula(1, 4, "=Z1", None, "#REF!")
        sheet.write_formula(2, 4, "=A1", None, "")
        sheet.merge_range(3, 4, 4, 4, "merged")
    repacked(path, lambda name, part: part.replace(b"<v></v>", b"") if name == SHEET else part)
    found, report = read(path)
    assert [problem[: problem.index(";")] for problem in problems(report)] == [
        "sheet.xlsx:2: cell E2 shows an error",
        "sheet.xlsx:3: cell E3 holds a formula without a result",
        "sheet.xlsx:4: cells E4:E5 are merged",
        "sheet.xlsx:5: cells E4:E5 are merged",
    ]
    assert "statements" not in found


def test_kinds_of_columns_in_parquet_become_text(tmp_path):
    columns = {
        "actor": pa.array(["Georgia"] * 2).dictionary_encode(),
        "date": pa.array([datetime.date(2020, 4, 15), None], pa.date32()),
        "issue": pa.array(["Dams"] * 2, pa.large_string()),
        "stance": ["oppose"] * 2,
        "summary": [17.0, 1.5],
        "source_published": pa.array([datetime.datetime(2020, 4, 16, 8)] * 2),
        "source_title": ["Paper"] * 2,
    }
    pq.write_table(pa.table(columns), tmp_path / "sheet.parquet")
    found, report = read(tmp_path / "sheet.parquet")
    assert [(row["summary"], row["date"]) for row in found["statements"]] == [("17", datetime.date(2020, 4, 15))]
    assert found["sources"][0]["published"] == datetime.date(2020, 4, 16)
    assert problems(report) == ["sheet.parquet:3: has no date; fill it in"]


def test_sheets_beside_the_statements_are_read(tmp_path):
    path = write_xlsx(
        tmp_path / "sheet.xlsx",
        [(*ROW[:3], "oppose", "ev-1", "s-1"), ("DAM-UNION", *ROW[1:], "ev-2", "")],
        (*NEEDED, "event_id", "source_id"),
        sheets=[
            (
                "Actors",
                [
                    ("actor_id", "kind", "name"),
                    ("DAM-UNION", "organisation", "Union of dams"),
                    ("EU", "organisation", "X"),
                ],
            ),
            ("Events", [("event_id", "title", "start_date", "kind"), ("ev-1", "Opening", "2020-04-01", "other")]),
            ("Sources", [("source_id", "title", "url"), ("s-1", "Paper", "https://example.org/p")]),
            ("Notes", [("anything",)]),
        ],
    )
    found, report = read(path)
    assert problems(report) == [
        'sheet.xlsx (Actors):3: actor_id "EU" is known to the project; '
        "leave it out here, and name it in the statements",
        'sheet.xlsx:3: event_id "ev-2" is not among the events; add it there, or correct it',
    ]
    assert [row["title"] for row in found["sources"]] == ["Paper", "The sheet itself (sheet.xlsx)"]
    assert [row["source_id"] for row in found["events"]] == ["this-sheet"]
    assert [row["actor_id"] for row in found["actors"]] == ["DAM-UNION"]
    assert report.skipped["sheets that are no table of ours"] == ["Notes in sheet.xlsx"]


def bomb(path, content):
    """A workbook with one part that is not what it seems."""
    return repacked(write_xlsx(path), lambda name, part: content if name == SHEET else part)


def not_utf_8():
    """A table with a text of bytes that are none."""
    texts = pa.array([b"\xff"], pa.binary()).view(pa.string())
    return pa.table([texts, *(pa.array([cell]) for cell in ROW[1:])], names=list(NEEDED))


FAR = b"<worksheet><sheetData><row r='1'><c s='0' r='&#88;FD1048576'><v>1</v></c></row></sheetData></worksheet>"
ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>"
HOSTILE = {
    "empty.csv": (lambda path: path.write_bytes(b""), "is empty"),
    "blank.csv": (lambda path: path.write_bytes(b"\n\n"), "has no names of columns"),
    "zeros.csv": (lambda path: path.write_bytes(b"\0" * 100), "holds zero bytes"),
    "neither.csv": (lambda path: path.write_bytes(b"actor\n\x81"), "is not utf-8 or cp1252: byte 0x81 near line 2"),
    "open.csv": (
        lambda path: path.write_bytes(b'actor,date,issue,stance\n"a,b\n'),
        "open.csv:2: cannot be read as CSV",
    ),
    "cut.csv": (
        lambda path: path.write_bytes(write_csv(path).read_bytes()[:-40]),
        "cannot be read as CSV|cells instead",
    ),
    "long.csv": (
        lambda path: path.write_bytes(b"actor,date,issue,stance\n" + b'"x\n' * 500_000),
        "long.csv:2: cannot be read as CSV",
    ),
    "other.csv": (
        lambda path: path.write_bytes(b"name,when\nGeorgia,2020\n"),
        "has no column actor and no column date",
    ),
    "double.csv": (lambda path: path.write_bytes(b"actor,Actor,date,issue,stance\n"), 'has two columns "actor"'),
    "wide.csv": (lambda path: path.write_bytes(b"a," * 2000), "has more than 1,000 columns"),
    "cut.xlsx": (lambda path: path.write_bytes(write_xlsx(path).read_bytes()[:-900]), "cannot be read as a workbook"),
    "text.xlsx": (lambda path: path.write_bytes(b"no workbook"), "cannot be read as a workbook"),
    "far.xlsx": (lambda path: bomb(path, FAR), "reaches to row 1,048,576 and column 16,384"),
    "entities.xlsx": (lambda path: bomb(path, ENTITIES), "has XML with definitions of its own"),
    "broken.xlsx": (lambda path: bomb(path, b"<worksheet><sheetData>"), "cannot be read as a workbook"),
    "text.parquet": (lambda path: path.write_bytes(b"PAR1 nonsense PAR1"), "cannot be read"),
    "bytes.parquet": (lambda path: pq.write_table(not_utf_8(), path), "cannot be read"),
    "list.parquet": (lambda path: pq.write_table(pa.table({"actor": [["a"]]}), path), "which is no cell of a sheet"),
    "sheet.ods": (lambda path: path.write_bytes(b"x"), "save the sheet as one of these"),
    "nowhere.csv": (lambda path: None, "no such file or folder"),
    "empty": (lambda path: path.mkdir(), "has no statements.csv"),
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """A collection that stands there already, and its bytes."""
    home = tmp_path_factory.mktemp("there")
    assert bring(table, write_csv(home / "sheet.csv"), home / "dams", False) == 0
    return home / "dams"


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_sheet_is_told_in_a_sentence_and_nothing_changes(tmp_path, collection, capsys, name):
    make, told = HOSTILE[name]
    make(tmp_path / name)
    before = {file: file.read_bytes() for file in collection.rglob("*") if file.is_file()}
    try:
        code, said = bring(table, tmp_path / name, collection, False), ""
    except ImportRefused as error:
        code, said = 1, str(error)
    said += capsys.readouterr().err
    assert code == 1
    assert re.search(told, said), said
    assert {file: file.read_bytes() for file in collection.rglob("*") if file.is_file()} == before


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "bomb.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros", b"\0" * 3_000_000)
    monkeypatch.setattr(workbook, "MOST_BYTES_OF_OTHERS", 2_000_000)
    with pytest.raises(ImportRefused, match=r"bomb.xlsx: unpacks to 3,.* bytes where 2,000,000 is the most"):
        read(path)


def test_cells_are_counted_before_room_is_made_for_them(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "sheet.xlsx")
    monkeypatch.setattr(cells_of_sheet, "MOST_CELLS", 10)
    with pytest.raises(ImportRefused, match="take away what stands far out"):
        read(path)


def test_a_text_of_parquet_that_is_repeated_is_cut_before_it_is_spread_out(tmp_path):
    rows = [(*ROW[:1], f"{year}", *ROW[2:], "x" * 100_000) for year in range(1900, 2000)]
    _, report = read(write_parquet(tmp_path / "sheet.parquet", rows, (*NEEDED, "summary")))
    assert report.bad == 100
    assert "has more than 4,000 characters" in problems(report)[0]


def test_what_is_ten_times_too_long_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("data.importers.table.csv_sheet.MOST_ROWS", 2)
    with pytest.raises(ImportRefused, match="has more than 2 rows"):
        read(write_csv(tmp_path / "sheet.csv"))


SHOWN = {
    "mmm-yy": "month",
    "[$-409]mmm\\-yy;@": "month",
    'yyyy"d"': "year",
    "mm/yyyy hh:mm": "month",
    "yyyy hh:mm": "year",
    "d-mmm": "day",
    "yyyy-mm-dd": "day",
    17: "month",
    14: "day",
    22: "day",
}


def test_a_date_is_known_as_finely_as_its_cell_shows_it(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, (*NEEDED, "summary"))
        for row, code in enumerate(SHOWN, start=1):
            sheet.write_row(row, 0, ("Georgia", "", f"Dams {row}", "oppose", f"{row}"))
            sheet.write_datetime(row, 1, datetime.datetime(2020, 4, 15), book.add_format({"num_format": code}))
    found = sorted(statements(path), key=lambda row: int(row["summary"]))
    assert [row["date_precision"] for row in found] == [*SHOWN.values()]
    starts = {"day": "2020-04-15", "month": "2020-04-01", "year": "2020-01-01"}
    assert [str(row["date"]) for row in found] == [starts[precision] for precision in SHOWN.values()]


def test_every_cell_that_shows_an_error_is_told_however_many_there_are(tmp_path):
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, (*NEEDED, "summary"))
        for row in range(1, 1202):
            sheet.write_row(row, 0, ROW)
            sheet.write_formula(row, 4, "=Z1", None, "#REF!")
    found, report = read(path)
    assert "statements" not in found
    assert report.bad == 1201


RELATIONS = "xl/_rels/workbook.xml.rels"


@pytest.mark.parametrize(
    ("part", "before", "after", "told"),
    [
        (SHEET, b'<row r="2"', b'<row r="two"', "has a row or a cell whose number is none"),
        (RELATIONS, b"worksheets/sheet1.xml", b"worksheets/sheet7.xml", "its sheet Collected is named and not there"),
        (RELATIONS, b"worksheets/sheet1.xml", b"Worksheets/sheet1.xml", "its sheet Collected is named and not there"),
        (RELATIONS, b"worksheets/sheet2.xml", b"worksheets/sheet1.xml", "names a sheet, or its part, twice"),
        ("xl/workbook.xml", b'name="Issues"', b'name="Collected"', "names a sheet, or its part, twice"),
    ],
)
def test_a_workbook_that_names_its_sheets_wrongly_is_refused(tmp_path, part, before, after, told):
    path = write_xlsx(tmp_path / "sheet.xlsx", sheets=[("Issues", [("title",), ("Dams are safe",)])])
    changed = []

    def change(name, content):
        changed.extend([name] * (name == part and before in content))
        return content.replace(before, after) if name == part else content

    repacked(path, change)
    assert changed == [part]
    with pytest.raises(ImportRefused, match=told):
        read(path)


def test_the_cells_of_all_sheets_are_counted_together(tmp_path, monkeypatch):
    path = write_xlsx(tmp_path / "sheet.xlsx", [ROW], NEEDED, sheets=[("Notes", [("a", "b")] * 4)])
    monkeypatch.setattr(cells_of_sheet, "MOST_CELLS", 15)
    with pytest.raises(ImportRefused, match="more than 15 cells in the workbook"):
        read(path)
