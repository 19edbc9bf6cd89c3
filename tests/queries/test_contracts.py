"""Headers that do not keep the form are refused with the line that breaks it."""

import pytest

from queries import contracts

GOOD = """\
-- Who is there?
-- One row per actor; a second line says more.
-- parameters
--   $since      date        first day
--   $actors     varchar[]
-- columns
--   actor_id    varchar
--   count_all   bigint      statements, 0 for none
select actor_id, 1 as count_all from actors order by actor_id
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write one question into a folder of its own; the memory of the reader is emptied before and after."""
    cached = contracts.contract, contracts.statement
    monkeypatch.setattr(contracts, "FOLDER", tmp_path)
    for function in cached:
        function.cache_clear()
    yield lambda text: (tmp_path / "who.sql").write_text(text, encoding="utf-8")
    for function in cached:
        function.cache_clear()


def test_a_header_is_read_as_question_parameters_and_columns(write):
    write(GOOD)
    assert contracts.contract("who") == contracts.Contract(
        "Who is there?",
        {"since": "date", "actors": "varchar[]"},
        {"actor_id": "varchar", "count_all": "bigint"},
        {"$since": "first day", "count_all": "statements, 0 for none"},
    )


def test_parameters_and_columns_keep_their_order(write):
    write(GOOD)
    assert list(contracts.contract("who").columns) == ["actor_id", "count_all"]


@pytest.mark.parametrize(
    "line",
    [
        "--   actor_id varchar",
        "--   actor_id",
        "-- actor_id    varchar",
        "--   actor-id   varchar",
        "--",
        "-- a sentence among the columns",
        "--     actor_id    varchar",
    ],
)
def test_a_line_of_a_section_that_is_not_a_name_and_a_type_is_refused(write, line):
    write(GOOD.replace("--   actor_id    varchar", line))
    with pytest.raises(contracts.BrokenHeader) as refused:
        contracts.contract("who")
    assert "who.sql" in str(refused.value)
    assert repr(line) in str(refused.value)


def test_a_question_that_does_not_exist_is_named_with_those_that_do(write):
    write(GOOD)
    with pytest.raises(FileNotFoundError, match=r"queries/nobody.sql does not exist; there are who"):
        contracts.statement("nobody")


@pytest.mark.parametrize("name", ["../queries/who", "who.sql", "/who", ""])
def test_a_name_that_reaches_out_of_the_folder_is_no_question(write, name):
    write(GOOD)
    with pytest.raises(FileNotFoundError):
        contracts.statement(name)
