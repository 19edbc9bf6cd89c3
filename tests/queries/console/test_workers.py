"""Questions take turns; what nobody waits for is called off, and who dies is replaced."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

import queries
from queries import console
from queries.console import files
from queries.console.workers import Workers
from tests.queries.console.conftest import SMALL

FOREVER = "with recursive a as (select 1 as x union all select x + 1 from a) select count(*) from a"


@pytest.fixture
def slow(edition):
    workers = Workers(SMALL._replace(seconds=20.0, patience=0.3))
    console.ask(edition, "select 1", "warm", workers)
    yield workers
    workers.close()


@pytest.fixture(scope="module")
def patient(edition):
    """Ask as `ask` does where it is the answer that takes long, not the question."""
    workers = Workers(SMALL._replace(seconds=20.0, memory=400))
    yield lambda sql: console.ask(edition, sql, "reader", workers)
    workers.close()


def at_work(workers, count):
    patience = time.monotonic() + 10
    while len(workers._at_work) < count:
        assert time.monotonic() < patience
        time.sleep(0.01)


def test_what_the_same_reader_asks_next_calls_off_what_came_before(edition, slow):
    with ThreadPoolExecutor() as threads:
        first = threads.submit(console.ask, edition, FOREVER, "one", slow)
        at_work(slow, 1)
        begun = time.monotonic()
        assert console.ask(edition, "select 7", "one", slow).rows[0][0].as_py() == 7
        assert time.monotonic() - begun < 10
        with pytest.raises(console.Superseded, match="something else"):
            first.result()


def test_more_than_so_many_at_a_time_are_told_to_come_back(edition, slow):
    with ThreadPoolExecutor() as threads:
        asked = [threads.submit(console.ask, edition, FOREVER, str(number), slow) for number in range(SMALL.at_once)]
        at_work(slow, SMALL.at_once)
        with pytest.raises(console.Busy, match="The server is busy"):
            console.ask(edition, "select 1", "late", slow)
        slow.close()
        assert all(isinstance(each.exception(), console.Superseded) for each in asked)


def test_questions_of_many_readers_are_all_answered(edition, workers):
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(console.ask, edition, f"select {n}", f"reader {n}", workers) for n in range(40)]
        assert [each.result().rows[0][0].as_py() for each in asked] == [*range(40)]
    assert len(workers._warm) <= SMALL.at_once
    assert not workers._at_work


def test_a_process_that_dies_is_told_as_one_that_took_too_much_and_replaced(edition, slow):
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(console.ask, edition, FOREVER, "one", slow)
        at_work(slow, 1)
        os.kill(slow._at_work["one"]._process.pid, signal.SIGKILL)
        with pytest.raises(console.Unanswered):
            asked.result()
    assert console.ask(edition, "select 1", "one", slow).rows.num_rows == 1


def test_a_process_that_dies_while_it_waits_is_replaced(edition, slow):
    os.kill(slow._warm[0]._process.pid, signal.SIGKILL)
    slow._warm[0]._process.wait()
    assert console.ask(edition, "select 1", "one", slow).rows.num_rows == 1


def test_an_answer_that_is_cut_says_so(ask):
    assert ask(f"select * from range({SMALL.rows})").is_cut is False
    cut = ask(f"select * from range({SMALL.rows + 1})")
    assert (cut.is_cut, cut.rows.num_rows) == (True, SMALL.rows)


NAME = "x" * 9_000


@pytest.mark.parametrize(
    "sql",
    [
        "select {'a': list_resize([null], 200000, null)}",
        "select {'a': list_resize([true], 200000, true)}",
        "select list_transform(range(200000), lambda x: {'a': null})",
        "select map {'a': list_resize([true], 200000, true)}",
        "select union_value(a := list_resize([true], 200000, true))",
        f"select e, e, e, e, e from (select '{NAME}'::enum('{NAME}') as e from range(100))",
        f"select {{'a': list_transform(range(1000), lambda x: e)}} from (select '{NAME}'::enum('{NAME}') as e)",
        f"select columns('(.*)') as '\\1{NAME}' from (select {', '.join(f'1 as c{n}' for n in range(500))})",
    ],
    ids=["nothing", "truths", "structures", "map", "union", "kind", "list of a kind", "names"],
)
def test_an_answer_that_is_small_on_its_way_alone_is_refused(patient, sql):
    with pytest.raises(console.Refused, match="more than 4 MB"):
        patient(sql)


def test_an_answer_of_lists_and_structures_has_room(ask):
    assert ask("select actor_id, list(statement_id), {'a': [1, null]}, map {'k': true} from statements group by 1")


def test_an_answer_of_very_many_columns_is_refused(patient):
    # The page names each of them, and compares it with the others, outside of what a question may take.
    assert patient("select " + ", ".join(["1"] * SMALL.columns)).rows.num_columns == SMALL.columns
    with pytest.raises(console.Refused, match=r"501 columns; 500 is the most"):
        patient("select " + ", ".join(["1"] * (SMALL.columns + 1)))


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("", "There is no question yet"),
        ("  \n", "There is no question yet"),
        ("select 1\x00", "There is no question yet"),
        ("-- nothing", "The text holds 0 statements"),
        ("x" * 20_001, "20,001 characters"),
        ("select actor from actors", 'Referenced column "actor" not found'),
        ("selec 1", "syntax error"),
        ("select '\ud800'", ""),
        ("explain select 1", "EXPLAIN is not answered here"),
        ("pivot statements on stance using count(*)", "A pivot is answered where its columns are named"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(ask, sql, told):
    if not told:
        assert ask(sql).rows.num_rows == 1
        return
    with pytest.raises(console.Refused, match=told):
        ask(sql)


def test_a_pivot_with_its_columns_named_is_answered(ask):
    answer = ask("pivot statements on stance in ('support', 'oppose') using count(*) group by issue_id")
    assert answer.rows.column_names == ["issue_id", "support", "oppose"]


def test_the_process_has_no_environment_and_nothing_but_the_file(edition, workers, monkeypatch):
    monkeypatch.setenv("SECRET", "password")
    worker = workers._taken(edition)
    try:
        process = Path("/proc", str(worker._process.pid))
        assert b"SECRET" not in (process / "environ").read_bytes()
        held = {str(each.readlink()) for each in (process / "fd").iterdir()}
        opened = {each for each in held if each.startswith("/") and not each.startswith("/dev/")}
        assert opened == {str((files.folder(edition) / files.NAME).resolve())}
    finally:
        worker.kill()


def test_fetched_texts_are_no_part_of_it(edition, ask):
    assert ask("select count(*) from fetched_texts").rows[0][0].as_py() == 0


def test_an_older_version_can_be_asked(workers):
    collection = next(iter(queries.served()))
    older = queries.edition(collection, queries.kept(collection)[0].version)
    answer = console.ask(older, "select data_version from collection", "one", workers)
    assert f"{collection}@{answer.rows[0][0].as_py()}" == older == answer.edition


def test_a_version_that_was_not_kept_is_told(workers):
    with pytest.raises(queries.UnknownVersion):
        console.ask("nagorno-karabakh@000000000000", "select 1", "one", workers)


def test_a_reader_who_asks_again_and_again_gets_the_last_answer_and_leaves_nothing_behind(edition, slow):
    held = len([*Path("/proc/self/fd").iterdir()])
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(console.ask, edition, FOREVER, "one", slow) for _ in range(4)]
        while not all(each.done() for each in asked):
            with suppress(console.Busy, console.Superseded):
                assert console.ask(edition, "select 7", "one", slow).rows[0][0].as_py() == 7
        assert all(isinstance(each.exception(), console.Refused) for each in asked)
    slow.close()
    assert len([*Path("/proc/self/fd").iterdir()]) <= held
    assert not slow._at_work
