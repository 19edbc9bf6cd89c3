"""What is at a token? Sentences of an article with the place of each token, and the actors and quotations there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple, TypeVar

from spacy.tokens import Span, Token

from desk import language
from desk.actors import Mention, joined, mentions
from desk.articles import Article
from desk.datelines import dateline
from desk.masking import masked, pieces
from desk.quotations import Quotation, quotations
from desk.rolls import Roll, rolls

_Place = TypeVar("_Place", Mention, Quotation)


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence whose tokens start at `base` + `token.idx` in the article."""

    span: Span
    base: int
    actors: Mapping[int, Mention] = field(repr=False)
    quoted: Mapping[int, Quotation] = field(repr=False)

    def place(self, token: Token) -> tuple[int, int]:
        """Start and end, in the article, of a token or of the list that it stands for."""
        mention = self.actors.get(token.i)
        if mention and mention.is_list:
            return mention.start, mention.end
        start = self.base + token.idx
        return start, start + len(token.text)


class Reading(NamedTuple):
    """A part of an article as the rules see it."""

    sentences: list[Sentence]
    rolls: list[Roll]


def read(article: Article, start: int, end: int, settled: dict[str, str]) -> Reading:
    """Find quotations and actors in a part of an article, then parse what is left of the sentences around them.

    Args:
        article: The article.
        start: Where the part begins; its dateline, if it has one, is left out.
        end: Where it ends.
        settled: What ambiguous names mean in the whole article; further ones are added.
    """
    text = article.text[start:end]
    marked = quotations(text)
    quoted = [quotation for quotation in marked if quotation.direct]
    said = [part for quotation in quoted for part in quotation.parts]
    unquoted = _outside(mentions(text, article.text, settled), said)
    called = rolls(text, unquoted)
    unlisted = _outside(unquoted, [(roll.start, roll.end) for roll in called])
    named = _outside(joined(text, unlisted), said)
    first = 0 if start else dateline(text).end
    seen = list(pieces(masked(_without(text, called), first, marked, named)))
    places = [m._replace(start=start + m.start, end=start + m.end) for m in named]
    spoken = [quotation.moved(start) for quotation in quoted]
    sentences = [
        Sentence(span, start + base, _at_tokens(span, start + base, places), _at_tokens(span, start + base, spoken))
        for (base, _), doc in zip(seen, language.parse(text for _, text in seen), strict=True)
        for span in doc.sents
    ]
    return Reading(sentences, [roll._replace(start=start + roll.start, end=start + roll.end) for roll in called])


def _without(text: str, called: Iterable[Roll]) -> str:
    """The text with white space in place of its roll calls, which are no sentences."""
    characters = list(text)
    for roll in called:
        characters[roll.start : roll.end] = " " * (roll.end - roll.start)
    return "".join(characters)


def _outside(named: Iterable[Mention], taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions that none of some places holds: who is named in a quotation does not speak there."""
    # In order and apart, so that the first that ends behind a mention is the only one that can hold it.
    after = ((m, bisect_right(taken, m.start, key=itemgetter(1))) for m in named)
    return [m for m, at in after if at == len(taken) or taken[at][0] >= m.end]


def _begin(place: Mention | Quotation) -> int:
    return place.parts[0][0] if isinstance(place, Quotation) else place.start


def _at_tokens(span: Span, base: int, places: Sequence[_Place]) -> dict[int, _Place]:
    """What lies at each token of a sentence, by the token's number in its document."""
    first = bisect_right(places, base + span.start_char, key=_begin)
    last = bisect_left(places, base + span.end_char, key=_begin)
    return dict(_overlaps(span, base, places[max(0, first - 1) : last]))


def _overlaps(span: Span, base: int, places: Iterable[_Place]) -> Iterator[tuple[int, _Place]]:
    starts = [base + token.idx for token in span]
    for place in places:
        start, end = place.parts[0] if isinstance(place, Quotation) else (place.start, place.end)
        if end > base + span.start_char and start < base + span.end_char:
            first = max(0, bisect_right(starts, start) - 1)
            for token in span[first : bisect_left(starts, end)]:
                yield token.i, place
