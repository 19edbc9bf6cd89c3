"""What does the parser get to see? Text of the same length, in which each quotation and each list is one word.

A parser that has learnt from newspapers is easily lost in a quotation of five sentences or a list of eighteen
states; as a single noun either has one plain place in its sentence. So does a word that is printed twice by
mistake. Offsets stay as they are.
"""

import re
from collections.abc import Iterable, Iterator

from desk.actors import Mention
from desk.language import LONGEST_PIECE
from desk.quotations import Quotation, paragraphs

_KEPT_AT_THE_END = ",.!?"
_CLAUSE_OPENS = re.compile(r"(?:^|[\n.!?:;—–\d] *|- |\b(?:and|but|while) )(?:[Tt]he )?$")
_ASIDE = re.compile(
    r", (?:whose|where|meeting|in|at|long|once|still|already|claimants|like|with|for its part|for one|too|though|"
    r"however)"
    r"\b(?:[^,;:.\n\d\"“”«»]|\b[12]\d{3}\b){0,90},(?= [a-z])"
)
"""What is said of an actor between two commas: a parser takes its verb for what the actor did."""
_DAY = re.compile(r"(?:\b(?:on|last|late|early) ){0,2}\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester)day")
_NOISE = re.compile(r"[^\w\s]{20,}")
_PHRASES = re.compile(
    r"\b(?:(?P<announced>let it be known|made it known)|(?P<insisted>made (?:it )?(?:very |quite |perfectly )?clear)|"
    r"(?P<insists>makes (?:it )?(?:very |quite |perfectly )?clear)|(?P<believes>takes the view|is of the view)|"
    r"(?P<believed>took the view|was of the view))\b"
)
"""Several words that report speech as one verb does, which is what a parser gets to see."""
_TWICE = re.compile(r"\b(\w+) (?=\1\b)")


def masked(text: str, start: int, quoted: Iterable[Quotation], named: Iterable[Mention]) -> str:
    """Write the text for the parser.

    Args:
        text: The article.
        start: Where it begins, past the dateline.
        quoted: Its quotations; fragments lose their marks only.
        named: Its actors; lists become one word.

    Returns:
        Text of the same length.
    """
    characters = [" " if not c.isspace() else c for c in text[:start]] + list(text[start:])
    for mention in named:
        if mention.is_list:
            _overwrite(characters, mention.start, _list_as_one_word(text, mention))
        _overwrite(characters, *_aside(text, mention.end))
    for quotation in quoted:
        if quotation.start < start:
            continue
        if quotation.direct:
            _overwrite(characters, quotation.start, _as_one_word(text, quotation))
            for first, last in quotation.parts[1:]:
                _overwrite(characters, first, " " * (last - first))
        else:
            characters[quotation.start] = characters[quotation.end - 1] = " "
    # A sentence ends at a semicolon too: what follows says something of its own.
    words = _NOISE.sub(lambda noise: " " * len(noise[0]), "".join(characters))
    words = _PHRASES.sub(lambda phrase: str(phrase.lastgroup).ljust(len(phrase[0])), words)
    return _TWICE.sub(lambda twice: " " * len(twice[0]), words.replace(";", "."))


def _aside(text: str, start: int) -> tuple[int, str]:
    """The aside behind a name, and what the parser sees of it: no more than its day."""
    aside = _ASIDE.match(text, start)
    if aside is None:
        return start, ""
    day = _DAY.search(text, *aside.span())
    blank = " " * len(aside[0])
    return start, blank[: day.start() - start] + day[0] + blank[day.end() - start :] if day else blank


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with the place at which each starts; the longest are cut, between sentences if they can be."""
    for start, end in paragraphs(text):
        while end - start > LONGEST_PIECE:
            cuts = (text.rfind(mark, start + 1, start + LONGEST_PIECE) for mark in (". ", " "))
            cut = next((at + 1 for at in cuts if at > 0), start + LONGEST_PIECE)
            yield start, text[start:cut]
            start = cut
        words = text[start:end].lstrip()
        yield end - len(words), words


def _overwrite(characters: list[str], start: int, word: str) -> None:
    characters[start : start + len(word)] = word


def _list_as_one_word(text: str, mention: Mention) -> str:
    """A pronoun where a list opens its clause, since that is a subject to any parser; a name elsewhere."""
    length = mention.end - mention.start
    opens = _CLAUSE_OPENS.search(text[max(0, mention.start - 20) : mention.start])
    return "They".ljust(length) if opens else "X".ljust(length, "x")


def _as_one_word(text: str, quotation: Quotation) -> str:
    start, end = quotation.parts[0]
    last = text[end - 2]
    last = last if last in _KEPT_AT_THE_END else "q"
    after = text[end:].lstrip(" ")[:1]
    if after.islower() or (last in "!?" and after not in {"", "\n"}):
        last = ","
    inner = end - start - 2
    return '"' + ("Q" + "q" * (inner - 2) + last if inner > 1 else last) + '"'
