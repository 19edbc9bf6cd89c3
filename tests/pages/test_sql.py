"""The page on which readers write questions of their own."""

import pytest

import exports
from queries import console
from queries.console.literals import filled
from tests.pages.test_every_page import page, texts, written
from ui.parameters import MOST_SQL
from ui.sql import answering, examples

PARTED = "select stance,\n\tcount(*) as statements\nfrom statements group by all order by stance"


def answered(app):
    (answer,) = [text for text in texts(app) if "class='answer'" in text]
    return answer.split("</p>")[0].removeprefix("<p class='answer'>")


def ask(app, sql):
    app.text_area(key="sql-draft").set_value(sql)
    return app.button[[each.label for each in app.button].index("Ask")].click().run()


@pytest.fixture
def opened():
    return page("sql", {})


def test_nothing_is_asked_until_somebody_does(opened):
    assert answered(opened).startswith("Ask what no page answers")
    assert "from statements" in opened.text_area(key="sql-draft").value
    assert not opened.dataframe[1:]


def test_a_question_has_rows_and_an_address(opened):
    ask(opened, PARTED)
    assert answered(opened).startswith("3 rows of 2 columns")
    assert [*opened.dataframe[0].value["stance"]] == ["neutral", "oppose", "support"]
    assert written(opened, "sql") == [PARTED]
    assert not opened.exception


def test_an_address_asks_its_question_in_the_lines_that_it_has():
    app = page("sql", {"sql": PARTED})
    assert app.text_area(key="sql-draft").value == PARTED
    assert answered(app).startswith("3 rows of 2 columns")


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("drop table statements", "DROP is not answered here"),
        ("select * from read\\_text", None),
        ("select 1; select 2", "The text holds 2 statements"),
        ("select [x](https://evil.test) :red[y] $z$", None),
    ],
)
def test_what_is_not_answered_is_told_as_text(sql, told):
    app = page("sql", {"sql": sql})
    (error,) = app.warning
    assert error.value.startswith("**There is no answer.**")
    assert told is None or told in error.value.replace("\\", "")
    assert "](https" not in error.value
    assert not app.exception
    again = app.run()
    assert [each.value for each in again.warning] == [error.value]


def test_an_answer_that_is_cut_is_offered_as_no_file():
    app = page("sql", {"sql": f"select * from range({console.LIMITS.rows + 1})"})
    assert answered(app).startswith(f"The first {console.LIMITS.rows:,} rows of 1 column")
    assert any("A file would not be complete" in text for text in texts(app))
    assert not app.get("download_button")


def test_no_row_is_an_answer_too():
    app = page("sql", {"sql": "select * from statements where false"})
    assert answered(app).startswith("No rows of 15 columns")
    assert "No row fits" in app.info[0].value


def test_a_question_that_is_too_long_for_a_link_is_answered_and_in_no_address(opened):
    ask(opened, f"select 7 as seven /* {'x' * MOST_SQL} */")
    assert answered(opened).startswith("1 row of 1 column")
    assert "sql" not in opened.query_params


def test_what_is_kept_of_an_answer_weighs_its_question_and_its_names_too(opened):
    before = answering._answers.weight
    ask(opened, f"select 7 as {'seven' * 1_000} /* {chr(0x1F600) * 10_000} */")
    assert answered(opened).startswith("1 row of 1 column")
    assert answering._answers.weight - before > 5 * 1_000 + 4 * 10_000


def test_an_example_is_filled_in_with_what_the_reader_looks_at():
    app = page("sql", {"from": "2020-03-01", "to": "2020-04-30", "issue": "nk-votes-valid"})
    app.selectbox(key="sql-example").set_value("positions_as_of").run()
    text = app.text_area(key="sql-draft").value
    assert "'2020-03-01'" in text
    assert "'nk-votes-valid'" in text
    assert answered(ask(app, text)).startswith("218 rows")


def test_every_example_is_answered(opened):
    for name in examples.names():
        opened.selectbox(key="sql-example").set_value(name).run()
        ask(opened, opened.text_area(key="sql-draft").value)
        assert not opened.warning, name
        assert not opened.exception


@pytest.mark.parametrize("table", [name for name, each in exports.TABLES.items() if each.question])
def test_every_table_of_a_page_opens_as_the_question_behind_it(table):
    app = page("sql", {"rows_of": table, "issue": "nk-votes-valid", "event": "nk-2020-election"})
    text = app.text_area(key="sql-draft").value
    assert text.startswith("-- ")
    assert not ask(app, text).warning
    narrowed = exports.TABLES[table].takes
    assert ("'nk-votes-valid'" in text) is ("issue" in narrowed)


def test_a_table_can_be_put_into_the_box(opened):
    opened.selectbox(key="sql-table").set_value("issues").run()
    label = "Ask for the rows of issues"
    opened.button[[each.label for each in opened.button].index(label)].click().run()
    assert opened.text_area(key="sql-draft").value.startswith("select\n    issue_id,")
    assert not ask(opened, opened.text_area(key="sql-draft").value).warning


def test_a_table_tells_its_columns_whole_with_their_values(opened):
    opened.selectbox(key="sql-table").set_value("statements").run()
    (told,) = [text for text in texts(opened) if "class='fields'" in text]
    assert "Whether the actor supports the proposition of the issue, opposes it or takes no side." in told
    assert "one of: support, oppose, neutral" in told


def test_what_a_chart_says_is_text():
    app = page("sql", {"sql": "select * from (values ('[x](https://evil.test)', 1), ('$a$ :red[b]', 2)) as t (a, n)"})
    (said,) = app.caption
    assert "](https" not in said.value
    assert ":red[" not in said.value


def test_a_question_in_an_address_that_cannot_be_one_is_told():
    app = page("sql", {"sql": "select '\x00\x1b'"})
    assert any("class='warning'" in text for text in texts(app))
    assert answered(app).startswith("Ask what no page answers")


def test_what_is_filled_in_is_what_the_house_asks():
    assert filled("issues", {}).splitlines()[0] == f"-- {examples.title('issues')}"
