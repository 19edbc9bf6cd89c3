"""A server that is badly named, or cannot be asked, is told in one sentence, and no token is shown."""

import pytest

from queries import spark
from queries.spark import address
from queries.spark.address import VARIABLE, BadEngine, engine
from queries.spark.translation import reads_texts


@pytest.fixture
def environment(monkeypatch):
    def set_to(value):
        monkeypatch.setenv(VARIABLE, value)
        spark.named.cache_clear()

    yield set_to
    monkeypatch.undo()
    spark.named.cache_clear()


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(address, "find_spec", lambda _: True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sc://localhost:50051", "sc://localhost:50051"),
        ("sc://spark.example.org", "sc://spark.example.org:15002"),
        ("sc://10.0.0.1:443/;use_ssl=true;token=secret", "sc://10.0.0.1:443"),
        ("sc://[::1]:50051", "sc://::1:50051"),
    ],
)
def test_an_address_is_shown_without_what_is_meant_for_the_server(text, shown, installed):
    assert str(engine(text)) == repr(engine(text)) == shown
    assert engine(text).url == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "localhost:50051",
            "http://localhost:50051",
            "sc://",
            "sc://:50051",
            "sc://a b",
            "sc://host:0",
            "sc://host:65536",
        ),
        *("sc://host:1/x", "sc://host:1 /;token=secret", "sc://user:secret@host:1", "sc://host:1\n", "local[*]"),
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence_that_shows_nothing_of_it(text, installed):
    with pytest.raises(BadEngine, match="is not the address of a Spark Connect server; give one such as") as refused:
        engine(text)
    assert "secret" not in str(refused.value)


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr(address, "find_spec", lambda package: None if package == "pyspark" else True)
    with pytest.raises(BadEngine, match=r"pyspark is not installed; run pip install -r requirements-spark\.txt"):
        engine("sc://localhost:50051")


def test_without_a_name_duckdb_answers_everything(environment):
    environment("")
    assert spark.greeted() == "DuckDB answers"
    assert not spark.answers("events", is_laid_over=False)


def test_a_question_on_texts_stays_where_they_were_laid_over(environment, installed):
    environment("sc://localhost:50051")
    assert spark.answers("evidence_of_statements", is_laid_over=False)
    assert not spark.answers("evidence_of_statements", is_laid_over=True)
    assert spark.answers("view_size", is_laid_over=True)
    assert not spark.answers("fetched_sources", is_laid_over=False)


def test_what_depends_on_texts_is_read_from_the_statement():
    assert reads_texts("evidence_of_statements")
    assert reads_texts("fetched_sources")
    assert not reads_texts("positions_as_of")
