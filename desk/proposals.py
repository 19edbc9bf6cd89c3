"""Which statements does an article hold? The steps in their order, from text to proposals."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from desk import issues
from desk.actors import mentions
from desk.articles import Article, Proposal
from desk.datelines import dateline
from desk.dates import Dated, dated, first_named, is_background, stated
from desk.earlier import borne_out, stance_of
from desk.interviews import is_interview
from desk.issuers import issuer
from desk.quoted import quoted
from desk.reading import Reading, Sentence, read
from desk.relevance import is_diplomatic
from desk.reported import Found, reported
from desk.rolls import CONFIDENCE as OF_ROLLS
from desk.rolls import RULE as ROLL
from desk.rolls import called
from desk.sections import sections
from desk.speakers import Memory
from desk.stances import LEAST_SURE
from desk.subjects import NOBODY
from desk.turns import RULE as NOUN
from desk.turns import turns
from desk.voices import named_behind, on_behalf_of
from desk.withdrawals import RULE, without_withdrawn

CONFIDENCE = {
    "quotation with its verb": 0.9,
    ROLL: OF_ROLLS,
    "stance verb": 0.8,
    RULE: 0.8,
    NOUN: 0.7,
    "echo": 0.8,
    "list": 0.8,
    "quotation after a colon": 0.7,
    "reported clause": 0.7,
    "quotation that goes on": 0.6,
}
"""By rule; half of it where no cue of stance fired in the statement itself."""
_REACH = 80
"""Proposals, counted back, that a cue can point back to."""
_MEETING = ("vote", "voted", "summit", "meeting", "session", "assembly", "council", "debate")


def propose(article: Article) -> list[Proposal]:
    """Propose the statements of an article, in the order of the text.

    Args:
        article: The article as it was published.

    Returns:
        The proposals; none where the article is not about diplomacy.
    """
    memory, day = Memory(_actor_of_place(article), issuer(article), is_interview(article)), None
    found: list[Proposal] = []
    settled: dict[str, str] = {}
    for start, end in sections(article.text):
        reading = read(article, start, end, settled)
        day = day or _lede_day(reading, article)
        for sentence, following in zip_longest(reading.sentences, reading.sentences[1:]):
            for statement in _statements(sentence, following, memory, article):
                when = dated(sentence, statement.verb, article.published, day)
                found += _proposals(statement, when, article, found)
        found += [proposal for roll in reading.rolls for proposal in called(roll, day, article)]
    stances = {proposal.actor_id for proposal in found if proposal.stance}
    if not is_diplomatic(f"{article.title}\n{article.text}", len(stances)):
        return []
    return without_withdrawn(sorted(set(found), key=lambda p: (p.start, p.end, p.actor_id)), article.text)


def _actor_of_place(article: Article) -> str:
    """The actor whose place the dateline names; "" without one."""
    place = dateline(article.text).place
    return next((mention.actor_ids[0] for mention in mentions(place, article.text, {})), "")


def _statements(sentence: Sentence, following: Sentence | None, memory: Memory, article: Article) -> Iterator[Found]:
    memory.meet(sentence)
    words = _words(sentence)
    voice = on_behalf_of(sentence, article.text)
    for statement in reported(sentence, memory, voice):
        if not is_background(words, stated(sentence, statement.verb, article.published), article.published):
            yield statement
    yield from turns(sentence, memory)
    behind = named_behind(following, memory) if following is not None else NOBODY
    yield from quoted(sentence, memory, voice, behind, article.text)
    memory.turn(sentence)


def _proposals(statement: Found, when: Dated, article: Article, found: Sequence[Proposal]) -> Iterator[Proposal]:
    speaker, before = statement.speaker, found[-_REACH:]
    is_quote = statement.rule.startswith("quotation")
    kind = "direct-quote" if is_quote else "listed" if speaker.is_list else "reported"
    is_sure = statement.hit is not None and statement.hit.rank < LEAST_SURE
    end = _closed(article.text, statement.start, statement.end)
    excerpt = article.text[statement.start : end]
    names = speaker.names if len(speaker.names) == len(speaker.actor_ids) else speaker.names * len(speaker.actor_ids)
    for actor, name in zip(speaker.actor_ids, names, strict=False):
        told = borne_out(statement, actor, article, before)
        stance = told.stance if told else stance_of(statement, actor, article, before)
        yield Proposal(
            actor_id=actor,
            speaker=name,
            stance=stance,
            kind=kind,
            date=when.day,
            date_basis=when.basis,
            start=statement.start,
            end=end,
            excerpt=excerpt,
            rule=f"{statement.rule}, after a report" if told else statement.rule,
            cues=told.cues if told else statement.words,
            confidence=CONFIDENCE[statement.rule] * (1 if is_sure and stance else 0.5),
            issue_id=issues.suggested(excerpt, article.title),
        )


def _closed(text: str, start: int, end: int) -> int:
    """Where an excerpt ends, with the mark that closes a fragment quoted in it: 'called it "a sham"'."""
    for opening, closing in ('""', "“”", "«»"):
        behind = text[end : end + 2].lstrip(".,!?")[:1]
        opened = text.count(opening, start, end) - (text.count(closing, start, end) if closing != opening else 0)
        if behind == closing and opened % 2 == 1:
            return text.index(closing, end) + 1
    return end


def _words(sentence: Sentence) -> str:
    return " ".join(token.text for token in sentence.span if token.i not in sentence.quoted)


def _lede_day(reading: Reading, article: Article) -> date:
    """The day of the meeting that the first sentence tells of, else the day of publication."""
    line = article.text[: dateline(article.text).end]
    published = first_named(line, article.published) or article.published
    for sentence in reading.sentences[:1]:
        if any(word in _words(sentence).lower() for word in _MEETING):
            return stated(sentence, None, published) or published
    return published
