"""How well a statement is corroborated: how many sources carry it, how many origins stand behind them, what each is."""

from collections.abc import Mapping, Sequence
from typing import Any

from exports.phrases import count_words
from methods import independence

Row = Mapping[str, Any]
# A list is named as such by the attribution, and whose own document it is, too.
ROLES = {"primary": "Primary document", "report": "First-hand report", "copy": "Copy"}


def weigh(evidence: Sequence[Row]) -> independence.Weighed:
    """Weigh the sources of one statement.

    Args:
        evidence: Of that statement, from `evidence_of_statements`.
    """
    return independence.weigh(
        [independence.Source(row["source_id"], row["attribution"], row["origin_id"]) for row in evidence]
    )


def sentence(evidence: Sequence[Row]) -> str:
    """Say how many sources one statement has, and of how many origins they are.

    Args:
        evidence: Of that statement, from `evidence_of_statements`.
    """
    found = weigh(evidence)
    counted = count_words(found.count_sources, "source")
    if found.count_sources == 1:
        return f"{counted}."
    origins = count_words(found.count_origins, "origin")
    if found.is_compared:
        return f"{counted}, {origins}."
    untold = len({row["source_id"] for row in evidence if row["origin_id"] is None})
    if untold == found.count_sources:
        return f"{counted}; no text of theirs is held here, so they could not be compared."
    holds = "holds" if untold == 1 else "hold"
    untold_words = f"{untold:,} of them {holds} no text here and could not be compared"
    most = f"; at most {origins}" if found.count_origins < found.count_sources else ""
    return f"{counted}; {untold_words}{most}."


def role(row: Row, found: independence.Weighed) -> str:
    """Name what a source is for a statement; empty where its attribution says it already.

    Args:
        row: Of its evidence.
        found: What `weigh` made of all evidence of the statement.
    """
    name = found.roles[row["source_id"]]
    # A report is known to be somebody's own only where it was compared with all others that there are.
    is_known = name != "report" or (found.is_compared and found.count_sources > 1)
    return ROLES.get(name, "") if is_known else ""
