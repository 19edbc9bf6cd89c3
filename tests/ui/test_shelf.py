"""What was worked out is kept within bounds, by what was asked for, and nobody can change it for others."""

import pytest

from ui.shelf import Copies, Shelf, fixed


class Work:
    """Counts how often something is worked out."""

    def __init__(self, value="value"):
        self.value, self.done = value, 0

    def __call__(self):
        self.done += 1
        return self.value


def test_the_same_is_worked_out_once():
    work = Work()
    shelf: Shelf[str] = Shelf(2)
    assert [shelf.get("a", work) for _ in range(3)] == ["value"] * 3
    assert work.done == 1


def test_something_else_is_worked_out_for_itself():
    shelf: Shelf[str] = Shelf(2)
    assert (shelf.get(("a", 1), Work("one")), shelf.get(("a", 2), Work("two"))) == ("one", "two")


def test_what_was_asked_for_least_lately_falls_out_first():
    kept, dropped = Work(), Work()
    shelf: Shelf[str] = Shelf(2)
    shelf.get("kept", kept)
    shelf.get("dropped", dropped)
    shelf.get("kept", kept)
    shelf.get("new", Work())
    shelf.get("kept", kept)
    shelf.get("dropped", dropped)
    assert (kept.done, dropped.done, len(shelf)) == (1, 2, 2)


def test_the_weight_of_all_values_stays_below_the_bound():
    shelf: Shelf[str] = Shelf(10, lambda _, value: len(value))
    for number in range(100):
        shelf.get(number, Work("x" * (number % 9)))
        assert shelf.weight <= 10
    assert shelf.weight == sum(len(value) for value, _ in shelf._held.values())


def test_a_value_that_is_too_heavy_is_given_and_not_kept():
    heavy = Work("x" * 11)
    shelf: Shelf[str] = Shelf(10, lambda _, value: len(value))
    shelf.get("light", Work("x"))
    assert shelf.get("heavy", heavy) == shelf.get("heavy", heavy) == "x" * 11
    assert (heavy.done, len(shelf)) == (2, 1)


def test_what_fails_is_tried_again():
    shelf: Shelf[str] = Shelf(2)
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: "x" * (1 // 0))
    assert shelf.get("a", Work()) == "value"


def test_two_who_ask_for_the_same_at_once_count_once():
    shelf: Shelf[str] = Shelf(10, lambda _, value: len(value))
    # The second asks while the first still works it out.
    assert shelf.get("a", lambda: shelf.get("a", Work("xxx"))) == "xxx"
    assert (shelf.weight, len(shelf)) == (3, 1)


def test_what_one_does_to_a_copy_nobody_else_sees():
    copies = Copies(10_000, 10)
    first = copies.get("rows", lambda: [{"through": ["EU"]}])
    first[0]["through"].append("changed")
    second = copies.get("rows", Work())
    second[0]["new"] = True
    assert copies.get("rows", Work()) == [{"through": ["EU"]}]


@pytest.mark.parametrize("value", ["", []])
def test_what_holds_nothing_takes_its_place_and_falls_out_too(value):
    copies = Copies(100_000, 1_000)
    for number in range(1_000):
        copies.get(("view", number), Work(value))
    assert 10 < len(copies.shelf) <= 100


def test_what_was_asked_for_weighs_too():
    copies = Copies(100_000, 1_000)
    for number in range(10):
        copies.get((number, "q" * 40_000), Work())
    assert len(copies.shelf) <= 2


def test_small_ones_are_not_more_than_was_said():
    copies = Copies(100_000, 20)
    for number in range(100):
        copies.get(number, Work())
    assert len(copies.shelf) == 20


def test_lists_and_tuples_of_a_parameter_are_the_same_question():
    assert fixed(["FRA", "ARM"]) == ("FRA", "ARM")
    assert fixed(None) is None
