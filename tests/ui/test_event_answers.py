"""What the page of an event says of its reactions adds up to those who reacted."""

from datetime import date

from ui import event_answers, vote_series


def reaction(actor, day, label):
    return {
        "actor_id": actor,
        "actor_name": actor,
        "counts_on": date(2020, 4, day),
        "days_first": day,
        "days_last": day,
        "issue_title": "Votes",
        "stance_label": label,
    }


def test_each_actor_counts_once_by_its_latest_words():
    spoken = [
        reaction("NATO", 1, "No judgement"),
        reaction("TUR", 1, "Not recognised"),
        reaction("NATO", 2, "Not recognised"),
        reaction("UKR", 3, "No judgement"),
        reaction("UKR", 3, "Not recognised"),
    ]
    assert event_answers.reactions(spoken, []).endswith(
        "On “Votes”, by their latest words: 2 “Not recognised” and 1 said different things on one day."
    )


def test_a_vote_is_compared_with_the_one_that_most_rejected():
    issue = {"oppose_label": "Not recognised"}
    series = [
        {"event_id": event, "stance": "oppose", "count_actors": count, "start_date": date(year, 3, 31)}
        for event, count, year in (("first", 8, 2012), ("second", 27, 2020))
    ]
    said = [vote_series.answer(series, {"event_id": event}, issue) for event in ("first", "second", "third")]
    assert said[0].startswith("“Not recognised”: 8 actors on this vote; most, 27, on that of 2020. Counted")
    assert said[1].startswith("“Not recognised”: 27 actors on this vote, the most on any vote. Counted")
    assert said[2].startswith("“Not recognised”: no actors on this vote; most, 27, on that of 2020. Counted")
