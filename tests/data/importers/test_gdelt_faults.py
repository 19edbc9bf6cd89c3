"""Exports that broke on their way, or that somebody made to do harm: each is told, and what stood there stays."""

import zipfile

import pytest

from data.importers import gdelt
from data.importers.__main__ import bring
from data.importers.gdelt import exports, reading
from data.importers.report import ImportRefused, Report
from tests.data.importers.gdelt_exports import NAME, content, row, write

GOOD = [row(event_id=str(number)) for number in range(1, 4)]


def problems(report):
    return [str(problem) for problem in report.problems]


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A collection that stands already."""
    home = tmp_path_factory.mktemp("standing")
    assert bring(gdelt, write(home / NAME, GOOD), home / "collections" / "events", False) == 0
    return home / "collections" / "events"


def bytes_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_bad_row_is_told_with_its_number(tmp_path):
    bad = {
        "has no number as GlobalEventID": row(event_id="GLOBALEVENTID"),
        "has no number as GlobalEventID;": row(event_id="9" * 19),
        "has no day as SQLDATE": row(event_day="20190230"),
        "has no day as SQLDATE;": row(event_day="2019-01-21"),
        "has no QuadClass from 1 to 4": row(quad_class="0"),
        "has no time as DATEADDED": row(added="yesterday"),
        "has a SOURCEURL of more than 2,000 characters": row(url="https://paper.example/" + "a" * 2000),
        "has 60 columns where the first row has 61": row()[:-1],
        "has 62 columns where the first row has 61": [*row(), ""],
        "has 610 columns where the first row has 61": row() * 10,
        "has 1 columns where the first row has 61": [],
        "has 1 columns where the first row has 61;": ["\x1b[2J"],
    }
    _, report = _read(write(tmp_path / NAME, [GOOD[0], *bad.values(), GOOD[1]]))
    assert [problem.row for problem in report.problems] == [*range(2, 2 + len(bad))]
    assert all(told in problem for told, problem in zip(bad, problems(report), strict=True))
    assert report.bad == len(bad)
    assert report.counted == {"read": 2 + len(bad), "became statements": 2}


@pytest.mark.parametrize("written", [b"Z\xfcrich", b"zero\0byte", b"two\rlines"])
def test_bytes_that_are_no_text_are_told_with_their_row(tmp_path, written):
    rows = content([GOOD[0], row(name="TOWN"), GOOD[1]]).replace(b"TOWN", written)
    tables, report = _read(write(tmp_path / NAME, rows))
    assert problems(report) == [f"{NAME}:2: holds bytes that are no UTF-8 text; fetch the file again"]
    assert tables["statements"].num_rows == 2


def test_line_ends_of_windows_are_line_ends(tmp_path):
    tables, report = _read(write(tmp_path / NAME, content([row(), row()]).replace(b"\n", b"\r\n")))
    assert (tables["statements"].num_rows, problems(report)) == (2, [])


def truncated_zip(path):
    write(path, [row() for _ in range(200)])
    path.write_bytes(path.read_bytes()[:-400])


def damaged_zip(path):
    write(path, [row() for _ in range(200)])
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 255
    path.write_bytes(held)


def bomb(path):
    write(path, b"\t" * 30_000_000)


def two_files(path):
    write(path, GOOD)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("other.CSV", content(GOOD))


WHOLE = {
    "a truncated zip": (truncated_zip, "cannot be read (File is not a zip file); fetch it again"),
    "a damaged zip": (damaged_zip, "cannot be read ("),
    "a zip bomb": (bomb, "unpacks to more than 100 times its size"),
    "two files in a zip": (two_files, "holds 2 files where one export is packed in each"),
    "no zip at all": (lambda path: path.write_bytes(b"no zip"), "cannot be read (File is not a zip file)"),
    "an empty export": (lambda path: write(path, b""), "is empty; fetch it again"),
    "a backfile": (lambda path: write(path, [cells[:-4] for cells in GOOD]), "has 57 columns: a backfile of GDELT 1.0"),
    "ten times the columns": (lambda path: write(path, [GOOD[0] * 10]), "has 610 columns in its first row"),
    "UTF-16": (lambda path: write(path, content(GOOD).decode().encode("utf-16")), "holds bytes that are no UTF-8 text"),
    "a cut row": (lambda path: write(path, content(GOOD)[:-9]), "ends in the middle of its last row"),
    "shuffled columns": (lambda path: write(path, [cells[::-1] for cells in GOOD]), "has no number as GlobalEventID"),
    "an endless row": (
        lambda path: write(path, content(GOOD) + b"x" * 300_000),
        "has a row of more than 100,000 bytes",
    ),
    "something else": (lambda path: write(path, b"actor_id,name\nRUS,Russia\n"), "has 1 columns in its first row"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_cannot_be_read_is_told_and_the_collection_stays_as_it_was(standing, tmp_path, capsys, name):
    make, told = WHOLE[name]
    before = bytes_of(standing)
    path = tmp_path / f"{NAME}.zip"
    make(path)
    assert bring(gdelt, path, standing, False) == 1
    assert bytes_of(standing) == before
    said = capsys.readouterr().err
    assert f"{path.name}{':1' if 'UTF-8' in told or 'no number' in told else ''}: {told}" in said
    assert "Traceback" not in said


def test_one_bad_file_in_a_folder_does_not_take_the_others_with_it(standing, tmp_path, capsys):
    write(tmp_path / NAME, [row()])
    truncated_zip(tmp_path / "20190121221500.export.CSV.zip")
    assert bring(gdelt, tmp_path, standing.with_name("other"), True) == 0
    said = capsys.readouterr()
    assert "20190121221500.export.CSV.zip: cannot be read" in said.err
    assert "1 could not be read." in said.err
    assert "statements: 1 rows" in said.out


def test_a_file_that_is_mostly_bad_is_given_up_and_not_told_row_by_row(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_FAULTS", 50)
    monkeypatch.setattr(exports, "BLOCK", 1000)
    _, report = _read(write(tmp_path / NAME, content(GOOD) + b"\n" * 100_000))
    *_, last = problems(report)
    assert len(report.problems) <= 102
    assert report.counted["read"] < 3000
    assert report.counted["read"] == report.counted["became statements"] + report.bad - 1
    assert "bad rows among its first" in last + problems(report)[0]


def test_no_archive_is_read_beyond_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(exports, "MOST_BYTES_UNPACKED", 1000)
    _, report = _read(write(tmp_path / f"{NAME}.zip", GOOD))
    assert "unpacks to more than 1,000 bytes" in problems(report)[0]


def test_a_path_without_an_export_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="no such file or folder"):
        gdelt.read(tmp_path / "nowhere", Report())
    (tmp_path / "README.txt").write_text("x")
    with pytest.raises(ImportRefused, match="holds no events export"):
        gdelt.read(tmp_path, Report())


def _read(path):
    report = Report()
    return gdelt.read(path, report), report
