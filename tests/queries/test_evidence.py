"""Passages stand where their words are, counted in code points, whatever the script."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.filled import fill
from tests.queries.made import said, tables

# A combining accent, an astral sign, a family joined of three, a flag of two, letters from right to left.
PIECES = ["a", "é", "e\u0301", "\u0301", "😀", "👩\u200d👩\u200d👧", "🇬🇪", "ქ", "Հ", "ש", "\u202e", "\n", " "]
pieces = st.lists(st.sampled_from(PIECES), max_size=250).map("".join)
exact_pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)


def with_passages(text, *passages):
    """A collection of one statement that rests on these passages (start, end) of one text."""
    made = tables([said("FRA", "2020-04-15")])
    made["sources"] = [made["sources"][0] | {"text": text}]
    made["evidence"] = [
        made["evidence"][0] | {"exact": text[start:end], "start": start, "end": end} for start, end in passages
    ]
    return made


def evidence_in(connection, *statements):
    return answer(connection, "evidence_of_statements", {"statement_ids": list(statements)}).to_pylist()


@given(pieces, exact_pieces, pieces)
@example("e\u0301😀" * 54, "🇬🇪", "👩\u200dq" * 54)
@example("e\u0301" * 80, "😀", "\u0301😀" * 80)
@settings(max_examples=80, deadline=None)
def test_what_stands_around_a_passage_is_cut_by_code_points(scratch, before, exact, after):
    text = before + exact + after
    start, end = len(before), len(before + exact)
    fill(scratch, with_passages(text, (start, end)))
    (row,) = evidence_in(scratch, "s00")
    assert row["text_before"] == text[max(0, start - 160) : start]
    assert row["exact"] == text[start:end]
    assert row["text_after"] == text[end : end + 160]


def test_passages_at_both_ends_of_a_text_have_nothing_ahead_or_behind(scratch):
    fill(scratch, with_passages("😀b", (0, 1), (1, 2)))
    first, last = evidence_in(scratch, "s00")
    assert (first["text_before"], first["text_after"]) == ("", "b")
    assert (last["text_before"], last["text_after"]) == ("😀", "")


def test_without_a_text_or_a_passage_nothing_is_shown_around_it(scratch):
    made = with_passages("all of the text", (0, 3))
    made["evidence"] = [made["evidence"][0] | {"exact": None, "start": None, "end": None}]
    made["evidence"].append(made["evidence"][0] | {"source_id": "source-b"})
    made["sources"].append({"source_id": "source-b", "title": "a page of which no text is held"})
    fill(scratch, made)
    rows = evidence_in(scratch, "s00")
    assert [(row["text_before"], row["exact"], row["text_after"]) for row in rows] == [(None, None, None)] * 2


def test_direct_evidence_comes_first_and_passages_in_the_order_of_the_text(scratch):
    made = with_passages("one two three", (8, 13), (0, 3), (4, 7))
    made["evidence"][1]["attribution"] = "listed"
    made["evidence"][2]["attribution"] = "press"
    fill(scratch, made)
    assert [row["exact"] for row in evidence_in(scratch, "s00")] == ["three", "two", "one"]
    rows = answer(scratch, "passages_of_source", {"source_id": "source-a"}).to_pylist()
    assert [(row["start"], row["attribution"]) for row in rows] == [(0, "listed"), (4, "press"), (8, "direct")]


def test_every_passage_of_the_real_texts_stands_between_what_is_shown_around_it(real):
    texts = {row["source_id"]: row["text"] for row in real.table("sources").to_arrow_table().to_pylist()}
    ids = [row["statement_id"] for row in real.table("statements").to_arrow_table().to_pylist()]
    rows = evidence_in(real, *ids)
    quoted = [row for row in rows if row["exact"] is not None]
    assert len(rows) == len(real.table("evidence"))
    assert len(quoted) >= 40
    for row in quoted:
        assert row["text_before"] + row["exact"] + row["text_after"] in texts[row["source_id"]]
