"""Texts of one origin: copies are found, others are not, and nothing depends on order or luck."""

import shutil
from datetime import date
from random import Random

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.origins import origins
from methods.independence import Source, weigh
from tests.data.articles import WORDS
from tests.data.conftest import run_build

# Each example asks the database, which takes some time.
few = settings(deadline=None, max_examples=25)
seeds = st.integers(0, 2**32)
DAY = date(2020, 4, 15)


def report(random, count=120):
    """An article's words, in which no run of five words comes back."""
    return [f"{random.choice(WORDS[1])}{random.randrange(10_000)}" for _ in range(count)]


def edited(random, words, share):
    """The same words with a share of them replaced, a dateline before and a byline behind."""
    copy = list(words)
    for place in random.sample(range(len(copy)), int(share * len(copy))):
        copy[place] = f"other{random.randrange(10_000)}"
    return ["BAKU", "15", "April", "–", *copy, "By", "A.", "Writer"]


def text_of(words):
    return " ".join(words)


def same(one, other):
    return origins({"a": one, "b": other}, {}) == {"a": "a", "b": "a"}


@few
@given(seeds)
def test_a_copy_with_a_dateline_a_byline_and_five_in_a_hundred_words_edited_is_found(seed):
    random = Random(seed)
    words = report(random, random.randint(100, 400))
    assert same(text_of(words), text_of(edited(random, words, 0.05)))


@few
@given(seeds)
def test_texts_that_share_no_wording_keep_their_origins(seed):
    random = Random(seed)
    texts = {str(number): text_of(report(random, random.randint(1, 300))) for number in range(6)}
    assert origins(texts, {}) == {source: source for source in texts}


@few
@given(seeds)
def test_neither_order_nor_names_of_other_sources_matter(seed):
    random = Random(seed)
    texts = mixed(random)
    published = {source: random.choice([None, DAY, date(2020, 4, 16)]) for source in texts}
    shuffled = dict(random.sample([*texts.items()], len(texts)))
    assert origins(shuffled, published) == origins(texts, published)


@few
@given(seeds)
def test_a_copy_of_a_held_text_never_raises_the_origins_of_any_statement(seed):
    random = Random(seed)
    texts = mixed(random)
    published = {source: random.choice([None, DAY, date(2020, 4, random.randint(1, 30))]) for source in texts}
    original = random.choice([*texts])
    copy = edited(random, texts[original].split(), random.choice([0, 0.05]))
    known = published | {"copy": random.choice([None, date(2020, 1, 1), date(2021, 1, 1)])}
    before, after = origins(texts, published), origins(texts | {"copy": text_of(copy)}, known)
    for _ in range(8):
        statement = random.sample([*texts], random.randint(1, len(texts)))
        counted = weigh([Source(source, "press", before[source]) for source in statement]).count_origins
        assert weigh([Source(source, "press", after[source]) for source in statement]).count_origins <= counted
        if original in statement and after["copy"] == after[original]:
            more = [Source(source, "press", after[source]) for source in [*statement, "copy"]]
            assert weigh(more).count_origins <= counted


def mixed(random):
    """Some reports, some of them copies of each other, edited or cut."""
    texts = [report(random) for _ in range(3)]
    for _ in range(4):
        words = random.choice(texts)
        texts.append(edited(random, words, 0.05) if random.random() < 0.5 else words[: random.randint(40, len(words))])
    return {f"source {number}": text_of(words) for number, words in enumerate(texts)}


def test_the_earliest_is_the_origin_then_the_first_by_id_and_what_has_no_date_is_last():
    texts = dict.fromkeys("abcd", text_of(report(Random(1))))
    assert set(origins(texts, {"a": None, "b": date(2020, 4, 16), "c": DAY, "d": DAY}).values()) == {"c"}
    assert set(origins(texts, {}).values()) == {"a"}


def test_a_report_cut_short_is_of_the_origin_of_the_long_one():
    words = report(Random(2), 300)
    assert same(text_of(words), text_of(words[:110]))


