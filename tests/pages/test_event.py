"""The page of an event: every reaction with its lag, the stances, who was searched for, and all votes compared."""

import html
import re
from collections import Counter
from datetime import date

import pandas as pd
import pytest

import queries
from tests.pages import seen
from tests.pages.test_every_page import page

VOTE = "nk-elections-2020-03-31"
# Typed from data/records/coverage.csv.
SEARCHED_IN_VAIN = {
    *("Abkhazia (de facto)", "China", "Hungary", "India", "Israel", "Kazakhstan", "Lithuania", "PACE", "Poland"),
    *("Slovakia", "South Ossetia (de facto)", "Transnistria (de facto)", "US"),
}


def table(name):
    return pd.read_parquet(queries.PARQUET / f"{name}.parquet")


@pytest.fixture(scope="module")
def app():
    found = page("event", {"event": VOTE})
    assert not found.exception
    return found


@pytest.fixture(scope="module")
def spoken():
    """The reactions by pandas alone: each statement on the vote, with the days that its date allows."""
    names = table("actors").set_index("actor_id")["short_name"]
    said = table("statements").query("event_id == @VOTE")
    lag = [[(day - date(2020, 3, 31)).days for day in said[column]] for column in ("date", "counts_on")]
    return said.assign(actor=said["actor_id"].map(names), first=lag[0], last=lag[1])


def text(markup):
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


def groups(app):
    """The table of reactions as it is read: the words of each group, and the actors in it, in their order."""
    (markup,) = [block for block in seen.words(app) if "class='reactions'><caption>" in block]
    for body in re.findall(r"<tbody>(.*?)</tbody>", markup):
        when = re.search(r"<th scope='rowgroup'[^>]*>(.*?)<span", body)
        assert when
        yield when[1], [html.unescape(name) for name in re.findall(r"<th scope='row'>(.*?)</th>", body)]


def words(first, last):
    if first == last:
        days = abs(first)
        return (
            f"{days} {'day' if days == 1 else 'days'} {'after' if first > 0 else 'before'}" if days else "The same day"
        )
    return f"{first} to {last} days after"


def test_every_actor_stands_under_the_lag_of_its_first_reaction(app, spoken):
    firsts = spoken.sort_values(["last", "first"], ascending=[True, False], kind="stable").groupby("actor").first()
    expected = {actor: words(row["first"], row["last"]) for actor, row in firsts.iterrows()}
    shown = {actor: when for when, actors in groups(app) for actor in actors}
    assert shown == expected
    assert len(shown) == 33
    assert shown["Iran"] == "1 day before"
    assert shown["Russia"] == "10 days after"
    assert shown["Ukraine"] == "1 to 30 days after"
    order = [firsts.loc[actor, "last"] for _, actors in groups(app) for actor in actors]
    assert order == sorted(order)


def test_every_statement_stands_under_its_issue_with_its_lag(app, spoken):
    lists = [block for block in app.get("html") if "<ul class='said'>" in block.body]
    shown = Counter(
        (re.sub(r"\s+", " ", text(item)).strip())
        for block in lists
        for item in re.findall(r"<p class='summary'>(.*?)</p>", block.body)
    )
    assert shown == Counter(re.sub(r"\s+", " ", summary).strip() for summary in spoken["summary"])
    assert sum(shown.values()) == 77


def test_the_answer_counts_actors_statements_and_searches(app, spoken):
    (answer,) = [text(block) for block in seen.words(app) if "class='answer'" in block]
    assert "33 actors reacted in 77 statements." in answer
    assert "First: Iran and Türkiye, 1 day before." in answer
    # Days after the vote of those that spoke first on a known day: the same day counts, the day before does not.
    firsts = spoken.sort_values("last", kind="stable").groupby("actor").first()
    exact = firsts[(firsts["first"] == firsts["last"]) & (firsts["first"] >= 0)]["first"]
    assert f"did so within {int(exact.median())} day" in answer
    assert "For 13 actors a search found nothing." in answer


def test_who_was_searched_for_in_vain_is_named(app):
    tables = [block for block in seen.words(app) if "<th scope='col'>Found</th>" in block]
    named = set(re.findall(r"<th scope='row'>(.*?)</th><td>Nothing", tables[0]))
    assert {html.unescape(name) for name in named} == SEARCHED_IN_VAIN
    assert "Nothing" not in tables[1]


def test_the_votes_are_compared_by_the_latest_word_of_each_actor(app):
    said, events = table("statements"), table("events").set_index("event_id")
    votes = said[
        (said["issue_id"] == "nk-votes-valid") & said["event_id"].map(events["kind"]).isin(["election", "referendum"])
    ]
    latest = votes[votes["counts_on"] == votes.groupby(["event_id", "actor_id"])["counts_on"].transform("max")]
    sides = latest.groupby(["event_id", "actor_id"])["stance"].agg(lambda stances: set(stances))
    rejected = Counter(event for (event, _), stances in sides.items() if stances == {"oppose"})
    (markup,) = [block for block in seen.words(app) if "class='series'" in block]
    labels = [html.unescape(label) for label in re.findall(r"<th scope='col'>(.*?)</th>", markup)]
    at = labels.index("Not recognised") - 1
    shown = {}
    for row in re.findall(r"<tr.*?</tr>", markup)[1:]:
        title = re.search(r"<br><span>(.*?)</span>", row)
        cell = re.findall(r"<td>(.*?)</td>", row)[at]
        count = re.search(r"count'>([\d,]+)", cell)
        assert title
        shown[html.unescape(title[1])] = int(count[1]) if count else 0
    assert shown == {events.loc[event, "title"]: rejected[event] for event in {key for key, _ in sides.index}}
    assert max(rejected.values()) == rejected[VOTE] == 27


def test_an_event_without_reactions_and_searches_says_so():
    quiet = (
        set(table("events")["event_id"])
        - set(table("statements")["event_id"].dropna())
        - set(table("coverage")["event_id"].dropna())
    )
    app = page("event", {"event": min(quiet)})
    assert not app.exception
    assert any("No reaction to it is on record." in block for block in seen.words(app))
    assert "No search on this event is on record." in app.info[0].value


def test_a_roll_call_of_150_shows_all_on_request():
    app = page("event", {"event": "unga-62-243"})
    few = sum(len(actors) for _, actors in groups(app))
    app.toggle(key="all-actors").set_value(True).run()
    every = {actor for _, actors in groups(app) for actor in actors}
    said = table("statements").query("event_id == 'unga-62-243'")
    assert few == 40
    assert len(every) == said["actor_id"].nunique()


def test_without_an_event_all_are_offered():
    app = page("event", {})
    assert not app.exception
    assert len(seen.grid(app)) == len(table("events"))


def test_neighbours_lead_along_in_time():
    app = page("event", {"event": VOTE})
    links = {link.proto.label.partition(":")[0].strip("\\"): link.proto for link in app.get("page_link")}
    assert "18th NAM summit" in links["Previous"].label
    assert "Second round" in links["Next"].label


def test_the_comparison_of_votes_is_a_picture_too():
    series = queries.run("vote_series", issue_id="nk-votes-valid").to_pylist()
    app = page("event", {"event": VOTE})
    assert {"picture-svg", "picture-png"} <= {str(button.key) for button in app.get("download_button")}
    assert sum(row["count_actors"] for row in series) > 100
