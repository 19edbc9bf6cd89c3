"""A link to a version that was kept goes on showing what it showed, whatever is built afterwards."""

import gc
import json
import shutil
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from data import keeping
from data.description_files import read_collection
from methods.revision import revision, sentence
from queries import Change, UnknownVersion, Version, builds, editions, fetched, full_text, run_on, versions
from tests.data.conftest import run_build
from tests.data.small import RECORDS, add_line, make_collection, replace_in
from tests.queries.test_every_query import asked

NAME = "ruritania"
TODAY = date.today()
CORRECTIONS = [
    f"{TODAY},coverage,summit-2001||LEAGUE|2026-11-24,Was missing,Searched twice,",
    f"{TODAY},memberships,RUR|LEAGUE|1995-01-01,Was an observer,It never was,",
    f"{TODAY},statements,2001-02-03-rur-border,Said no,Said yes,",
]


def forget():
    """Open every collection anew, as a process does that has just started."""
    builds._newest.clear()
    builds._older.clear()
    full_text._index_folder.cache_clear()


def answers(edition):
    """What every question answers when nothing is left out; positions are held on an issue."""
    put = {name: asked(name, lambda _: None) for name in queries.questions()}
    put["positions_as_of"]["issue_id"] = "border"
    return {name: run_on(edition, name, **parameters).to_pylist() for name, parameters in put.items()}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    home = make_collection(tmp_path_factory.mktemp("editions") / "data")
    replace_in(home / "records" / "collection.yml", b"name: nagorno-karabakh", f"name: {NAME}".encode())
    return home


