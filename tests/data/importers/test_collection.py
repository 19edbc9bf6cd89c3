"""What is written: a folder of the same tables as the project's own collection, whole at every moment."""

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from data.full_text import is_current
from data.importers import ungdc
from data.importers.__main__ import bring, named
from data.importers.description import own
from data.importers.report import ImportRefused
from queries.object_store import sums
from queries.object_store.sums import SUMS
from tests.data.importers import corpus
from tests.data.importers.writer import WRITER
from tests.data.killed import writing
from tests.queries.test_every_query import VALUES, asked

ROOT = Path(__file__).parents[3]
EMPTY = {"memberships", "issues", "events", "statements", "evidence", "coverage", "corrections"}


def tables(folder):
    return {file.stem: pq.read_table(file) for file in folder.glob("*.parquet")}


def version(folder):
    return pq.read_table(folder / "collection.parquet")["data_version"][0].as_py()


def import_into(home, files, *, skip_bad=False):
    """Bring a corpus of these files in; returns the exit code and the folder."""
    path = corpus.write_zip(home / "corpus.zip", files)
    return bring(ungdc, path, home / "collections" / "debate", skip_bad), home / "collections" / "debate"


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "data.importers", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
    )


def test_every_table_has_the_columns_and_types_of_the_projects_own(imported):
    built = {file.stem: pq.read_schema(file) for file in queries.PARQUET.glob("*.parquet")}
    assert {name: table.schema for name, table in tables(imported).items()} == built


def test_the_index_of_its_texts_is_written_with_it(imported):
    assert is_current(imported)


def test_its_sums_say_which_tables_are_one_version(imported):
    told = subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=imported, capture_output=True, text=True)
    assert told.stdout.split() == [
        word for file in sorted(imported.glob("*.parquet")) for word in (f"{file.name}:", "OK")
    ]
    assert sums.is_one_version(imported)


def test_tables_without_anything_to_tell_have_no_rows(imported):
    assert {name for name, table in tables(imported).items() if table.num_rows == 0} == EMPTY


def test_rows_are_sorted_and_keys_occur_once(imported):
    for name, table in tables(imported).items():
        if name in own().tables:
            keys = list(zip(*(table[column].to_pylist() for column in own().tables[name].key), strict=True))
            assert keys == sorted(set(keys))


def test_the_actors_are_those_who_speak_as_the_records_know_them(imported):
    actors = {row["actor_id"]: row for row in tables(imported)["actors"].to_pylist()}
    assert sorted(actors) == ["EU", "FJI", "ISL", "RUS", "YMD"]
    recorded = {row["actor_id"]: row for row in pq.read_table(queries.PARQUET / "actors.parquet").to_pylist()}
    assert [actors[actor_id] for actor_id in actors] == [recorded[actor_id] for actor_id in actors]
    assert actors["YMD"]["kind"] == "former_state"
    assert actors["YMD"]["exists_until"] == date(1990, 5, 22)


def test_the_collection_says_what_it_is(imported):
    (row,) = tables(imported)["collection"].to_pylist()
    assert row["collection_id"] == "debate"
    assert row["licence"] == "CC0 1.0 Universal"
    assert (row["first_date"], row["last_date"]) == (date(1968, 1, 1), date(2020, 12, 31))
    about = {row["table"]: row for row in tables(imported)["tables"].to_pylist()}
    assert about["sources"]["rows"] == len(corpus.SPEECHES)
    assert "10.7910/DVN/0TJX8Y" in about["sources"]["sources"]
    assert about["statements"]["sources"] == ""
    # The facts about actors are the project's own work, under its own licence.
    assert about["actors"]["licence"] == own().tables["actors"].licence


def test_every_column_is_described(imported):
    fields = {(row["table"], row["field"]) for row in tables(imported)["fields"].to_pylist()}
    assert fields == {
        (name, column)
        for name, table in tables(imported).items()
        if name in own().tables
        for column in table.schema.names
    }


@pytest.mark.parametrize("name", queries.questions())
def test_every_question_of_the_app_can_be_put(imported, name):
    answered = queries.answer(queries.connect(imported), name, asked(name, VALUES.get))
    assert answered.column_names == list(queries.contract(name).columns)


def test_the_version_depends_on_what_was_read_and_not_on_how_it_came(tmp_path, imported):
    versions = set()
    for number, files in enumerate([corpus.contents(), dict(reversed(corpus.contents().items()))]):
        (tmp_path / str(number)).mkdir()
        versions.add(version(import_into(tmp_path / str(number), files)[1]))
    assert versions == {version(imported)}


