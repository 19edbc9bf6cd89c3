"""When was a statement made, and does the text say so or do we infer it?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spacy.tokens import Token

from desk import months
from desk.reading import Sentence
from desk.verbs import SUBJECTS, VERBS

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{months.NAME})\.?"
# In ASCII alone: a long s (ſ) would count as an s otherwise.
_ANY_CASE = re.IGNORECASE | re.ASCII
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b", _ANY_CASE)
_RELATIVE = re.compile(
    r"\b(today|yesterday|overnight|last night|last evening|earlier in the day|hours later)\b", _ANY_CASE
)
_THE_DAY_BEFORE = {"yesterday", "last night", "last evening"}
_OCCASIONS = {
    "address",
    "briefing",
    "conference",
    "interview",
    "letter",
    "note",
    "post",
    "release",
    "speech",
    "statement",
}
"""What a statement is made in: "said in an interview on Thursday"."""
_CALENDAR = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?\b"),
)
_OPEN = re.compile(
    r"\b(?:recently|previously|repeatedly|in the past|in recent (?:days|weeks|months)|earlier this (?:week|month|year)|"
    r"last (?:week|month|year|spring|summer|autumn|winter)|ha[sd] long|have long|"
    r"(?:ha[sd]|have) (?:repeated|repeatedly|always|consistently|earlier))\b|"
    rf"^\W*(?:in|by|since) (?:(?:the|early|late) )?(?:{months.NAME}(?! \d)|(?:spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"\b(?:(?:in|since|during|until|by|after|before|from)\s+(?:(?:early|late)\s+)?|{months.NAME}\.?\s+(?:\d{{1,2}},?\s+)?)"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
"""A year that says when: the numbers of resolutions and of soldiers do not."""


class Dated(NamedTuple):
    """A day and its basis: stated, inferred, or None with no day where the text leaves it open."""

    day: date | None
    basis: str | None


def dated(sentence: Sentence, verb: Token | None, published: date, otherwise: date) -> Dated:
    """Date a statement.

    Args:
        sentence: The sentence that makes it.
        verb: Its predicate; None for a quotation, which the whole sentence dates.
        published: Day of publication; days of the week are the last before it, or itself.
        otherwise: The day to infer where the sentence names none.
    """
    day = stated(sentence, verb, published)
    if day:
        return Dated(day, "stated")
    joined = verb is not None and verb.dep_ == "conj" and any(child.dep_ == "nsubj" for child in verb.children)
    clause = " ".join(token.text for token in (verb.subtree if verb is not None and joined else sentence.span))
    return Dated(None, None) if _OPEN.search(clause) else Dated(otherwise, "inferred")


def first_named(words: str, published: date) -> date | None:
    """The first day that some words name, such as those of a dateline."""
    return min(_named(words, published), default=(0, None))[1]


def stated(sentence: Sentence, verb: Token | None, published: date) -> date | None:
    """The first day that a sentence names for a statement; days of elections, attacks or deadlines are passed over."""
    words = "".join(t.text_with_ws if t.i not in sentence.quoted else " " * len(t.text_with_ws) for t in sentence.span)
    # A day to come is that of what is announced.
    past = [(at, day) for at, day in _named(words, published) if day <= published]
    found = [(at, day) for at, day in past if _is_of_statement(sentence, at, verb)]
    return min(found, default=(0, None))[1]


def _is_of_statement(sentence: Sentence, at: int, verb: Token | None) -> bool:
    """Whether the day at an offset of the sentence hangs on its statement, not on what the statement is about."""
    start = sentence.span.start_char + at
    token = next(t for t in sentence.span if t.idx + len(t.text) > start)
    governor = _governor(token)
    if governor.lemma_.lower() in _OCCASIONS or governor.pos_ == "ADJ":
        return True
    if governor.pos_ not in VERBS:
        return any(ancestor.dep_ in SUBJECTS for ancestor in token.ancestors)
    return (
        verb in (None, governor)
        or governor.dep_ in {"ROOT", "conj"}
        or any(c.dep_ == "nsubj" for c in governor.children)
    )


def _governor(token: Token) -> Token:
    """The verb or noun on which a day hangs, past prepositions and the parts of the date itself."""
    for ancestor in token.ancestors:
        if ancestor.pos_ not in {"ADP", "NUM", "PUNCT"} and not _is_of_date(ancestor):
            return ancestor
    return token


def _is_of_date(token: Token) -> bool:
    return months.is_month(token.text) or token.lower_ in {"evening", "night"}


def is_background(words: str, day: date | None, published: date) -> bool:
    """Whether a sentence tells of a time well before the publication: history, not news.

    Args:
        words: The sentence.
        day: The day that it names for its statement, None where it names none.
        published: Day of publication.
    """
    years = [day.year] if day else [int(match["year"]) for match in _YEAR.finditer(words)]
    return any(year < published.year - 1 for year in years)


def _named(words: str, published: date) -> Iterator[tuple[int, date]]:
    for match in _WEEKDAY.finditer(words):
        back = (published.weekday() - _DAYS.index(match[0].lower())) % 7
        yield match.start(), _back(published, back)
    for match in _RELATIVE.finditer(words):
        yield match.start(), _back(published, 1 if match[0].lower() in _THE_DAY_BEFORE else 0)
    for pattern in _CALENDAR:
        for match in pattern.finditer(words):
            if day := _calendar_day(match, published):
                yield match.start(), day


def _calendar_day(match: re.Match[str], published: date) -> date | None:
    month = months.number(match["month"])
    try:
        day = date(int(match["year"] or published.year), month, int(match["day"]))
        return day.replace(year=day.year - 1) if not match["year"] and day > _back(published, -7) else day
    except ValueError:
        return None


def _back(day: date, days: int) -> date:
    """A day so many days earlier; the calendar's first or last day where it has none."""
    return date.fromordinal(min(max(1, day.toordinal() - days), date.max.toordinal()))
