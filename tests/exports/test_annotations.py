"""Quoted passages as annotations: they keep to the model, find their passage, and name it the same for good."""

import hashlib
import json
from base64 import urlsafe_b64decode
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from exports import CannotHold, RowsDiffer, annotations
from tests.exports.annotation_rules import check_collection
from tests.exports.tables import about, patient, texts

ARTICLE = "azernews-2020-04-15-geo"
TYPES = [pa.string()] * 9 + [pa.int32()] * 2 + [pa.string()]
SCHEMA = pa.schema([*zip(queries.contract("annotations_of_source").columns, TYPES, strict=True)])


def table(rows):
    return pa.Table.from_pylist(rows, SCHEMA)


def written(rows, **changed):
    made = table(rows)
    return json.loads(annotations.write(made, about(made, **changed)))


def row(text, start, end, **changed):
    """A row as the question gives it for a passage of a text."""
    return {
        "statement_id": "2020-04-15-geo-nk-votes-valid",
        "actor_name": "Georgia",
        "issue_title": "Votes",
        "stance_label": "Not recognised",
        "summary": "It refused.",
        "url": "https://example.org/page",
        "exact": text[start:end],
        "prefix": text[max(start - 32, 0) : start],
        "suffix": text[end : end + 32],
        "start": start,
        "end": end,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
    } | changed


passages = st.tuples(texts(), texts().filter(bool), texts()).map(
    lambda parts: row("".join(parts), len(parts[0]), len(parts[0]) + len(parts[1]))
)


@patient
@given(st.lists(passages, max_size=4), texts(), texts())
def test_whatever_is_quoted_the_model_is_kept(rows, summary, title):
    rows = [one | {"summary": summary, "statement_id": f"statement {number}"} for number, one in enumerate(rows)]
    said = written(rows, title=title)
    check_collection(said)
    assert said["label"] == title
    for one, annotation in zip(rows, said.get("first", {"items": []})["items"], strict=True):
        assert annotation["body"][0]["value"] == summary
        assert annotation["target"]["selector"][0]["exact"] == one["exact"]


def held():
    source = queries.run("source_by_id", source_id=ARTICLE).to_pylist()[0]
    return source["text"], source["text_sha256"]


def of_the_article():
    made = queries.run("annotations_of_source", source_id=ARTICLE)
    return json.loads(annotations.write(made, about(made)))


def test_every_selector_of_the_article_finds_its_passage_in_the_text_and_no_other():
    text, digest = held()
    said = of_the_article()
    check_collection(said)
    assert said["total"] == len(queries.run("passages_of_source", source_id=ARTICLE))
    for annotation in said["first"]["items"]:
        quote, position = annotation["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(around) == 1
        assert text.index(around) + len(quote["prefix"]) == position["start"]
        assert cached_digest(annotation).hex() == digest == hashlib.sha256(text.encode()).hexdigest()


def cached_digest(annotation):
    """RFC 6920: ni, no authority, the algorithm, and the digest in base64url without padding."""
    scheme, _, rest = annotation["target"]["state"]["cached"].partition(":///")
    algorithm, _, digest = rest.partition("?")[0].partition(";")
    assert (scheme, algorithm) == ("ni", "sha-256")
    return urlsafe_b64decode(f"{digest}=")


def test_an_annotation_says_what_is_claimed_of_which_page():
    claimed = next(
        annotation
        for annotation in of_the_article()["first"]["items"]
        if annotation["body"][1]["value"] == "2020-04-15-geo-nk-self-determination"
    )
    assert [body["purpose"] for body in claimed["body"]] == ["describing", "identifying", *["tagging"] * 3]
    assert [body["value"] for body in claimed["body"][2:]] == [
        "Georgia",
        "Self-determination of Nagorno-Karabakh",
        "Did not recognise independence",
    ]
    assert claimed["target"]["source"] == "https://www.azernews.az/karabakh/164123.html"
    assert claimed["target"]["selector"][0]["suffix"].startswith(", and therefore, does not")


def test_a_longer_prefix_of_the_records_is_kept_whole():
    connection = queries.connect()
    text, _ = held()
    connection.execute("update evidence set prefix = $1 where start = 36", [text[:36]])
    rows = queries.answer(connection, "annotations_of_source", {"source_id": ARTICLE}).to_pylist()
    assert {row["prefix"] for row in rows if row["start"] == 36} == {text[:36]}
    assert {len(row["prefix"]) for row in rows if row["start"] > 36} == {32}


def test_characters_are_counted_as_code_points():
    text = "🌍 e\u0301 👨‍👩‍👧 said «no» to us all."
    start = text.index("said")
    quote, position = written([row(text, start, start + 4)])["first"]["items"][0]["target"]["selector"]
    assert (position["start"], position["end"]) == (start, start + 4)
    assert quote["prefix"] == text[:start]


def test_ids_stay_and_differ():
    one = row("He said no to us.", 8, 10)
    others = [one | {"statement_id": "another"}, one | {"exact": "said"}, one | {"url": "https://example.org/other"}]
    identity = id_of(one)
    assert identity == id_of(one) == id_of(one | {"summary": "Put otherwise.", "start": 9, "end": 11})
    assert len({identity, *map(id_of, others)}) == 4
    assert identity == "urn:uuid:d2809153-8bec-55b8-8dda-4872f6caf8a0"


def id_of(one):
    return written([one])["first"]["items"][0]["id"]


def test_without_a_text_there_is_neither_position_nor_copy():
    bare = row("He said no.", 8, 10) | dict.fromkeys(["start", "end", "text_sha256", "prefix", "suffix"])
    said = written([bare])
    check_collection(said)
    target = said["first"]["items"][0]["target"]
    assert target["selector"] == [{"type": "TextQuoteSelector", "exact": "no"}]
    assert "state" not in target


def test_a_source_without_passages_gives_an_empty_collection():
    said = written([], subject="https://example.org/page")
    check_collection(said)
    assert said["total"] == 0


def test_the_same_rows_give_the_same_bytes():
    made = table([row("He said no to us.", 8, 10)])
    assert annotations.write(made, about(made)) == annotations.write(made, about(made))


def test_a_file_that_would_say_another_number_of_rows_is_refused():
    made = table([row("He said no.", 8, 10)])
    with pytest.raises(RowsDiffer, match="2 rows and hold 1"):
        annotations.write(made, replace(about(made), rows=2))


def test_rows_of_two_sources_are_refused():
    with pytest.raises(CannotHold, match="about one source"):
        written([row("He said no.", 8, 10), row("He said no.", 8, 10, url="https://example.org/other")])
