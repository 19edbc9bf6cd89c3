"""An answer that leaves in pieces is the answer: every row once, in one order, whatever the size of a piece."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

import queries
from exports.tables import SORTS
from queries import streamed
from queries.streamed import Part

OPEN = dict.fromkeys(
    ["since", "until", "issue_id", "actors", "members_of", "stances", "kinds", "attributions", "source_id"]
)
HERE = next(iter(queries.served()))


def pieces(name, **parameters):
    return [*streamed.stream_on(HERE, name, **parameters)]


def rows(found):
    return [row for piece in found for row in piece.to_pylist()]


def test_statements_lie_in_the_order_of_their_ids():
    ids = queries.opened(HERE).cursor().sql("select statement_id from statements order by rowid").fetchall()
    assert ids == sorted(ids)


@pytest.mark.parametrize(("piece", "stretch"), [(100, 250), (499, 700), (300, 300), (100, 60_000), (20_000, 60_000)])
@pytest.mark.parametrize("issue", [None, "nk-votes-valid"])
def test_every_statement_in_view_comes_once_and_by_its_id(monkeypatch, piece, stretch, issue):
    monkeypatch.setattr(streamed, "PIECE", piece)
    monkeypatch.setattr(streamed, "STRETCH", stretch)
    asked = OPEN | {"issue_id": issue}
    whole = (
        queries.run("statements_in_view", **asked, sort="newest", limit=None, offset=0)
        .sort_by("statement_id")
        .to_pylist()
    )
    assert rows(pieces("statements_in_order", **asked, event_id=None)) == whole


def test_one_piece_is_asked_for_ahead_but_none_before_the_first_is_read_on():
    asked = []

    def ask(first):
        asked.append(first)
        return first

    pieces = streamed._ahead(ask, range(4))
    assert (next(pieces), asked) == (0, [0])
    assert (next(pieces), [*pieces]) == (1, [2, 3])
    assert asked == [0, 1, 2, 3]


def test_two_who_read_at_once_each_get_their_own_rows():
    others = [OPEN | {"issue_id": issue, "event_id": None} for issue in ("nk-votes-valid", None)]
    both = [streamed.stream_on(HERE, "statements_in_order", **asked) for asked in others]
    halves = [next(reading) for reading in both]
    whole = [rows([half, *reading]) for half, reading in zip(halves, both, strict=True)]
    assert whole == [rows(pieces("statements_in_order", **asked)) for asked in others]


def test_a_fault_in_a_piece_asked_for_ahead_reaches_whoever_reads():
    pieces = streamed._ahead(lambda first: 1 // (2 - first), range(4))
    assert (next(pieces), next(pieces)) == (0, 1)
    with pytest.raises(ZeroDivisionError):
        next(pieces)


def test_a_piece_out_of_order_is_put_in_order():
    piece = pa.table({"statement_id": ["b", "a", "c"], "row_number": [5, 3, 9]})
    assert streamed._in_order(piece).to_pydict() == {"statement_id": ["a", "b", "c"]}


def test_any_other_question_streams_what_it_answers():
    event = {"event_id": "nk-elections-2020-03-31"}
    assert rows(pieces("reactions_to_event", **event)) == queries.run("reactions_to_event", **event).to_pylist()


@pytest.mark.parametrize("name", ["statements_in_order", "evidence_in_view"])
def test_count_and_schema_are_those_of_the_rows(name):
    asked = OPEN | {"issue_id": "nk-votes-valid", "event_id": None}
    found = pieces(name, **asked)
    assert streamed.count_on(HERE, name, **asked) == sum(piece.num_rows for piece in found)
    assert {piece.schema for piece in found} == {streamed.schema_on(HERE, name, **asked)}


def test_an_answer_without_rows_has_a_schema_and_no_piece():
    asked = OPEN | {"actors": ["nobody"], "event_id": None}
    assert not pieces("statements_in_order", **asked)
    assert "statement_id" in streamed.schema_on(HERE, "statements_in_order", **asked).names


@pytest.mark.parametrize("sort", SORTS)
def test_pages_are_in_the_order_of_the_page_of_statements(sort):
    asked = OPEN | {"issue_id": "nk-votes-valid"}
    whole = queries.run("statements_in_view", **asked, sort=sort, limit=None, offset=0)
    first = streamed.page_on(HERE, "statements_in_order", Part(50, 20, SORTS[sort]), **asked, event_id=None)
    assert first.to_pylist() == whole.slice(20, 50).to_pylist()


def test_pages_without_an_order_go_on_where_the_one_before_ended():
    asked = OPEN | {"event_id": None}
    parts = [streamed.page_on(HERE, "statements_in_order", Part(400, at), **asked) for at in range(0, 2000, 400)]
    ids = pa.concat_tables(parts)["statement_id"]
    assert len(ids) == pc.count_distinct(ids).as_py() == streamed.count_on(HERE, "statements_in_order", **asked)
