"""A filter asks for the panels of a page alone, and for the whole page where more than these has to change."""

import asyncio

import pytest

from tests.bench.session import opened
from tests.browser.server import running_app


@pytest.fixture(scope="module")
def url():
    """The app as a server, since panels run by themselves only in a session."""
    with running_app() as address:
        yield address


def on(url, look):
    """Open a page, and look at it as a session."""

    async def reading():
        async with opened(url) as session:
            await look(session)

    asyncio.run(reading())


def said(session, part):
    """The HTML with that class which the last run sent."""
    (text,) = [text for text in session.said if f"class='{part}'" in text]
    return text


def moved(session):
    """Answer, links and what can be taken along say what the address says."""
    narrowed = session.query.partition("&data=")[0].replace("&", "&amp;")
    return all(narrowed in said(session, part) for part in ("pages", "taking"))


@pytest.mark.parametrize("place", ["", "timeline"])
def test_answer_links_and_rest_follow_a_filter_without_a_run_of_the_whole_page(url, place):
    async def look(session):
        assert session.was_whole
        await session.choose("Stance", "Oppose")
        assert not session.was_whole
        assert "stance=oppose" in session.query
        assert "only stance: Oppose" in said(session, "answer")
        assert moved(session)

    on(f"{url}/{place}", look)


@pytest.mark.parametrize("place", ["?focus=FRA&before=2020-01-01", "timeline"])
def test_no_field_of_a_page_of_panels_runs_the_whole_page(url, place):
    async def look(session):
        for label in [*session.options]:
            before = session.query
            await session.change(label)
            assert not session.was_whole, label
            assert session.query != before or label == "Plain table", label
            if session.is_behind:
                await session.catch_up()
                assert not session.was_whole, label

    on(f"{url}/{place}", look)


def test_the_preset_follows_a_date_and_the_dates_a_preset(url):
    async def look(session):
        await session.choose("From", "2020-03-01")
        assert not session.was_whole
        assert session.held("Dates") == []
        await session.choose("To", "2020-04-30")
        assert session.held("Dates") == ["2020 votes"]
        await session.choose("Dates", "2023")
        assert not session.was_whole
        assert (session.held("From"), session.held("To")) == (["2023-01-01"], ["2023-12-31"])
        assert "from=2023-01-01&to=2023-12-31" in session.query

    on(f"{url}/", look)


def test_the_rest_of_the_page_follows_an_issue_when_it_is_painted(url):
    async def look(session):
        await session.choose("Issue", session.options["Issue"][1])
        assert session.is_behind
        assert not [text for text in session.said if "class='taking'" in text]
        await session.catch_up()
        assert not session.was_whole
        assert not session.is_behind
        assert moved(session)

    on(f"{url}/", look)


def test_a_counting_rule_below_the_map_changes_the_map_above_it(url):
    async def look(session):
        await session.choose("Who counts", "UN members only")
        assert not session.was_whole
        assert "members of the United Nations only" in said(session, "answer")
        assert "count=un" in session.query

    on(f"{url}/?issue=nk-votes-valid", look)


@pytest.mark.parametrize("place", ["statements", "?actor=ATLANTIS", "?from=2021-01-01&to=2020-01-01"])
def test_a_page_without_panels_or_with_more_to_say_runs_whole(url, place):
    async def look(session):
        await session.choose("Stance", "Oppose")
        assert session.was_whole
        await session.choose("To", "2022-01-01")
        assert "to=2022-01-01" in session.query

    on(f"{url}/{place}", look)


def test_a_word_on_the_address_goes_with_what_it_was_said_of(url):
    async def look(session):
        assert [text for text in session.said if "bogus" in text]
        await session.choose("Issue", session.options["Issue"][1])
        assert session.was_whole
        assert not [text for text in session.said if "bogus" in text]

    on(f"{url}/?stance=bogus", look)


def test_the_chosen_preset_cannot_be_taken_away_from_its_dates(url):
    async def look(session):
        await session.choose("Dates")
        assert session.held("Dates") == ["All years"]

    on(f"{url}/", look)


def test_a_field_that_is_left_for_a_link_does_not_keep_the_reader(url):
    async def look(session):
        # The browser has the address of the link by the time it sends the day.
        session._query = "issue=ceasefire-respect"
        await session.choose("From", "2020-03-01")
        assert session.was_whole

    on(f"{url}/", look)
