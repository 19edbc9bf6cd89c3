"""Whatever happens to a text, no quote is called verified that was touched, and none is lost that was not."""

from collections import Counter
from random import Random

import pytest

from data.reanchor.passages import Passage
from data.reanchor.verdicts import AMBIGUOUS, BROKEN, RE_ANCHORED, VERIFIED, find
from data.reanchor.words import words
from tests.data.articles import article, quoted, quoted_once
from tests.data.mutations import COPIES, EDITS, MOVES, Mutant

STANDS = (VERIFIED, RE_ANCHORED)
BY_ONE = [(kind,) for kind in EDITS + MOVES + COPIES]
# The copy elsewhere is whole when the passage itself is edited: the trap that this is for.
COPY_AND_EDIT = [(copy, edit) for copy in COPIES for edit in (Mutant.edit_inside, Mutant.rewrite_passage)]
MOVE_AND_EDIT = [(move, Mutant.edit_inside) for move in MOVES]


def found(old, new, start, end):
    return find(Passage(words(old), words(new), start, end))


def mutated(random, text, passage, steps):
    mutant = Mutant(random, text, *passage)
    for step in steps:
        step(mutant)
    return mutant


def judged(mutant):
    """Compare the verdict with what the letters know: right, or in which way it is not."""
    finding = found(mutant.old, mutant.text, mutant.start, mutant.end)
    place = mutant.place()
    if finding.verdict in STANDS:
        is_right = place == finding.start and not mutant.is_glued()
        assert mutant.text[finding.start : finding.end] == mutant.old[mutant.start : mutant.end]
        assert (finding.verdict == VERIFIED) == (finding.start == mutant.start)
        return "found" if is_right else "false"
    return finding.verdict if place is not None and not mutant.is_glued() else "touched"


def test_of_a_thousand_mutated_texts_no_touched_quote_is_verified_and_every_other_is_found_where_it_went():
    counts: Counter[str] = Counter()
    for seed in range(1_000):
        random = Random(seed)
        steps = random.choice([*BY_ONE, *BY_ONE, *COPY_AND_EDIT, *MOVE_AND_EDIT])
        # Of two paragraphs with the same words nobody can tell which one was moved.
        text = article(random, twins=0 if {*steps} & {*MOVES} else 0.3)
        counts[judged(mutated(random, text, quoted_once(random, text), steps))] += 1
    assert set(counts) == {"found", "touched"}
    assert min(counts.values()) >= 250


def test_of_a_thousand_texts_mutated_again_and_again_no_touched_quote_is_verified():
    counts: Counter[str] = Counter()
    for seed in range(1_000):
        random = Random(f"chain {seed}")
        text = article(random, twins=0)
        steps = random.choices(EDITS + MOVES, k=random.randint(2, 6))
        counts[judged(mutated(random, text, quoted_once(random, text), steps))] += 1
    assert counts["false"] == 0
    # Where too much happened round a passage, it is left to a person to decide.
    assert counts[AMBIGUOUS] + counts[BROKEN] <= 0.02 * counts["found"]


def test_short_and_repeated_quotes_are_left_to_a_person_rather_than_guessed():
    counts: Counter[str] = Counter()
    for seed in range(1_000):
        random = Random(f"short {seed}")
        text = article(random)
        start, end = quoted(random, text)
        steps = random.choice(BY_ONE if text.count(text[start:end]) == 1 else [(edit,) for edit in EDITS])
        counts[judged(mutated(random, text, (start, end), steps))] += 1
    assert counts["false"] == 0
    assert counts[AMBIGUOUS] + counts[BROKEN] <= 0.02 * counts["found"]
    assert counts["found"] >= 500


BEFORE = (
    "Ruritania’s cabinet met on Monday. Its spokesman took the floor at noon and read out a statement to the press. "
)
QUOTE = "We have never recognised the vote that was held beyond the river, and we never shall"
AFTER = ". Nobody asked him a question. The minister left for Strelsau in the evening, and the markets were calm."
ELSEWHERE = " An agency had reported the day before that Ruritania would keep silent on the matter altogether."
OLD = BEFORE + QUOTE + AFTER + ELSEWHERE
PLACE = len(BEFORE), len(BEFORE) + len(QUOTE)


