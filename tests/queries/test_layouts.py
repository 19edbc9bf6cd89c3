"""Numbers for texts, and a database file, change how fast an answer comes and nothing else."""

from random import Random

import pytest

import queries
from data.database import write_database
from tests.bench import large_collection, plain_parquet
from tests.bench.drawn_questions import QUESTIONS, drawn

STATEMENTS = 100_000
DRAWS = 10


@pytest.fixture(scope="module")
def layouts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    large_collection.write(folder, STATEMENTS)
    plain = plain_parquet.opened(folder)
    in_memory = queries.connect(folder)
    assert write_database(folder)
    return {"in memory": in_memory, "file": queries.connect(folder), "Parquet": plain}


@pytest.mark.parametrize("timed", QUESTIONS, ids=lambda timed: timed.question)
def test_a_question_has_one_answer_whatever_the_layout(layouts, timed):
    draw = Random(timed.question)
    rows = 0
    for _ in range(DRAWS):
        asked = drawn(timed, draw)
        plain = plain_parquet.answer(layouts["Parquet"], timed.question, asked)
        ours = (queries.answer(layouts[name], timed.question, asked) for name in ("in memory", "file"))
        assert [answer.equals(plain) for answer in ours] == [True, True], asked
        rows += plain.num_rows
    assert rows
