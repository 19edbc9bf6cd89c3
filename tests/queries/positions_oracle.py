"""Who held which position? Slow and plain, straight from the rule of docs/method.md#positions; see `oracle`."""

from collections import defaultdict
from datetime import date

from tests.queries.oracle import STRONGEST_FIRST, date_label, touches

HIDDEN = {"silence": "outside these filters", "searched_on": None}
SILENCE_IS_LISTED = ("state", "observer_state", "partially_recognised_state", "de_facto_authority")


def positions(oracle, asked):
    """One row per actor with a position, and per state or authority without one, by the rule of design §4."""
    said = defaultdict(list)
    for statement in oracle.seen(asked):
        said[statement["actor_id"]].append(statement)
    speakers = own_speakers(oracle, asked)
    rows = []
    for name, actor in sorted(oracle.actors.items()):
        if asked["actors"] is not None and name not in asked["actors"]:
            continue
        deciding, through = deciding_statements(oracle, name, said, asked | {"speakers": speakers})
        stances = {statement["stance"] for statement in deciding}
        if deciding and (asked["stances"] is None or stances & set(asked["stances"])):
            rows.append(who(actor) | held(deciding, through))
        elif is_listed_when_silent(oracle, actor, asked):
            hidden = bool(deciding) or name in speakers
            rows.append(who(actor) | (HIDDEN if hidden else silent(oracle, name, asked)))
    return rows


def own_speakers(oracle, asked):
    """Who said anything itself on the issue in these dates, whatever the other filters say?"""
    dates_alone = dict.fromkeys(asked) | {name: asked[name] for name in ("since", "until", "issue_id")}
    return {each["actor_id"] for each in oracle.seen(dates_alone)}


def deciding_statements(oracle, actor, said, asked):
    """The statements that decide an actor's position, and the organisations that lend it (None: own voice)."""

    def latest_of(speaker):
        """The speaker's latest statements among those on whose day the actor is in the view, and a member."""
        return latest(
            [
                each
                for each in said[speaker]
                if oracle.is_member_of_one(actor, asked["members_of"], each["counts_on"])
                and (speaker == actor or oracle.is_member(actor, speaker, each["counts_on"]))
            ]
        )

    own = latest_of(actor)
    if own or actor in asked["speakers"]:
        return own, None
    borrowed = [each for organisation in set(asked["through"] or []) for each in latest_of(organisation)]
    return borrowed, sorted({statement["actor_id"] for statement in borrowed})


def is_listed_when_silent(oracle, actor, asked):
    """With an organisation, silence is that of its members on the day."""
    return actor["kind"] in SILENCE_IS_LISTED and oracle.is_member_of_one(
        actor["actor_id"], asked["members_of"], asked["until"] or date.max
    )


def silent(oracle, actor, asked):
    """Was the actor's position searched for, and nothing found?"""
    days = [
        search["searched_on"]
        for search in oracle.tables["coverage"]
        if search["actor_id"] == actor and search["found"] == "no" and concerns(oracle, search, asked)
    ]
    silence = "no position found" if days else "not searched"
    return {"silence": silence, "searched_on": max(days, default=None)}


def concerns(oracle, search, asked):
    """Was this a search on the issue, named or as an event on which there are statements, in the range?"""
    event = search["event_id"]
    issues = {search["issue_id"]} if search["issue_id"] else oracle.issues_of_event[event]
    if asked["issue_id"] not in issues:
        return False
    return event is None or touches(oracle.events[event], asked["since"], asked["until"])


def who(actor):
    """The columns that say who it is; the others are empty until something is known."""
    return {
        "actor_id": actor["actor_id"],
        "actor_name": actor["short_name"],
        "actor_kind": actor["kind"],
        "iso3": actor["iso3"],
        "stance": None,
        "voice": None,
        "attribution": None,
        "is_vote": None,
        "counts_on": None,
        "date_label": None,
        "statement_ids": None,
        "through": None,
        "silence": None,
        "searched_on": None,
    }


def latest(statements):
    """All statements of the latest day among them."""
    day = max((each["counts_on"] for each in statements), default=None)
    return [each for each in statements if each["counts_on"] == day]


def held(deciding, through):
    """A position from the statements that decide it."""
    stances = {statement["stance"] for statement in deciding}
    # Of several that decide on the latest day, the last by id gives the date as known: any would be true.
    newest = max(deciding, key=lambda each: (each["counts_on"], each["statement_id"]))
    return {
        "stance": stances.pop() if len(stances) == 1 else "contested",
        "voice": "own" if through is None else "borrowed",
        "attribution": min((each["attribution"] for each in deciding), key=STRONGEST_FIRST.index),
        "is_vote": all(each["kind"] == "vote" for each in deciding),
        "counts_on": newest["counts_on"],
        "date_label": date_label(newest["date"], newest["date_precision"]),
        "statement_ids": sorted(each["statement_id"] for each in deciding),
        "through": through,
    }
