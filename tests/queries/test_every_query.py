"""Each question keeps the promises of its header, and every convention for .sql files."""

import re
from datetime import date, timedelta
from itertools import product

import duckdb
import pytest

import queries
from queries import answer, contract, questions
from queries.contracts import FOLDER, statement
from tests.queries.filled import collection, fill, schemas

EVERY = pytest.mark.parametrize("name", questions())
EVERY_VIEW = pytest.mark.parametrize("file", sorted(queries.VIEWS.glob("*.sql")), ids=lambda file: file.stem)
# One value of each type that a header may name.
VALUES = {
    "bigint": 1,
    "boolean": True,
    "date": date(2020, 4, 30),
    "varchar": "month",
    "varchar[]": ["direct", "EU", "oppose"],
}
# Of these there is no row in the collections made below, which hold no texts.
WITHOUT_ROWS = {"collection", "index_version", "spoken_by_year"}
# Counts have a row even where there is nothing to count.
COUNTS = {"count_in_view", "count_statements", "view_size"}
# `queries.streamed` sorts each piece; tests/queries/test_streamed.py holds the order.
SORTED_BY_WHOEVER_ASKS = {"statements_in_order"}
# Which columns tell the rows of a table apart: the keys of data/records/*.yml.
KEYS = {
    "actors": ["actor_id"],
    "corrections": ["date", "table", "id", "what"],
    "coverage": ["event_id", "issue_id", "actor_id", "searched_on"],
    "events": ["event_id"],
    "fields": ["table", "position"],
    "issues": ["issue_id"],
    "memberships": ["actor_id", "organisation_id", "joined"],
    "sources": ["source_id"],
    "statements": ["statement_id"],
    "tables": ["table"],
}


@pytest.fixture(scope="module")
def empty():
    return collection()


def asked(name, value_of):
    return {parameter: value_of(kind) for parameter, kind in contract(name).parameters.items()}


def header(text):
    """The lines of comment at the top of a file."""
    lines = text.splitlines()
    return lines[: next(place for place, line in enumerate(lines) if not line.startswith("--"))]


@EVERY
def test_a_file_holds_one_statement_and_it_only_reads(name):
    (only,) = duckdb.extract_statements(statement(name))
    assert only.type == duckdb.StatementType.SELECT


@EVERY
def test_a_header_opens_with_the_question_and_says_what_a_row_is(name):
    lines = header(statement(name))
    assert lines[0].endswith("?")
    assert contract(name).question == lines[0].removeprefix("-- ")
    assert lines[1].startswith("-- One row")


@EVERY
def test_a_header_names_the_parameters_of_the_statement(name):
    (only,) = duckdb.extract_statements(statement(name))
    assert set(contract(name).parameters) == only.named_parameters
    assert set(contract(name).parameters.values()) <= set(VALUES)


@EVERY
def test_a_parameter_is_cast_to_the_type_that_the_header_gives(name):
    cast = re.findall(r"\$(\w+)::(\w+(?:\[\])?)", statement(name))
    assert [(each, kind) for each, kind in cast if contract(name).parameters[each] != kind] == []


@EVERY
@pytest.mark.parametrize("value_of", [lambda _: None, VALUES.get], ids=["nulls", "values"])
def test_a_header_names_columns_and_types_in_order_and_the_question_can_be_put_to_empty_tables(name, value_of, empty):
    relation = empty.cursor().sql(statement(name), params=asked(name, value_of) or None)
    found = dict(zip(relation.columns, (str(kind).lower() for kind in relation.types), strict=True))
    assert list(contract(name).columns.items()) == list(found.items())
    table = answer(empty, name, asked(name, value_of))
    assert table.column_names == list(found)
    assert table.num_rows == (1 if name in COUNTS else 0)


@EVERY
def test_a_question_can_be_put_to_the_real_tables(name, real):
    assert answer(real, name, asked(name, VALUES.get)).column_names == list(contract(name).columns)


@EVERY
def test_a_file_is_short_and_in_lower_case(name):
    text = statement(name)
    assert len([line for line in text.splitlines() if not line.startswith("-- ")]) <= 60
    body = re.sub(r"--.*|'[^']*'", "", text)
    assert body == body.lower()


@EVERY
def test_rows_are_ordered_where_there_can_be_several(name):
    grain = header(statement(name))[1]
    if name in SORTED_BY_WHOEVER_ASKS:
        assert "row_number" in contract(name).columns
    elif grain.startswith("-- One row per"):
        assert re.search(r"^order by\b", statement(name), re.MULTILINE)
    else:
        assert re.match(r"-- One row(\.|, or none\b)", grain)


def tied_rows(table):
    """Rows of a table that differ in their key alone: two values for each column of it, or many of the only one."""
    kinds = dict(zip(schemas()[table].names, map(str, schemas()[table].types), strict=True))

    def value(column, number):
        if column == "text":
            return None
        samples = {"string": f"{column} {number}", "date32[day]": date(2020, 2, 28) + timedelta(number)}
        samples |= {"bool": True, "double": 1.0, "list<element: string>": ["organisation_id 0"]}
        return samples.get(kinds[column], number)

    fixed = {column: value(column, 0) for column in kinds}
    most = 2 if len(KEYS[table]) > 1 else 30
    choices = [[value(column, number) for number in range(most)] for column in KEYS[table]]
    return [fixed | dict(zip(KEYS[table], chosen, strict=True)) for chosen in product(*choices)]