@pytest.mark.parametrize(
    "change",
    [
        {corpus.path_of("FJI", 48, 1993): b"We speak of reefs."},
        {corpus.path_of("BRB", 48, 1993): b"We speak of palms."},
        {"Speakers_by_session.xlsx": corpus.workbook(corpus.LISTED[1:])},
    ],
)
def test_the_version_changes_with_a_text_a_speech_and_a_speaker(tmp_path, imported, change):
    assert version(import_into(tmp_path, corpus.contents() | change)[1]) != version(imported)


def test_what_would_be_lost_is_told_and_nothing_is_written(tmp_path, capsys):
    bad = {corpus.path_of("BRB", 48, 1993): b"", "TXT/Session 48 - 1993/Cuba.txt": b"x"}
    code, folder = import_into(tmp_path, corpus.contents() | bad)
    assert code == 1
    assert not folder.parent.exists()
    told = capsys.readouterr().err
    assert all(f"{name}: is " in told for name in bad)
    assert "2 could not be read. Nothing was written" in told


def test_the_rest_is_written_when_asked_for(tmp_path, capsys):
    code, folder = import_into(tmp_path, corpus.contents() | {corpus.path_of("BRB", 48, 1993): b""}, skip_bad=True)
    assert code == 0
    assert tables(folder)["sources"].num_rows == len(corpus.SPEECHES)
    told = capsys.readouterr()
    assert "BRB_48_1993.txt: is empty" in told.err
    assert "1 could not be read." in told.err
    assert f"sources: {len(corpus.SPEECHES)} rows" in told.out


def test_a_collection_of_nothing_is_not_written(tmp_path):
    with pytest.raises(ImportRefused, match="nothing in it can be read"):
        import_into(tmp_path, {corpus.path_of("BRB", 48, 1993): b""}, skip_bad=True)
    assert not (tmp_path / "collections").exists()


@pytest.mark.parametrize("there", ["notes.txt", "collection.parquet"])
def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, imported, there):
    target = tmp_path / "collections" / "debate"
    target.mkdir(parents=True)
    pq.write_table(pa.table({"collection_id": ["another"]}), target / there)
    before = (target / there).read_bytes()
    with pytest.raises(ImportRefused, match="holds something else, which would be lost"):
        import_into(tmp_path, corpus.contents())
    assert [(file.name, file.read_bytes()) for file in target.iterdir()] == [(there, before)]


def test_the_same_collection_is_replaced_and_an_empty_folder_filled(tmp_path):
    (tmp_path / "collections" / "debate").mkdir(parents=True)
    _, folder = import_into(tmp_path, corpus.contents())
    before = version(folder)
    import_into(tmp_path, corpus.contents() | {corpus.path_of("FJI", 48, 1993): b"We speak of reefs."})
    assert version(folder) != before


@pytest.mark.parametrize("name", ["../elsewhere", "UNGDC", "", "a b", "-x", "x" * 61, "ungdc/..", own().collection_id])
def test_a_name_that_is_unfit_is_refused(tmp_path, name):
    with pytest.raises(ImportRefused):
        named(tmp_path, name)


def test_the_command_brings_a_corpus_in(tmp_path):
    path = corpus.write_tgz(tmp_path / "corpus.tgz", corpus.contents())
    done = command("ungdc", path, "--collection", "debate", "--into", tmp_path / "collections")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "sources: 6 rows")
    assert "reading" in done.stderr
    assert version(tmp_path / "collections" / "debate") in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ungdc", "nowhere.tgz", "--collection", "debate"], "nowhere.tgz: no such file or folder"),
        (["ungdc", "nowhere.tgz", "--collection", "De Bate"], "a collection is named in small letters"),
    ],
)
def test_the_command_says_in_a_sentence_why_it_does_not(tmp_path, arguments, told):
    done = command(*arguments, "--into", tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_killed_while_writing_it_leaves_one_whole_version(tmp_path):
    changed = corpus.contents() | {corpus.path_of("FJI", 48, 1993): b"We speak of reefs."}
    paths = [
        corpus.write_zip(tmp_path / f"{number}.zip", each) for number, each in enumerate([corpus.contents(), changed])
    ]
    target = tmp_path / "collections" / "debate"
    wholes = []
    for number, path in enumerate(paths):
        assert bring(ungdc, path, tmp_path / str(number) / "debate", False) == 0
        wholes.append(tables(tmp_path / str(number) / "debate"))
    for wait in (0.0, 0.013, 0.029, 0.05):
        with writing(WRITER, ["ungdc", *paths], target):
            time.sleep(wait)
        assert tables(target) in wholes
        assert is_current(target)
    shutil.rmtree(target)
    assert bring(ungdc, paths[0], target, False) == 0
    assert [path.name for path in target.parent.iterdir()] == ["debate"]
