"""The build writes what the records give, all of it or nothing."""

import pyarrow as pa
import pyarrow.parquet
import pytest

from tests.data.conftest import files_of, run_build
from tests.data.small import TABLES, make_collection, set_cell

TABLE_NAMES = {*TABLES, "fields", "tables", "collection"}


def test_every_table_is_written(home):
    written = {path.name for path in (home / "parquet").iterdir()}
    assert written == {"index", *(f"{name}.parquet" for name in TABLE_NAMES)}
    for name, lines in TABLES.items():
        assert pyarrow.parquet.read_table(home / "parquet" / f"{name}.parquet").num_rows == len(lines) - 1


def test_nothing_stays_beside_what_was_written(home):
    run_build(home)
    assert sorted(path.name for path in home.iterdir()) == ["parquet", "records", "texts", "versions"]


def test_the_same_records_give_the_same_bytes(home):
    before = files_of(home)
    assert run_build(home) == 0
    assert {name: content for name, (content, _) in files_of(home).items()} == {
        name: content for name, (content, _) in before.items()
    }


def test_check_passes_on_what_was_built_and_writes_nothing(published):
    before = files_of(published)
    assert run_build(published, "--check") == 0
    assert files_of(published) == before


def test_check_names_the_tables_that_differ(home, capsys):
    set_cell(home, "statements", 3, "speaker", "Embassy")
    before = files_of(home)
    capsys.readouterr()
    assert run_build(home, "--check") == 1
    told = capsys.readouterr().err.splitlines()
    # The version is a hash of all rows and stands in collection; the one that stands there was never kept.
    assert [line.split(" ")[0] for line in told] == ["statements.parquet", "collection.parquet", "version"]
    assert files_of(home) == before


def test_check_compares_rows_and_not_bytes(published):
    path = published / "parquet" / "statements.parquet"
    table = pyarrow.parquet.read_table(path)
    before = path.read_bytes()
    pyarrow.parquet.write_table(table, path, compression="snappy")
    assert path.read_bytes() != before
    assert run_build(published, "--check") == 0


def test_check_notices_other_types_missing_files_and_files_too_many(published, capsys):
    folder = published / "parquet"
    dates = pyarrow.parquet.read_table(folder / "statements.parquet").column("date").cast(pa.string())
    table = pyarrow.parquet.read_table(folder / "statements.parquet").set_column(3, "date", dates)
    pyarrow.parquet.write_table(table, folder / "statements.parquet")
    (folder / "issues.parquet").rename(folder / "themes.parquet")
    capsys.readouterr()
    assert run_build(published, "--check") == 1
    assert [line.split(";")[0] for line in capsys.readouterr().err.splitlines()] == [
        "themes.parquet comes from no table",
        "issues.parquet is missing",
        "statements.parquet is not what the records give",
    ]


def test_check_notices_a_stale_page(home, capsys):
    page = home.parent / "data.md"
    page.write_text(page.read_text("utf-8").replace("never empty", "often empty"), "utf-8")
    assert run_build(home, "--check") == 1
    assert "data.md is not what the descriptions give" in capsys.readouterr().err


def test_check_on_a_collection_that_was_never_built_names_every_table(tmp_path, capsys):
    home = make_collection(tmp_path / "data")
    assert run_build(home, "--check") == 1
    assert capsys.readouterr().err.count("is missing") == len(TABLE_NAMES)
    assert not (home / "parquet").exists()


def test_a_failure_while_writing_leaves_the_old_files(home, capsys, monkeypatch):
    before = files_of(home)
    set_cell(home, "statements", 3, "speaker", "Embassy")
    write = pyarrow.parquet.write_table
    written: list[str] = []

    def full_disk(table, path, **options):
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        written.append(path)
        write(table, path, **options)

    monkeypatch.setattr(pyarrow.parquet, "write_table", full_disk)
    assert run_build(home) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert files_of(home) == before
    assert sorted(path.name for path in home.iterdir()) == ["parquet", "records", "texts"]


@pytest.mark.parametrize("row", [2, 3, 4])
def test_any_changed_row_gives_another_version(home, row):
    before = pyarrow.parquet.read_table(home / "parquet" / "collection.parquet")["data_version"][0].as_py()
    set_cell(home, "statements", row, "summary", "It said something else.")
    assert run_build(home) == 0
    after = pyarrow.parquet.read_table(home / "parquet" / "collection.parquet")["data_version"][0].as_py()
    assert len(after) == len(before) == 12
    assert after != before
