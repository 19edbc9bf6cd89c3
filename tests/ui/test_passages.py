"""The pieces of a text are the text, and its marks cover what is quoted and what was found, to the code point."""

from hypothesis import example, given
from hypothesis import strategies as st

from ui import paragraphs
from ui.passages import Piece, passages, pieces, written

CHARACTERS = [
    "a",
    "b",
    " ",
    "\n",
    "\r\n",
    "\f",
    "<script>",
    "&",
    "e\u0301",
    "\u0301",
    "😀",
    "👩\u200d👧",
    "ש",
    "\u202e",
]


@st.composite
def marked_texts(draw):
    text = draw(st.lists(st.sampled_from(CHARACTERS), max_size=40).map("".join))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda span: (min(span), max(span))).filter(lambda span: span[0] < span[1])
    quoted = sorted(draw(st.lists(spans, max_size=5, unique=True))) if text else []
    edges = sorted(draw(st.lists(places, max_size=8, unique=True)))
    return text, quoted, list(zip(edges[::2], edges[1::2], strict=False))


def flat(found):
    return [piece for paragraph in found for piece in paragraph]


def placed(found):
    """Every piece with where it begins and ends."""
    end = 0
    for piece in flat(found):
        start, end = end, end + len(piece.text)
        yield start, end, piece


@given(marked_texts())
@example(("a\n\nb", [(1, 3)], [(0, 4)]))
def test_pieces_are_the_text_by_its_paragraphs(drawn):
    text, quoted, hits = drawn
    found = pieces(text, quoted, hits)
    assert "".join(piece.text for piece in flat(found)) == text
    ends = [sum(len(piece.text) for piece in flat(found[: at + 1])) for at in range(len(found))]
    assert ends == paragraphs.ends(text)
    assert all(piece.text for piece in flat(found))


@given(marked_texts())
def test_every_code_point_has_the_marks_that_cover_it(drawn):
    text, quoted, hits = drawn
    for start, end, piece in placed(pieces(text, quoted, hits)):
        for place in range(start, end):
            assert piece.passages == tuple(at for at, span in enumerate(quoted, 1) if span[0] <= place < span[1])
            assert piece.hit == next((at for at, span in enumerate(hits, 1) if span[0] <= place < span[1]), 0)


@given(marked_texts())
def test_each_passage_ends_once_where_it_ends(drawn):
    text, quoted, hits = drawn
    ended = [(number, end) for _, end, piece in placed(pieces(text, quoted, hits)) for number in piece.ends]
    assert sorted(ended) == [(number, end) for number, (_, end) in enumerate(quoted, 1)]


def test_passages_that_overlap_keep_their_own_ends():
    (found,) = pieces("abcdef", [(0, 3), (1, 5)], [(2, 4)])
    assert found == [
        Piece("a", (1,)),
        Piece("b", (1, 2)),
        Piece("c", (1, 2), (1,), 1),
        Piece("d", (2,), (), 1),
        Piece("e", (2,), (2,)),
        Piece("f"),
    ]


def test_a_piece_without_marks_is_its_text_and_another_says_what_there_is_to_say():
    assert written(Piece("<b>")) == "<b>"
    assert written(Piece("a", hit=3)) == {"text": "a", "hit": 3}
    assert written(Piece("a", (1,), (1,))) == {"text": "a", "passages": (1,), "ends": (1,)}


def test_statements_of_one_stretch_are_one_passage_and_rows_without_a_place_none():
    places = {"one": (0, 2), "two": (0, 2), "three": (None, None), "four": (1, 2)}
    rows = [{"statement_id": each, "start": start, "end": end} for each, (start, end) in places.items()]
    found = [(passage.start, [row["statement_id"] for row in passage.statements]) for passage in passages(rows)]
    assert found == [(0, ["one", "two"]), (1, ["four"])]
