"""Which statements are in view? Slow and plain, straight from the text of the rules.

Written from docs/method.md without a look at the SQL, and from what people wrote down: the date and its precision,
a membership's role, `joined` and `left`, never from columns that the build derives. Nothing here is quick or clever;
where SQL and oracle differ, the text of the rule decides.
"""

from calendar import monthrange
from collections import defaultdict
from datetime import date

FULL_ROLES = ("member", "elected member")
STRONGEST_FIRST = ("direct", "press", "listed")


def last_day(first, precision):
    """Last day of the period that is known: the day from which a statement counts."""
    if precision == "day":
        return first
    month = first.month if precision == "month" else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def member_from(joined):
    """First day that is certainly within a membership; None, and then never a member, when it is not known."""
    if joined is None or len(joined) == 10:
        return joined and date.fromisoformat(joined)
    precision = "year" if len(joined) == 4 else "month"
    return last_day(date.fromisoformat((joined + "-01-01")[:10]), precision)


def member_until(left):
    """Last day that is certainly within a membership; None means that it goes on."""
    return left and date.fromisoformat((left + "-01-01")[:10])


def date_label(first, precision):
    """Say a date as far as it is known: 15 April 2020, April 2020, 2020."""
    month = f"{first:%B %Y}"
    return {"day": f"{first.day} {month}", "month": month, "year": str(first.year)}[precision]


def touches(event, since, until):
    """Does an event touch the range? Without a known end only its first day counts."""
    end = event["end_date"] or event["start_date"]
    return (until is None or event["start_date"] <= until) and (since is None or end >= since)


class Oracle:
    """The answers on one collection, given as a list of rows (dicts) a table."""

    def __init__(self, tables):
        self.tables = tables
        self.actors = {actor["actor_id"]: actor for actor in tables["actors"]}
        self.events = {event["event_id"]: event for event in tables["events"]}
        self.issues = {issue["issue_id"]: issue for issue in tables["issues"]}
        self.issues_of_event = defaultdict(set)
        for statement in tables["statements"]:
            self.issues_of_event[statement["event_id"]].add(statement["issue_id"])
        self.spells = defaultdict(list)
        for row in tables["memberships"]:
            if row["role"] in FULL_ROLES and row["joined"] is not None:
                spell = member_from(row["joined"]), member_until(row["left"])
                self.spells[row["actor_id"], row["organisation_id"]].append(spell)
        self.evidence = defaultdict(list)
        for row in tables["evidence"]:
            self.evidence[row["statement_id"]].append(row)

    def is_member(self, actor, organisation, day):
        """Was the actor a full member of the organisation on that day, first and last day included?"""
        spells = self.spells.get((actor, organisation), [])
        return any(first <= day and (last is None or day <= last) for first, last in spells)

    def is_member_of_one(self, actor, organisations, day):
        """The filter by organisation: None lets everyone pass."""
        return organisations is None or any(self.is_member(actor, each, day) for each in organisations)

    def passing_evidence(self, statement, asked):
        """The evidence rows on which both the attribution and the source filter hold."""
        attributions, source = asked["attributions"], asked["source_id"]
        return [
            row
            for row in self.evidence[statement["statement_id"]]
            if (attributions is None or row["attribution"] in attributions)
            and (source is None or row["source_id"] == source)
        ]

    def seen(self, asked):
        """Statements in view, whoever made them and whatever their stance, with what the view adds to them."""
        rows = []
        for statement in self.tables["statements"]:
            day = last_day(statement["date"], statement["date_precision"])
            evidence = self.passing_evidence(statement, asked)
            if (
                (asked["since"] is None or asked["since"] <= day)
                and (asked["until"] is None or day <= asked["until"])
                and (asked["issue_id"] is None or statement["issue_id"] == asked["issue_id"])
                and (asked["kinds"] is None or statement["kind"] in asked["kinds"])
                and evidence
            ):
                attribution = min((row["attribution"] for row in evidence), key=STRONGEST_FIRST.index)
                sources = len({row["source_id"] for row in evidence})
                added = {"counts_on": day, "attribution": attribution, "count_sources": sources}
                rows.append(statement | added)
        return rows

    def in_view(self, asked):
        """Statements for which every filter holds, by id."""
        rows = [
            row
            for row in self.seen(asked)
            if (asked["actors"] is None or row["actor_id"] in asked["actors"])
            and (asked["stances"] is None or row["stance"] in asked["stances"])
            and self.is_member_of_one(row["actor_id"], asked["members_of"], row["counts_on"])
        ]
        return sorted(rows, key=lambda row: row["statement_id"])

    def as_read(self, row):
        """A statement in view as a reader sees it, with names for ids."""
        issue = self.issues[row["issue_id"]]
        event = self.events.get(row["event_id"])
        written = "statement_id date date_precision counts_on actor_id speaker issue_id stance kind summary doubt"
        seen = {key: row[key] for key in (written + " event_id attribution count_sources").split()}
        return seen | {
            "date_label": date_label(row["date"], row["date_precision"]),
            "actor_name": self.actors[row["actor_id"]]["short_name"],
            "issue_title": issue["title"],
            "stance_label": issue[row["stance"] + "_label"],
            "event_title": event and event["title"],
        }