def test_two_reports_with_the_same_short_quotation_are_two():
    random = Random(3)
    quotation = report(random, 40)
    one, other = (report(random, 150) for _ in range(2))
    assert not same(text_of(one[:60] + quotation + one[60:]), text_of(other[:20] + quotation + other[20:]))


def test_a_statement_that_makes_up_less_than_a_third_of_a_report_does_not_make_it_a_copy():
    random = Random(4)
    statement = report(random, 100)
    assert not same(text_of(statement), text_of(report(random, 120) + statement + report(random, 100)))


def test_a_round_up_that_holds_two_reports_whole_makes_one_origin_of_all_three():
    """The cautious side: too few origins, never too many."""
    random = Random(7)
    one, other = report(random, 90), report(random, 110)
    assert not same(text_of(one), text_of(other))
    assert set(origins({"a": text_of(one), "b": text_of(other), "c": text_of(one + other)}, {}).values()) == {"a"}


def test_boilerplate_at_the_end_makes_no_copies():
    random = Random(5)
    background = report(random, 90)
    assert not same(text_of(report(random, 110) + background), text_of(report(random, 110) + background))


def test_half_of_all_runs_in_common_are_needed_and_enough():
    words = [f"w{number}" for number in range(300)]
    # 100 runs of five words in either text; 67 in both are half of 133, 66 are less than half of 134.
    assert same(text_of(words[:104]), text_of(words[33:137]))
    assert not same(text_of(words[:104]), text_of(words[34:138]))


def test_four_fifths_of_a_shorter_text_are_needed_and_enough():
    words, others = ([f"{letter}{number}" for number in range(300)] for letter in "wx")
    # 50 runs in the shorter text, and 125 in the longer one, so that less than half of all are in both.
    for shared, expected in ((44, True), (43, False)):
        assert same(text_of(words[:129]), text_of(words[:shared] + others[: 54 - shared])) == expected


def test_a_text_of_fewer_than_fifty_runs_of_words_is_never_another_one_cut_short():
    words = [f"w{number}" for number in range(160)]
    assert same(text_of(words[:150]), text_of(words[:54]))
    assert not same(text_of(words[:140]), text_of(words[:53]))


@pytest.mark.parametrize("text", ["No.", "They said no.", "🌍", "", " \n", "नमस्ते दुनिया", "说不", "a " * 5000])
def test_odd_texts_are_like_themselves_and_break_nothing(text):
    held = {"a": text, "b": text, "c": "Something else was said here, at some length, by others."}
    same_words = any(map(str.isalnum, text))
    assert origins(held, {}) == {"a": "a", "b": "a" if same_words else "b", "c": "c"}


def test_case_accents_signs_and_spaces_make_no_difference():
    one = "Erdoğan said in Ankara that the “so-called vote” was void, and İlham Əliyev agreed with him."
    other = "ERDOĞAN  said in Ankara that the 'so-called vote' was void - and Ilham əliyev agreed with him"
    assert same(one, other)
    assert same("Café", "Cafe\u0301")


def test_no_texts_have_no_origins():
    assert origins({}, {}) == {}


def test_the_build_gives_each_text_its_origin(home):
    shutil.copy(home / "texts" / "gazette-2001.txt", home / "texts" / "herald-2001.txt")
    assert run_build(home) == 0
    rows = pa.parquet.read_table(home / "parquet" / "sources.parquet").to_pylist()
    # The day of the Herald's page is not known, so the Gazette was first as far as anybody can tell.
    assert {row["source_id"]: row["origin_id"] for row in rows} == {
        "gazette-2001": "gazette-2001",
        "herald-2001": "gazette-2001",
    }


def test_many_texts_are_compared_in_batches(monkeypatch):
    monkeypatch.setattr("data.origins.BATCH", 2_000)
    random = Random(6)
    words = report(random)
    texts = {f"{number:02}": text_of(report(random)) for number in range(20)}
    found = origins(texts | {"00": text_of(words), "99": text_of(words)}, {})
    assert found["99"] == "00"
    assert len(set(found.values())) == 20