@pytest.fixture(scope="module")
def built(data) -> Iterator[dict]:
    """Version A, and what it answers; then version B with a row more, one corrected and one less, which is served."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: data / "parquet"})
        assert run_build(data) == 0
        forget()
        made = {"a": version_of(NAME), "answers": answers(NAME)}
        records = data / "records"
        replace_in(records / "memberships.csv", b"RUR,LEAGUE,observer,1995-01-01,2000-05-05,\n", b"")
        replace_in(records / "statements.csv", b"border,oppose,statement,It said no.", b"border,support,letter,Yes.")
        replace_in(records / "coverage.csv", b",no,", b",partly,")
        add_line(
            data, "statements", "2005-rur-border,RUR,Ministry,2005-01-01,year,,border,support,statement,It agreed.,"
        )
        add_line(data, "evidence", "2005-rur-border,herald-2001,press,,,,")
        for line in CORRECTIONS:
            add_line(data, "corrections", line)
        assert run_build(data) == 0
        forget()
        yield made | {"b": version_of(NAME)}
    forget()


def version_of(edition):
    return run_on(edition, "collection")["data_version"][0].as_py()


def test_an_older_version_answers_every_question_as_it_did(built):
    older = queries.edition(NAME, built["a"])
    assert older == f"{NAME}@{built['a']}"
    assert version_of(older) == built["a"] != built["b"]
    assert answers(older) == built["answers"]
    different = {name for name, rows in answers(NAME).items() if rows != built["answers"][name]}
    assert {"statements_in_view", "positions_as_of", "corrections", "coverage"} <= different


def test_no_version_and_the_current_one_are_the_collection_itself(built):
    assert queries.edition(NAME, None) == queries.edition(NAME, built["b"]) == f"{NAME}@{built['b']}"
    assert queries.opened(NAME) is queries.opened(queries.edition(NAME, built["b"]))
    assert editions.split(NAME) == (NAME, None)
    assert editions.split(f"{NAME}@{built['a']}") == (NAME, built["a"])


def test_versions_and_what_they_changed_are_listed(built):
    assert queries.kept(NAME) == (Version(built["a"], TODAY), Version(built["b"], TODAY))
    assert queries.changes(NAME) == [
        Change(built["b"], TODAY, *row)
        for row in (
            ("memberships", "RUR|LEAGUE|1995-01-01", "removed"),
            ("statements", "2005-rur-border", "added"),
            ("statements", "2001-02-03-rur-border", "changed"),
            ("evidence", "2005-rur-border|herald-2001|", "added"),
            ("coverage", "summit-2001||LEAGUE|2026-11-24", "changed"),
        )
    ]


def rows(edition, table):
    return queries.opened(edition).cursor().table(table).to_arrow_table().to_pylist()


def test_two_editions_are_compared_row_by_row(built):
    found = revision(rows(f"{NAME}@{built['a']}", "statements"), rows(NAME, "statements"), ["statement_id"])
    assert [row["statement_id"] for row in found.added] == ["2005-rur-border"]
    ((key, before, after, columns),) = found.changed
    assert (key, before["summary"], after["summary"]) == (("2001-02-03-rur-border",), "It said no.", "Yes.")
    assert columns == ("stance", "kind", "summary")
    assert sentence(found, ("statement", "statements")) == "1 statement added, 1 corrected"


HOSTILE = ["", " ", "../../etc/passwd", "..", "9b5237becebc/../..", "' or 1=1 --", "<script>", "@", "%2e%2e", "a\0"]
NEARLY = ["0" * 12, "a" * 10**6, "9B5237BECEBC", "9b5237becebc\n", "é" * 12]


@pytest.mark.parametrize("version", [*HOSTILE, *NEARLY], ids=range(15))
def test_a_version_that_was_not_kept_is_refused_in_few_words(built, version):
    for ask in (queries.edition, lambda name, version: run_on(f"{name}@{version}", "collection")):
        with pytest.raises(UnknownVersion) as told:
            ask(NAME, version)
        assert len(str(told.value)) < 200
        assert "newest" in str(told.value)
        assert "<" not in str(told.value)


def test_an_older_version_can_be_searched(built):
    said = full_text.Asked("said", found_in=("statement",))
    then, now = (full_text.search(edition, said) for edition in (f"{NAME}@{built['a']}", NAME))
    assert [hit.id for hit in then.hits] == ["2001-02-03-rur-border"]
    assert (then.is_ranked, now.is_ranked) == (False, True)
    assert now.total == 0
    assert full_text.mentions(f"{NAME}@{built['a']}", said).column_names[-1] == "count_documents"


def test_texts_that_were_fetched_lie_over_older_versions_too(built, tmp_path, monkeypatch):
    monkeypatch.setenv("DEMARCHE_TEXTS", str(tmp_path))
    (tmp_path / NAME).mkdir()
    text = {"source_id": "herald-2001", "text": "Fetched.", "text_sha256": "00", "origin_id": "herald-2001"}
    pq.write_table(pa.Table.from_pylist([text], fetched.SCHEMA), fetched.texts_file(NAME))
    forget()
    found = {row["source_id"]: row["text"] for row in rows(f"{NAME}@{built['a']}", "sources")}
    forget()
    assert found["herald-2001"] == "Fetched."
    assert found["gazette-2001"].startswith("🌍 Ruritania")


@pytest.fixture
def many(built, data, tmp_path, monkeypatch):
    """Serve a collection of which seven versions were kept, and name all but the newest."""
    folder = tmp_path / "parquet"
    shutil.copytree(data / "parquet", folder, ignore=shutil.ignore_patterns("index"))
    monkeypatch.setattr(queries, "served", lambda: {NAME: folder})
    forget()
    names = [f"{number:012x}" for number in range(7)]
    for number, name in enumerate(names):
        write(folder, "collection", data_version=pa.array([name]))
        keep(folder, TODAY + timedelta(number))
    yield [f"{NAME}@{name}" for name in names[:-1]]
    forget()


def write(folder, table, **columns):
    """Give a table of a folder other columns; None takes one away."""
    found = pq.read_table(folder / f"{table}.parquet")
    for name, values in columns.items():
        found = found.drop_columns(name) if name in found.column_names else found
        found = found if values is None else found.append_column(name, values)
    pq.write_table(found, folder / f"{table}.parquet")


def keep(folder, day):
    keeping.keep(folder, versions.home(folder, NAME), read_collection(RECORDS), day)


def alive(references):
    gc.collect()
    return [number for number, reference in enumerate(references) if reference() is not None]


def test_four_older_versions_stay_open_and_the_least_recently_used_goes(many):
    newest = queries.opened(NAME)
    references = [weakref.ref(queries.opened(edition)) for edition in many[:4]]
    assert alive(references) == [0, 1, 2, 3]
    run_on(many[0], "collection")
    references += [weakref.ref(queries.opened(many[4]))]
    assert alive(references) == [0, 2, 3, 4]
    references += [weakref.ref(queries.opened(many[5]))]
    assert alive(references) == [0, 3, 4, 5]
    assert queries.opened(NAME) is newest
    assert version_of(many[1]) == editions.split(many[1])[1]


def test_a_reader_goes_on_after_its_version_has_gone(many):
    connection = queries.opened(many[0])
    gone, cursor = weakref.ref(connection), connection.cursor()
    del connection
    reader = cursor.sql("select statement_id from statements, range(100000)").to_arrow_reader(20_000)
    read = next(reader).num_rows
    for edition in many[1:]:
        version_of(edition)
    assert alive([gone]) == []
    assert read + sum(batch.num_rows for batch in reader) == 400_000
    assert cursor.sql("select data_version from collection").fetchall() == [("0" * 12,)]


def test_threads_that_ask_more_versions_than_stay_open_get_their_own_answers(many):
    asked_for = [*many, *many[:2]]
    with ThreadPoolExecutor(8) as threads:
        found = [*threads.map(version_of, asked_for)]
    assert found == [editions.split(edition)[1] for edition in asked_for]


def test_a_version_kept_without_a_column_or_a_table_opens_with_them_empty(many, tmp_path):
    folder = tmp_path / "parquet"
    shutil.copytree(folder, tmp_path / "today")
    texts = pa.array(["1"] * 4)
    write(folder, "collection", data_version=pa.array(["f" * 12]))
    write(folder, "statements", doubt=None, organisations=None, mood=texts, count_sources=texts)
    (folder / "coverage.parquet").unlink()
    keep(folder, TODAY)
    shutil.copytree(tmp_path / "today", folder, dirs_exist_ok=True)
    older = queries.opened(queries.edition(NAME, "f" * 12))
    today = queries.opened(NAME)
    for table in ("statements", "coverage", "collection"):
        one, other = older.table(table), today.table(table)
        assert (one.columns, one.types) == (other.columns, other.types)
    assert {(row["doubt"], row["organisations"]) for row in rows(f"{NAME}@{'f' * 12}", "statements")} == {(None, None)}
    assert rows(f"{NAME}@{'f' * 12}", "coverage") == []
    assert [*answers(f"{NAME}@{'f' * 12}")] == queries.questions()


def test_a_version_of_which_a_file_is_gone_is_refused(many, tmp_path):
    home = versions.home(tmp_path / "parquet", NAME)
    tables = json.loads((home / "versions.jsonl").read_text("utf-8").splitlines()[0])["tables"]
    versions.table_file(home, tables["collection"]).unlink()
    with pytest.raises(UnknownVersion, match="was not kept"):
        queries.edition(NAME, "0" * 12)


def test_a_collection_that_nothing_keeps_has_only_its_newest_version(built, data, tmp_path, monkeypatch):
    shutil.copytree(data / "parquet", tmp_path / "parquet")
    monkeypatch.setattr(queries, "served", lambda: {NAME: tmp_path / "parquet"})
    assert (queries.kept(NAME), queries.changes(NAME)) == ((), [])
    assert queries.edition(NAME, built["b"]) == queries.build(NAME)
    with pytest.raises(UnknownVersion):
        queries.edition(NAME, built["a"])
