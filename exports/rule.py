"""Who counts as having a position? The reader's counting rule: its short names, and how it reads in words."""

from collections.abc import Mapping, Sequence

from exports.phrases import list_words
from exports.vocabulary import COUNTED_IN_WORDS, VOICES

# Consensus bodies of many states: one communiqué would speak for whole continents, so a reader turns them on by name.
WIDE = ("NAM-ORG", "OIC", "OSCE", "UN")
SHORT = {
    "own": "every own voice: statements, votes, mentions in lists",
    "no-lists": "own statements and votes, without mentions in lists",
    "statements": "own statements only",
    "votes": "votes only",
    "borrowed": "own voice, or borrowed from any narrow organisation",
    "un": "own voice, of members of the United Nations only",
}
"""What each value of `rule` in an address means."""
VOICES_OF = {"no-lists": ("statement", "vote"), "statements": ("statement",), "votes": ("vote",)}


def sentence(voices: Sequence[str], through: Sequence[str], actors: Mapping[str, str], *, un_members_only: bool) -> str:
    """Say a rule: own voice only; mentions in lists included; all states and authorities.

    Args:
        voices: That count; none means all.
        through: Organisations whose voice their members may borrow.
        actors: Names by id.
        un_members_only: Whether nobody else counts.
    """
    named = list_words([actors[lender] for lender in through], most=len(through))
    said = [f"own voice, or borrowed from {named}" if through else "own voice only"]
    counted = [voice for voice in VOICES if voice in voices] or [*VOICES]
    if len(counted) < len(VOICES):
        said.append(f"counting only {list_words([VOICES[voice].lower() for voice in counted])}")
    else:
        said.append("mentions in lists included")
    return "; ".join([*said, COUNTED_IN_WORDS["un" if un_members_only else "everyone"]])
