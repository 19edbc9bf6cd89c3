"""Every code in the records has a word on the screen: a new one must not reach a reader as a code, or as an error."""

import pytest

from exports import vocabulary
from ui import rows

CODES = {
    ("statements", "kind"): vocabulary.KINDS,
    ("statements", "stance"): vocabulary.STANCES,
    ("evidence", "attribution"): vocabulary.ATTRIBUTIONS,
    ("events", "kind"): vocabulary.EVENT_KINDS,
    ("actors", "kind"): vocabulary.ACTOR_KINDS,
}


@pytest.mark.parametrize(("table", "field"), CODES)
def test_every_code_that_the_description_allows_has_a_word_and_no_other(table, field):
    described = next(row for row in rows.records("fields") if (row["table"], row["field"]) == (table, field))
    allowed = described["constraints"].split("one of: ")[1].split("; ")[0].split(", ")
    assert set(CODES[table, field]) == set(allowed)


def test_every_language_of_a_source_has_a_name():
    assert {row["language"] for row in rows.records("sources")} <= set(vocabulary.LANGUAGES)
