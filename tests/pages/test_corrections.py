"""The page of corrections: what was corrected and retracted, in both versions; a fictional collection in three."""

import re
from html import unescape

import pytest

import queries
from tests.exports.versions import CORRECTED, NAME, REMOVED, THIRD, serving
from tests.pages import seen
from tests.pages.test_every_page import page, texts


@pytest.fixture(scope="module")
def versions(three_built):
    """Served in its third version; gives the names of all three."""
    home, names = three_built
    with serving(home):
        yield names


def opened(**view):
    app = page("corrections", view)
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def newest(versions):
    """The page as it opens."""
    return opened()


def answer(app):
    (said,) = [text for text in seen.words(app) if "class='answer'" in text]
    (found,) = re.findall("<p class='answer'>(.+?)</p>", said)
    return found


def listed(app):
    """The corrections, each as the HTML of its line."""
    return [line for text in texts(app) if "corrections'><li>" in text for line in re.findall("<li>(.+?)</li>", text)]


def links_of(line):
    return [unescape(address) for address in re.findall("href='([^']+)'", line)]


def test_where_nothing_was_corrected_the_page_says_so_and_since_when():
    app = opened()
    (first, *_) = queries.kept("nagorno-karabakh")
    assert answer(app).startswith("Nothing has been corrected since ")
    assert str(first.built_on.year) in answer(app)
    assert listed(app) == []
    assert any("corrections.atom" in text for text in texts(app))


def test_the_answer_counts_corrections_and_retractions_apart(versions, newest):
    assert answer(newest) == (
        "1 statement corrected and 1 statement retracted since 2 November 2026, when these data were first built; "
        "the last on 16 November 2026."
    )


def test_a_correction_says_what_why_and_leads_to_both_versions(versions, newest):
    first, _, third = versions
    _, line = listed(newest)
    assert "9 November 2026</b> · Corrected: " in line
    assert "It stood as opposed." in line
    assert "Why: A misreading." in line
    *_, now, then = links_of(line)
    assert f"statement={CORRECTED}" in now
    assert f"data={third}" in now
    assert f"data={first}" in then
    assert any("who=RUR" in each for each in links_of(line))


def test_a_retraction_says_what_was_said_and_leads_to_the_version_that_has_it(versions, newest):
    _, second, _ = versions
    line, _ = listed(newest)
    assert "Retracted: " in line
    assert "It said, February 2004: No side. It took no side." in line
    assert "Why: A duplicate." in line
    assert f"data={second}&statement={REMOVED}" in links_of(line)[-1]
    assert not any("as it is now" in each for each in re.findall(">([^<]+)</a>", line))


def test_the_link_to_the_version_before_shows_the_statement_as_it_stood(versions):
    first, *_ = versions
    app = page("statements", {"statement": CORRECTED, "data": first, "issue": "every-issue"})
    assert not app.exception
    assert any("It said no." in text for text in texts(app))


def test_every_version_tells_what_it_changed(versions, newest):
    (said,) = [text for text in seen.words(newest) if "· version" in text]
    third, second, first = re.findall("<li>(.+?)</li>", said)
    assert third.endswith("Statements: 1 removed; evidence: 1 removed.</p>")
    assert second.endswith("Statements: 1 added, 1 changed; evidence: 1 added.</p>")
    assert first.endswith("The first version.</p>")


def test_an_older_version_tells_what_was_known_then(versions):
    first, second, _ = versions
    assert answer(opened(data=first)).startswith("Nothing has been corrected since")
    assert len(listed(opened(data=second))) == 1


def test_the_table_and_the_feed_can_be_had(versions, newest):
    (files,) = [text for text in texts(newest) if "All 3 corrections" in text]
    assert "api/corrections.csv" in files
    assert any(f"corrections.atom?collection={NAME}" in text or "corrections.atom'" in text for text in texts(newest))


def test_what_a_record_says_is_text(versions, monkeypatch):
    line = {"date": THIRD, "table": "actors", "id": "<b>", "what": "<script>", "why": "<i>", "reported_by": "<u>"}
    line |= {"statement_id": None, "is_retracted": False, "actor_id": None}
    run_on = queries.run_on

    class Told:
        def to_pylist(self):
            return [line]

    monkeypatch.setattr(
        queries,
        "run_on",
        lambda edition, name, /, **asked: Told() if name == "corrections" else run_on(edition, name, **asked),
    )
    monkeypatch.setattr("ui.collections.copied", lambda _, make: make())
    (said,) = listed(opened())
    assert "<script>" not in said
    assert "&lt;script&gt;" in said
