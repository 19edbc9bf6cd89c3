"""Who is an actor, what did it say, in whose voice was it heard? Slow and plain, from docs/method.md; see `oracle`."""

from datetime import timedelta

from tests.queries.dates import date_label, member_from, member_until
from tests.queries.heard import voice_of
from tests.queries.oracle import FULL_ROLES, by, strongest

STANCES = ("support", "oppose", "neutral")


def own(oracle, actor_id):
    """What an actor said itself, with the strongest attribution among all evidence."""
    said = [row for row in oracle.statements if row["actor_id"] == actor_id]
    return [row | {"attribution": strongest(oracle.evidence[row["statement_id"]])} for row in said]


def actor_facts(oracle, actor_id):
    """One actor, and how much is on record of it."""
    told = "kind name short_name iso3 region subregion aliases founded dissolved wikidata represents description"
    actor, said = oracle.actors[actor_id], own(oracle, actor_id)
    state = oracle.actors.get(actor.get("represents"))
    return {"actor_id": actor_id, **{column: actor.get(column) for column in told.split()}} | {
        "represents_name": state and state["short_name"],
        "count_statements": len(said),
        "count_issues": len({row["issue_id"] for row in said}),
        "first_date": min((row["counts_on"] for row in said), default=None),
        "last_date": max((row["counts_on"] for row in said), default=None),
    }


def bodies(oracle, actor_id):
    """Everyone who belongs to a state or organisation without speaking for it."""
    return [
        {"actor_id": each, "actor_name": row["short_name"], "kind": row["kind"]}
        | {"description": row.get("description"), "count_statements": len(own(oracle, each))}
        for each, row in oracle.actors.items()
        if row.get("represents") == actor_id
    ]


def memberships(oracle, actor_id):
    """Every spell of membership, in whatever role."""
    return [
        {
            "organisation_id": row["organisation_id"],
            "organisation_name": oracle.actors[row["organisation_id"]]["short_name"],
            "role": row["role"],
            "joined": row["joined"],
            "ended": row["left"],
            "is_full": row["role"] in FULL_ROLES,
            "member_from": member_from(row["joined"]),
            "member_until": member_until(row["left"]),
            "note": row.get("note"),
        }
        for row in oracle.tables["memberships"]
        if row["actor_id"] == actor_id
    ]


def history(oracle, actor_id):
    """Own words by issue, day after day: what they say, and what had been said before."""
    rows = []
    for issue_id, spoken in by(own(oracle, actor_id), "issue_id").items():
        before = None
        days = sorted({row["counts_on"] for row in spoken})
        for day, until in zip(days, [*days[1:], None], strict=True):
            said = sorted((row for row in spoken if row["counts_on"] == day), key=lambda row: row["statement_id"])
            row = stand(oracle.issues[issue_id], said) | {"day": day, "held_until": until and until - timedelta(1)}
            rows.append(row | since(before, row))
            before = row
    return rows


def stand(issue, said):
    """The stance of one day's words on an issue, contested where they differ."""
    stances = {row["stance"] for row in said}
    stance = stances.pop() if len(stances) == 1 else "contested"
    return {
        "issue_id": issue["issue_id"],
        "issue_title": issue["title"],
        # Any date of that day's statements is true; the last by id is the one shown everywhere.
        "date_label": date_label(said[-1]["date"], said[-1]["date_precision"]),
        "stance": stance,
        "stance_label": issue.get(f"{stance}_label"),
        "is_vote": all(row["kind"] == "vote" for row in said),
        "attribution": strongest(said),
        "statement_ids": [row["statement_id"] for row in said],
    }


def since(before, row):
    """What stood before, and whether the stance is another now."""
    if before is None:
        nothing = dict.fromkeys(("previous_stance", "previous_label", "previous_statement_ids"))
        return nothing | {"change": "first"}
    return {
        "previous_stance": before["stance"],
        "previous_label": before["stance_label"],
        "previous_statement_ids": before["statement_ids"],
        "change": "reaffirmed" if before["stance"] == row["stance"] else "changed",
    }


def voices(oracle, actor_id):
    """What was said by the actor and, while it was a full member, by organisations: by issue and voice."""
    heard = [row | {"voice": voice_of(row), "lender": None} for row in own(oracle, actor_id)]
    for lender in sorted(organisation for member, organisation in oracle.spells if member == actor_id):
        said = [row for row in own(oracle, lender) if oracle.is_member(actor_id, lender, row["counts_on"])]
        heard += [row | {"voice": "borrowed", "lender": lender} for row in said]
    return [
        {"issue_id": issue, "issue_title": oracle.issues[issue]["title"], "voice": voice, "organisation_id": lender}
        | {"organisation_name": lender and oracle.actors[lender]["short_name"]}
        | {f"count_{stance}": sum(row["stance"] == stance for row in said) for stance in STANCES}
        | {"first_date": min(row["counts_on"] for row in said), "last_date": max(row["counts_on"] for row in said)}
        for (issue, voice, lender), said in by(heard, "issue_id", "voice", "lender").items()
    ]
