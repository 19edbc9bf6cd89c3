"""Whose words count for whom? Slow and plain, from docs/method.md#positions and #who-counts; see `oracle`."""

from tests.queries.oracle import by

UN = "UN"


def voice_of(row):
    """How a statement in view counts: as a vote, as a list, or as a statement."""
    if row["kind"] == "vote":
        return "vote"
    return "list" if row["attribution"] == "listed" else "statement"


def latest(statements):
    """All statements of the latest day among them."""
    day = max((each["counts_on"] for each in statements), default=None)
    return [each for each in statements if each["counts_on"] == day]


class Heard:
    """What a question lets count, before anybody's position is taken.

    Asked for are the columns that `oracle.Oracle.seen` needs, members_of, voices, un_members_only and through.
    """

    def __init__(self, oracle, asked):
        self.oracle = oracle
        self.members_of = asked["members_of"]
        self.voices = asked.get("voices")
        self.un_members_only = asked.get("un_members_only") or False
        self.through = sorted(set(asked["through"] or []))
        self.said = by(oracle.seen(asked), "actor_id")
        self.spoken = by(oracle.in_dates(asked), "actor_id")

    def is_among(self, actor, day):
        """Does the filter for members keep what is said on that day for the actor?"""
        return self.oracle.is_member_of_one(actor, self.members_of, day)

    def is_of_the_un(self, actor, day):
        """Does the rule for UN members let the actor count on that day?"""
        return not self.un_members_only or self.oracle.is_member(actor, UN, day)

    def counts(self, row, actor):
        """Is the voice switched on as which the statement counts, and the actor one of those who count?"""
        voice_is_on = self.voices is None or voice_of(row) in self.voices
        return voice_is_on and self.is_of_the_un(actor, row["counts_on"])

    def weighed(self, actor, speaker, day=None):
        """What the speaker said for the actor (itself, or as an organisation that it belonged to), up to a day."""
        return [
            row
            for row in self.said.get(speaker, ())
            if (day is None or row["counts_on"] <= day)
            and (speaker == actor or self.oracle.is_member(actor, speaker, row["counts_on"]))
            and self.is_among(actor, row["counts_on"])
        ]

    def latest_counted(self, actor, speaker, day=None):
        """What the speaker said last for the actor, among what counts."""
        return latest([row for row in self.weighed(actor, speaker, day) if self.counts(row, actor)])

    def spoke(self, actor, day=None):
        """Did the actor say anything itself on the issue in these dates, whatever filters and rules leave out?"""
        return any(day is None or row["counts_on"] <= day for row in self.spoken.get(actor, ()))

    def deciding(self, actor, day=None):
        """The statements that decide an actor's position as of a day, and who lends them (None: own voice)."""
        own = self.latest_counted(actor, actor, day)
        if own or self.spoke(actor, day):
            return own, None
        borrowed = [row for organisation in self.through for row in self.latest_counted(actor, organisation, day)]
        return borrowed, sorted({row["actor_id"] for row in borrowed})
