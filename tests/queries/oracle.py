"""Which statements are in view? Slow and plain, straight from the text of the rules.

Written from docs/method.md without a look at the SQL, and from what people wrote down: the date and its precision,
a membership's role, `joined` and `left`, an actor's `founded` and `dissolved`, never from columns that the build
derives. Nothing here is quick or clever; where SQL and oracle differ, the text of the rule decides.
"""

from collections import defaultdict

from tests.queries.dates import date_label, last_day, member_from, member_until, within

FULL_ROLES = ("member", "elected member")
STRONGEST_FIRST = ("direct", "press", "listed")


def by(rows, *columns):
    """Rows by what stands in these columns, each list in the order given."""
    found = defaultdict(list)
    for row in rows:
        key = tuple(row[column] for column in columns)
        found[key if len(columns) > 1 else key[0]].append(row)
    return found


def strongest(evidence):
    """The strongest attribution among rows of evidence."""
    return min((row["attribution"] for row in evidence), key=STRONGEST_FIRST.index)


class Oracle:
    """The answers on one collection, given as a list of rows (dicts) a table."""

    def __init__(self, tables):
        self.tables = tables
        self.actors = {actor["actor_id"]: actor for actor in tables["actors"]}
        self.events = {event["event_id"]: event for event in tables["events"]}
        self.issues = {issue["issue_id"]: issue for issue in tables["issues"]}
        self.statements = [
            row | {"counts_on": last_day(row["date"], row["date_precision"])} for row in tables["statements"]
        ]
        self.on_issue = by(self.statements, "issue_id")
        self.on_event = by(self.statements, "event_id")
        self.evidence = by(tables["evidence"], "statement_id")
        self.searches = by(tables["coverage"], "actor_id")
        self.spells = defaultdict(list)
        for row in tables["memberships"]:
            if row["role"] in FULL_ROLES and row["joined"] is not None:
                spell = member_from(row["joined"]), member_until(row["left"])
                self.spells[row["actor_id"], row["organisation_id"]].append(spell)

    def is_member(self, actor, organisation, day):
        """Was the actor a full member of the organisation on that day, first and last day included?"""
        spells = self.spells.get((actor, organisation), ())
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

    def in_dates(self, asked):
        """Every statement on the issue that counts from a day in the range, whatever the other filters."""
        among = self.statements if asked["issue_id"] is None else self.on_issue.get(asked["issue_id"], [])
        return [row for row in among if within(row["counts_on"], asked)]

    def seen(self, asked):
        """Statements in view, whoever made them and whatever their stance, with what the view adds to them."""
        rows = []
        for statement in self.in_dates(asked):
            evidence = self.passing_evidence(statement, asked)
            if evidence and (asked["kinds"] is None or statement["kind"] in asked["kinds"]):
                sources = len({row["source_id"] for row in evidence})
                rows.append(statement | {"attribution": strongest(evidence), "count_sources": sources})
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
