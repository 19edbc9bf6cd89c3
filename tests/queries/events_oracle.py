"""What is known of an event, who reacted to it, and who was looked for? Slow and plain; see `oracle`."""

from collections import defaultdict

from tests.queries.dates import date_label
from tests.queries.heard import latest
from tests.queries.oracle import by, strongest

VOTES = ("election", "referendum")


def in_time(oracle):
    """Every event, in order of time; those that began on one day by id."""
    return sorted(oracle.tables["events"], key=lambda row: (row["start_date"], row["event_id"]))


def event_facts(oracle, event_id):
    """One event, with its source and its neighbours in time."""
    told = "title start_date end_date kind place latitude longitude summary roll_call_of source_id"
    event = oracle.events[event_id]
    (source,) = [row for row in oracle.tables["sources"] if row["source_id"] == event["source_id"]]
    ordered = in_time(oracle)
    at = ordered.index(event)
    before, after = (ordered[at - 1] if at else {}), (ordered[at + 1] if at + 1 < len(ordered) else {})
    return {column: event.get(column) for column in told.split()} | {
        "event_id": event_id,
        "source_title": source["title"],
        "publisher": source.get("publisher"),
        "published": source.get("published"),
        "previous_id": before.get("event_id"),
        "previous_title": before.get("title"),
        "next_id": after.get("event_id"),
        "next_title": after.get("title"),
    }


def reactions(oracle, event_id):
    """Every statement on an event, and how many days after its first day it may have been made."""
    copied = "statement_id actor_id speaker date date_precision counts_on issue_id stance kind summary"
    start = oracle.events[event_id]["start_date"]
    rows = []
    for said in oracle.on_event.get(event_id, ()):
        actor, issue = oracle.actors[said["actor_id"]], oracle.issues[said["issue_id"]]
        evidence = oracle.evidence[said["statement_id"]]
        rows.append(
            {column: said[column] for column in copied.split()}
            | {"actor_name": actor["short_name"], "actor_kind": actor["kind"]}
            | {"date_label": date_label(said["date"], said["date_precision"])}
            | {"days_first": (said["date"] - start).days, "days_last": (said["counts_on"] - start).days}
            | {"issue_title": issue["title"], "stance_label": issue[f"{said['stance']}_label"]}
            | {"attribution": strongest(evidence), "count_sources": len({row["source_id"] for row in evidence})}
        )
    return rows


def searches(oracle, event_id):
    """Every search for somebody's reaction to an event, and how much of it is on record."""
    rows = []
    for search in oracle.tables["coverage"]:
        if search["event_id"] == event_id:
            actor, issue = search["actor_id"], search["issue_id"]
            found = [
                said
                for said in oracle.on_event.get(event_id, ())
                if said["actor_id"] == actor and issue in (None, said["issue_id"])
            ]
            copied = ("actor_id", "issue_id", "found", "searched_on", "sources_searched")
            rows.append(
                {column: search[column] for column in copied}
                | {"note": search.get("note"), "actor_name": oracle.actors[actor]["short_name"]}
                | {"issue_title": issue and oracle.issues[issue]["title"], "count_statements": len(found)}
            )
    return rows


def vote_series(oracle, issue_id):
    """How each vote was received: every actor that spoke on it, by the stance of its latest words on it."""
    rows = []
    for event in (each for each in in_time(oracle) if each["kind"] in VOTES):
        received = defaultdict(list)
        spoken = [row for row in oracle.on_event.get(event["event_id"], ()) if row["issue_id"] == issue_id]
        for actor, said in by(spoken, "actor_id").items():
            stances = {row["stance"] for row in latest(said)}
            received[stances.pop() if len(stances) == 1 else "contested"].append((actor, latest(said)))
        rows += [event_received(oracle, event, issue_id, stance, received[stance]) for stance in received]
    return rows


def event_received(oracle, event, issue_id, stance, actors):
    """One row of `vote_series`: who took this stance on one vote, and how many of them only in a list."""
    evidence = [[row for each in said for row in oracle.evidence[each["statement_id"]]] for _, said in actors]
    return {column: event[column] for column in ("event_id", "title", "start_date", "kind")} | {
        "stance": stance,
        "stance_label": oracle.issues[issue_id].get(f"{stance}_label"),
        "count_actors": len(actors),
        "count_listed": sum(strongest(rows) == "listed" for rows in evidence),
        "actor_ids": sorted(actor for actor, _ in actors),
    }
