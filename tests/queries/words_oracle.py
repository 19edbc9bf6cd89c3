"""Where do votes and words differ? Slow and plain, from docs/method.md#words-and-votes; see `oracle`."""

from tests.queries.dates import date_label, within
from tests.queries.heard import latest


def words_against_votes(oracle, asked):
    """One row per actor with a vote on an issue that is a roll call and words of its own on the words' issue."""
    rows = []
    for issue in sorted(oracle.issues.values(), key=lambda issue: issue["issue_id"]):
        pair = issue["issue_id"], issue["words_issue_id"]
        if issue["words_issue_id"] and (asked["issue_id"] is None or asked["issue_id"] in pair):
            for actor in sorted(oracle.actors):
                if asked["actors"] is None or actor in asked["actors"]:
                    rows += set_beside(oracle, actor, pair, asked)
    return sorted(rows, key=lambda row: (not row["differ"], row["actor_id"]))


def set_beside(oracle, actor, pair, asked):
    """The one row of an actor that voted and spoke, or none."""
    vote_issue, words_issue = (oracle.issues[each] for each in pair)
    votes = [
        row
        for row in oracle.on_issue.get(pair[0], ())
        if row["actor_id"] == actor and row["kind"] == "vote" and within(row["counts_on"], asked)
    ]
    words = [
        row
        for row in oracle.on_issue.get(pair[1], ())
        if row["actor_id"] == actor and row["kind"] != "vote" and within(row["counts_on"], asked)
    ]
    if not votes or not words:
        return []
    vote, last = newest(votes), newest(words)
    stances = {row["stance"] for row in latest(words)}
    stance = stances.pop() if len(stances) == 1 else "contested"
    return [
        {
            "actor_id": actor,
            "actor_name": oracle.actors[actor]["short_name"],
            "actor_kind": oracle.actors[actor]["kind"],
            "vote_issue_id": vote_issue["issue_id"],
            "vote_stance": vote["stance"],
            "vote_label": vote_issue[vote["stance"] + "_label"],
            "vote_statement_id": vote["statement_id"],
            "vote_date_label": date_label(vote["date"], vote["date_precision"]),
            "words_issue_id": words_issue["issue_id"],
            "words_stance": stance,
            "words_label": None if stance == "contested" else words_issue[stance + "_label"],
            "words_statement_ids": sorted(row["statement_id"] for row in latest(words)),
            "words_date_label": date_label(last["date"], last["date_precision"]),
            "differ": stance != vote["stance"],
        }
    ]


def newest(rows):
    """The latest of these; of several on one day the last by id."""
    return max(rows, key=lambda row: (row["counts_on"], row["statement_id"]))
