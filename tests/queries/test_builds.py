"""A collection that is built anew is served anew: at once, whole, and to nobody in the middle of a question."""

import logging
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from data import swap
from queries import builds, folder_state, full_text
from tests.queries import anew
from tests.queries.anew import FIRST, LATER, NAME, WORD, ids, put

BOTH = (*FIRST, LATER)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Two builds of the collection, the second with a statement more; nothing keeps versions beside them."""
    home = anew.begin(tmp_path_factory.mktemp("two"))
    first = anew.keep(home, "first")
    anew.add_statement(home)
    return first, anew.keep(home, "second")


@pytest.fixture
def folder(two, tmp_path):
    """Serve the first build."""
    with anew.served(shutil.copytree(two[0], tmp_path / "parquet")) as served:
        assert ids() == FIRST
        yield served


def searched(edition=NAME):
    return full_text.search(edition, full_text.Asked(WORD))


def test_the_next_question_is_answered_by_the_new_build_and_the_old_one_goes_on_by_its_name(folder, two):
    before = queries.build(NAME)
    connection = queries.opened(NAME)
    put(two[1], folder)
    assert (ids(), ids(before)) == (BOTH, FIRST)
    assert queries.opened(before) is connection
    assert queries.is_newest(before) is False
    assert queries.edition(NAME, None) == queries.build(NAME) != before


def test_a_saved_text_is_found_by_the_index_that_came_with_it(folder, two):
    assert searched().total == 0
    before = queries.build(NAME)
    put(two[1], folder)
    found = searched()
    assert ([hit.id for hit in found.hits], found.is_ranked) == ([LATER], True)
    assert searched(before).total == 0


def test_an_index_that_was_replaced_is_let_go(folder, two):
    searched()
    put(two[1], folder)
    searched()
    assert [each.parent for each in full_text.index._opened].count(folder / "index") == 1


def test_a_stream_that_was_begun_ends_as_it_began(folder, two):
    stream = queries.opened(NAME).cursor().sql("select * from statements, range(50000)").to_arrow_reader(10_000)
    read = next(stream).num_rows
    put(two[1], folder)
    assert ids() == BOTH
    assert read + sum(batch.num_rows for batch in stream) == 50_000 * len(FIRST)


def test_builds_that_were_replaced_stay_open_within_the_bound_of_older_versions(folder, two):
    for number in range(builds.MOST_OLDER + 2):
        with swap.replacing(folder) as new:
            shutil.copytree(two[1], new, dirs_exist_ok=True)
            rewrite(new, "data_version", f"{number:012x}")
        assert queries.build(NAME) == f"{NAME}@{number:012x}"
    assert len(builds._older) == builds.MOST_OLDER
    assert ids(f"{NAME}@{1:012x}") == BOTH
    with pytest.raises(queries.UnknownVersion):
        ids(f"{NAME}@{0:012x}")


def rewrite(folder, column, text):
    """Let a folder say something else of the collection in it."""
    row = pq.read_table(folder / "collection.parquet")
    place = row.column_names.index(column)
    pq.write_table(row.set_column(place, column, pa.array([text])), folder / "collection.parquet")


@pytest.mark.parametrize(("can_exchange", "exchanges"), [(True, 20), (False, 8)])
def test_readers_who_ask_while_the_folder_is_exchanged_again_and_again_get_one_build_or_the_other(
    folder, two, can_exchange, exchanges, monkeypatch
):
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    done = threading.Event()
    answers: dict[str, tuple[str, ...]] = {queries.build(NAME).partition("@")[2]: FIRST}
    answers[pq.read_table(two[1] / "collection.parquet")["data_version"][0].as_py()] = BOTH

    seen: list[tuple] = []

    def ask():
        while not done.is_set():
            build = queries.build(NAME)
            held = queries.run_on(build, "collection")["data_version"][0].as_py()
            found = searched(build).total
            seen.append((build.partition("@")[2], held, ids(build), found, ids()))

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(ask) for _ in range(3)]
        try:
            for number in range(200):
                # So many, and more until the readers have met both.
                if number >= exchanges and {version for version, *_ in [*seen]} == {*answers}:
                    break
                put(two[(number + 1) % 2], folder)
                # Now and then somebody reads it before the next one comes.
                assert number % 7 or ids() == (BOTH, FIRST)[number % 2]
        finally:
            done.set()
        for one in asking:
            one.result()
    assert {version for version, *_ in seen} == {*answers}
    for version, held, rows, found, now in seen:
        assert (held, rows, found) == (version, answers[version], len(answers[version]) - len(FIRST))
        assert now in answers.values()


def test_a_folder_that_is_gone_for_a_moment_changes_nothing(folder, two):
    folder.rename(folder.with_name("aside"))
    assert ids() == FIRST
    shutil.copytree(two[1], folder)
    assert ids() == BOTH


@pytest.mark.parametrize("what", ["damaged", "another collection", "tables missing"])
def test_what_cannot_be_opened_is_told_once_and_the_build_before_is_served(folder, two, what, monkeypatch, caplog):
    monkeypatch.setattr(folder_state, "QUIET_S", 0.0)
    with swap.replacing(folder) as new:
        shutil.copytree(two[1], new, dirs_exist_ok=True)
        if what == "damaged":
            (new / "statements.parquet").write_bytes(b"PAR1 is not all")
        elif what == "tables missing":
            (new / "statements.parquet").unlink()
        else:
            rewrite(new, "collection_id", "other")
    with caplog.at_level(logging.WARNING, "demarche"):
        assert [ids() for _ in range(3)] == [FIRST] * 3
    (told,) = [record.getMessage() for record in caplog.records]
    assert told.startswith(f"{NAME}: version {queries.build(NAME).partition('@')[2]} is served on, build it again: ")
    assert "\n" not in told
    put(two[1], folder)
    assert ids() == BOTH


def test_files_that_change_one_by_one_are_read_when_all_of_them_are_there(folder, two, monkeypatch):
    names = sorted(file.name for file in two[1].glob("*.parquet"))
    for name in names[:-1]:
        shutil.copy(two[1] / name, folder / name)
        assert ids() == FIRST
    # Nothing of the first build is left with the last file, so all of it is there.
    shutil.copy(two[1] / names[-1], folder / names[-1])
    assert ids() == BOTH


def test_files_of_which_some_stay_as_they_were_are_read_when_nothing_has_changed_for_a_while(folder, two, monkeypatch):
    for name in ("collection.parquet", "evidence.parquet", "statements.parquet", "tables.parquet"):
        shutil.copy(two[1] / name, folder / name)
    assert ids() == FIRST
    monkeypatch.setattr(folder_state, "QUIET_S", 0.0)
    assert ids() == BOTH


def test_the_same_rows_built_again_are_no_other_build(folder, two):
    before = queries.build(NAME)
    put(two[0], folder)
    assert (queries.build(NAME), ids(before)) == (before, FIRST)
    assert (NAME, before) not in builds._older
