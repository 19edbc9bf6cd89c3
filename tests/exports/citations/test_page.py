"""docs/citing.md shows what the code writes, and names every form and every kind."""

from pathlib import Path

from exports.citations import FORMS, KINDS
from tests.exports.citations.page import MARK, examples

PAGE = (Path(__file__).parents[3] / "docs" / "citing.md").read_text("utf-8")


def test_the_examples_are_what_the_code_writes():
    shown = PAGE.partition(MARK)[2]
    assert shown == examples(), "Put what `python -m tests.exports.citations.page` prints at the end of docs/citing.md."


def test_every_form_and_every_kind_has_its_row():
    prose = PAGE.partition(MARK)[0]
    assert all(f"| {form.label} | `.{name}` |" in prose for name, form in FORMS.items())
    assert all(f"`/cite/{kind}/" in prose for kind in KINDS)
    assert "`/cite/view." in prose