@pytest.mark.parametrize(
    ("new", "verdict", "place"),
    [
        (OLD, VERIFIED, PLACE[0]),
        (OLD + " Later more.", VERIFIED, PLACE[0]),
        ("Updated. " + OLD, RE_ANCHORED, PLACE[0] + 9),
        (BEFORE.replace("noon", "one") + QUOTE + AFTER.upper(), RE_ANCHORED, PLACE[0] - 1),
        (BEFORE + AFTER.removeprefix(". ") + ELSEWHERE + " " + QUOTE, RE_ANCHORED, len(OLD) - len(QUOTE) - 1),
        (OLD.replace("never shall", "shall not"), BROKEN, None),
        (OLD.replace("recognised", "Recognised"), BROKEN, None),
        (OLD.replace("the vote", "the  vote"), BROKEN, None),
        (OLD.replace("river, and", "river – and"), BROKEN, None),
        (OLD.replace(QUOTE, ""), BROKEN, None),
        # The end of the last word was not quoted, and now it is another word.
        (OLD.replace("never shall.", "never shallow."), BROKEN, None),
        # The quoted copy was edited, and another one stands.
        (OLD.replace("never shall", "shall not") + " " + QUOTE, BROKEN, None),
        (QUOTE + ". " + OLD.replace("never shall", "shall not"), BROKEN, None),
        # Something else stands where it stood; it may have moved, or been rewritten and quoted again.
        (OLD.replace(QUOTE, "This is a matter for other people to decide, he said") + " " + QUOTE, AMBIGUOUS, None),
        # Which of two in one place is the old one cannot be told.
        (OLD.replace(QUOTE, f"{QUOTE}. {QUOTE}"), AMBIGUOUS, None),
        (OLD.replace(QUOTE, f"{QUOTE.replace('shall', 'will')}. {QUOTE}"), AMBIGUOUS, None),
        (OLD.replace(QUOTE, "") + f" {QUOTE}. In short: {QUOTE}.", AMBIGUOUS, None),
        ("", BROKEN, None),
    ],
)
def test_quotes_by_hand(new, verdict, place):
    finding = found(OLD, new, *PLACE)
    assert finding.verdict == verdict, finding
    if place is not None:
        assert (finding.start, finding.end) == (place, place + len(QUOTE))


def test_of_a_sentence_that_stood_twice_the_other_one_is_not_taken_for_it():
    old = f"{BEFORE}{QUOTE}. And again: {QUOTE}. After that they left."
    new = f"{BEFORE}In short: {QUOTE}. Later they left."
    assert found(old, new, *PLACE).verdict == AMBIGUOUS
    assert found(old, old.replace("After", "Soon after"), *PLACE).verdict == VERIFIED


@pytest.mark.parametrize(
    "gone",
    [
        " It was cold, and the talks beyond the river were broken off that night",
        "We have no comment, said the spokesman of the other side. ",
    ],
)
def test_a_sentence_beside_it_that_begins_or_ends_as_it_does_can_go(gone):
    quote = f"{QUOTE}, for it was broken off that night"
    before, after = ("", f"{gone}.") if gone.startswith(" ") else (gone, "")
    old = f"{BEFORE}{before}{quote}.{after}{AFTER}"
    new = f"{BEFORE}{quote}.{AFTER}"
    start = old.index(quote)
    finding = found(old, new, start, start + len(quote))
    assert finding.verdict in STANDS
    assert finding.start == len(BEFORE)


def test_characters_are_counted_as_code_points():
    old, new = (
        f"{start} he said: 🌍 Ա e\u0301 no to everything that was proposed. End."
        for start in ("🌍", "🌍👨‍👩‍👧 🌍 then")
    )
    start, end = old.index("🌍 Ա"), old.index(". End")
    finding = found(old, new, start, end)
    assert finding.verdict == RE_ANCHORED
    assert new[finding.start : finding.end] == old[start:end]


def test_a_quote_without_words_is_never_settled():
    assert found("so … he said", "so … he did say", 3, 4).verdict == AMBIGUOUS


@pytest.mark.parametrize("text", ["no " * 40_000, "x" * 100_000, "no, no, no. " * 10_000, "\n" * 50_000 + "yes it is"])
def test_monotonous_texts_are_judged_in_a_moment_and_never_wrongly(text):
    finding = found(text, f"He said: {text}", 50_000, 50_009)
    assert finding.verdict == AMBIGUOUS or (finding.verdict, finding.start) == (RE_ANCHORED, 50_009)
