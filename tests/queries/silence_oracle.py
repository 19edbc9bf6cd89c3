"""In which way is an actor silent whom no filter hides? Slow and plain, from docs/method.md#silence; see `oracle`."""

from datetime import date

from tests.queries.dates import exists_from, exists_until, touches, within


def silence(oracle, actor, asked):
    """The first kind of silence that is true of an actor that neither spoke nor has a position."""
    lifetime = outside_lifetime(oracle.actors[actor], asked["until"] or date.max)
    if lifetime:
        return {"silence": lifetime}
    missed = missed_roll_calls(oracle, actor, asked)
    if missed:
        newest = max(missed, key=lambda event: (event["start_date"], event["event_id"]))
        return {"silence": "took no part in the vote", "missed_event_id": newest["event_id"]}
    searches = vain_searches(oracle, actor, asked)
    if searches:
        day = max(search["searched_on"] for search in searches)
        where = min(search["sources_searched"] for search in searches if search["searched_on"] == day)
        return {"silence": "no position found", "searched_on": day, "sources_searched": where}
    return {"silence": "not searched"}


def outside_lifetime(actor, day):
    """Was the actor founded after the day, or dissolved before it? A partial date never claims too much."""
    if actor["founded"] and day < exists_from(actor["founded"]):
        return "did not exist yet"
    if actor["dissolved"] and exists_until(actor["dissolved"]) < day:
        return "no longer existed"
    return None


def missed_roll_calls(oracle, actor, asked):
    """Events of complete roll calls on the issue, in these dates, that called the actor and hold no vote of it."""
    missed = []
    for event in oracle.tables["events"]:
        called, day = event["roll_call_of"], event["start_date"]
        if called and within(day, asked) and oracle.is_member(actor, called, day):
            voters = voters_of(oracle, event["event_id"], asked["issue_id"])
            if voters and actor not in voters:
                missed.append(event)
    return missed


def voters_of(oracle, event, issue):
    """Who cast a vote on the issue at the event, whatever the filters?"""
    return {
        row["actor_id"] for row in oracle.on_event.get(event, ()) if row["issue_id"] == issue and row["kind"] == "vote"
    }


def vain_searches(oracle, actor, asked):
    """Searches for the actor that found nothing on the issue in these dates."""
    return [search for search in oracle.searches[actor] if search["found"] == "no" and concerns(oracle, search, asked)]


def concerns(oracle, search, asked):
    """Was this a search on the issue, named or as an event on which there are statements, in the range?"""
    event = search["event_id"]
    issues = {search["issue_id"]} if search["issue_id"] else {row["issue_id"] for row in oracle.on_event[event]}
    if asked["issue_id"] not in issues:
        return False
    return event is None or touches(oracle.events[event], asked["since"], asked["until"])
