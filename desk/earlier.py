"""Which stance does a statement take over from what was proposed before it?"""

from collections.abc import Sequence

from desk.articles import Article, Proposal
from desk.reported import Found
from desk.stances import CONTRARY, LEAST_SURE, SAME


def stance_of(statement: Found, actor: str, article: Article, before: Sequence[Proposal]) -> str | None:
    """The stance that a cue shows; one that points back takes that of the statement that it is most like."""
    hit = statement.hit
    if hit is None or hit.stance not in {SAME, CONTRARY}:
        return hit.stance if hit else None
    words = _long_words(article.text[statement.start : statement.end])
    taken = [p for p in before if p.stance]
    if hit.stance == CONTRARY:
        # Who does not support it may oppose it; who does not oppose it has said nothing yet.
        return "oppose" if taken and taken[-1].stance == "support" else None
    if statement.rule == "echo":
        return taken[-1].stance if taken else None
    own = [p for p in taken if p.actor_id == actor] or taken
    best = max(reversed(own), key=lambda p: len(words & _long_words(p.excerpt)), default=None)
    return best.stance if best else None


def borne_out(statement: Found, actor: str, article: Article, before: Sequence[Proposal]) -> Proposal | None:
    """What the same paragraph, or the one before it, has just reported of the actor of a quotation without a cue."""
    if not statement.rule.startswith("quotation") or (statement.hit and statement.hit.rank < LEAST_SURE):
        return None
    last = before[-1] if before else None
    if last is None or last.actor_id != actor or not last.stance:
        return None
    return last if article.text.count("\n\n", last.end, statement.start) < 2 else None


def _long_words(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) > 4}
