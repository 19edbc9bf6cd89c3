"""How did a position come about? Slow and plain, from docs/method.md#how-a-position-came-about; see `oracle`."""

from tests.queries.dates import date_label
from tests.queries.heard import Heard, latest
from tests.queries.oracle import Oracle


def explanation(oracle, asked):
    """One row per statement that was weighed for the actor, in the order in which it was."""
    actor = asked["actor_id"]
    heard = Heard(oracle, asked)
    deciding = ids(heard.deciding(actor)[0])
    next_in_line = ids(Heard(without(oracle, deciding), asked).deciding(actor)[0]) if deciding else set()
    rows: list[dict[str, object]] = []
    for row in in_order(heard, actor):
        lender = None if row["actor_id"] == actor else row["actor_id"]
        counted = heard.counts(row, actor) and (lender is None or lender in heard.through)
        part = "overruled" if counted else "not counted"
        if row["statement_id"] in deciding:
            part = "decides"
        elif row["statement_id"] in next_in_line:
            part = "runner-up"
        rows.append({"place": len(rows) + 1, "part": part} | described(oracle, row, lender))
    return rows


def ids(rows):
    """The statements' ids."""
    return {row["statement_id"] for row in rows}


def without(oracle, gone):
    """The same collection if these statements did not exist."""
    left = [row for row in oracle.tables["statements"] if row["statement_id"] not in gone]
    return Oracle(oracle.tables | {"statements": left})


def in_order(heard, actor):
    """The actor's own statements, then what each organisation said last while the actor was a member."""
    own = heard.weighed(actor, actor)
    lent = [row for speaker in heard.said if speaker != actor for row in last_words(heard, actor, speaker)]
    own_first = sorted(own, key=lambda row: row["statement_id"])
    lent_first = sorted(lent, key=lambda row: (row["actor_id"], row["statement_id"]))
    return newest_first(own_first) + newest_first(lent_first)


def newest_first(rows):
    """The latest day first, on one day in the order given."""
    return sorted(rows, key=lambda row: row["counts_on"], reverse=True)


def last_words(heard, actor, organisation):
    """What the organisation said last, and what it lends where that is in a voice that is switched off."""
    last = latest(heard.weighed(actor, organisation))
    lent = heard.latest_counted(actor, organisation) if organisation in heard.through else []
    return last + [row for row in lent if row not in last]


def described(oracle, row, lender):
    """The columns that say what was weighed."""
    return {
        "voice": "borrowed" if lender else "own",
        "organisation_id": lender,
        "organisation_name": oracle.actors[lender]["short_name"] if lender else None,
        "statement_id": row["statement_id"],
        "stance": row["stance"],
        "stance_label": oracle.issues[row["issue_id"]][row["stance"] + "_label"],
        "counts_on": row["counts_on"],
        "date_label": date_label(row["date"], row["date_precision"]),
        "attribution": row["attribution"],
        "kind": row["kind"],
    }