@pytest.fixture(scope="module")
def tied():
    """Two collections of the same rows, every sort by anything but a key tied, stored in opposite orders."""
    rows = {table: tied_rows(table) for table in KEYS}
    for row in rows["memberships"]:
        row["organisation_id"] = row["organisation_id"].replace("organisation_id", "actor_id")
    for row in rows["issues"]:
        row["words_issue_id"] = "issue_id 0"
    for row in rows["events"]:
        row |= {"roll_call_of": "actor_id 0", "kind": "election"}
    for row in rows["actors"]:
        row["represents"] = "actor_id 0"
    for row in rows["sources"]:
        row["text"] = "text 0"
    # Three actors that used words on the first issue, and voted on two others.
    for number, row in enumerate(rows["statements"]):
        row |= {"actor_id": f"actor_id {number % 3}", "attribution": "press", "count_sources": 30}
        if number % 2:
            row |= {"kind": "vote", "issue_id": f"issue_id {1 + number % 4 // 2}"}
    evidence = {"attribution": "press", "locator": "p. 1", "exact": "the words"}
    rows["evidence"] = [
        evidence | {"statement_id": f"statement_id {one}", "source_id": f"source_id {two}"}
        for one, two in product(range(30), repeat=2)
    ]
    rows["fetched_texts"] = [{"source_id": f"source_id {number}"} for number in range(30)]
    pair = collection(), collection()
    fill(pair[0], rows)
    fill(pair[1], {table: each[::-1] for table, each in rows.items()})
    return pair


@EVERY
def test_the_order_of_rows_is_total(name, tied):
    named = {
        "actor_id": "actor_id 0",
        "actor_ids": ["actor_id 1", "actor_id 0"],
        "earliest": date(1900, 1, 1),
        "event_id": "event_id 0",
        "found_in": "event",
        "ids": ["event_id 1", "event_id 0"],
        "issue_id": "issue_id 0",
        "issue_ids": ["issue_id 1", "issue_id 0"],
        "latest": date(2100, 1, 1),
        "source_id": "source_id 0",
        "source_ids": ["source_id 1", "source_id 0"],
        "statement_ids": ["statement_id 1", "statement_id 0"],
        "through": ["actor_id 0", "actor_id 1"],
        "url": "url 0",
        "words": "text 0",
        "bin": "day",
        "sort": "actor",
        "first_row": 0,
        "past_row": 100,
    }
    put = {parameter: named.get(parameter) for parameter in contract(name).parameters}
    one, other = (answer(connection, name, put).to_pylist() for connection in tied)
    if name in SORTED_BY_WHOEVER_ASKS:
        one, other = ({tuple({**row, "row_number": 0}.values()) for row in rows} for rows in (one, other))
    assert one == other
    if name not in WITHOUT_ROWS:
        assert one


@EVERY
def test_a_parameter_too_many_or_too_few_is_refused(name, empty):
    complete = asked(name, lambda _: None)
    with pytest.raises(queries.UnknownParameters, match=f"{name}.sql takes"):
        answer(empty, name, complete | {"injected": "1; drop table statements"})
    for parameter in complete:
        with pytest.raises(queries.UnknownParameters):
            answer(empty, name, {key: complete[key] for key in complete if key != parameter})


def test_every_file_of_the_folder_is_a_question_and_named_as_one():
    assert questions() == sorted(file.stem for file in FOLDER.iterdir() if file.suffix == ".sql")
    assert [name for name in questions() if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


@EVERY_VIEW
def test_a_shared_step_is_one_create_statement_under_its_question(file):
    text = file.read_text(encoding="utf-8")
    (only,) = duckdb.extract_statements(text)
    assert only.type == duckdb.StatementType.CREATE
    assert "?" in header(text)[0]
    assert len([line for line in text.splitlines() if not line.startswith("-- ")]) <= 60
    created = re.findall(r"^create or replace (?:view|macro) (\w+)", text, re.MULTILINE)
    assert created == [file.stem.partition("_")[2]]


@EVERY_VIEW
def test_each_shared_step_is_used(file):
    others = [path for path in FOLDER.rglob("*.sql") if path != file]
    assert [path for path in others if re.search(rf"\b{file.stem.partition('_')[2]}\b", path.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("given", "strongest"),
    [
        (["listed", "press", "direct"], "direct"),
        (["listed", None, "press"], "press"),
        (["listed"], "listed"),
        ([None], None),
        ([], None),
    ],
)
def test_the_strongest_attribution_of_a_group(empty, given, strongest):
    asked = "select strongest_attribution(attribution) from (select unnest($given::varchar[]) as attribution)"
    assert empty.execute(asked, {"given": given}).fetchall() == [(strongest,)]
