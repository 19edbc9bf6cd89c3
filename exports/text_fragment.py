"""The address of a passage within a page that is not ours: a text fragment, `#:~:text=[prefix-,]start[,end][,-suffix]`.

A browser that knows the syntax (wicg.github.io/scroll-to-text-fragment) goes to the first words that match and marks
them; any other opens the page as ever. Words match whatever their case, and only whole words do; white space is any
white space. Each of the four parts has to lie within one block of the page, and any line end of our text may be the
edge of a block.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple
from urllib.parse import quote, urlsplit

# A longer passage is named by its first and its last words, as few of them as will do.
LONGEST_WHOLE = 300
COUNTS_AT_ENDS = (4, 8, 16, 32)
COUNTS_AROUND = (2, 6, 18)
# Characters: of the text that is looked at around a passage, of a word that is completed, of a part of an address.
REACH = 400
LONGEST_WORD = 100
LONGEST_PART = 1_500


class Words(NamedTuple):
    """The four parts of a fragment; empty ones are left out of it."""

    prefix: str = ""
    start: str = ""
    end: str = ""
    suffix: str = ""


def at_passage(url: str, text: str, start: int, end: int) -> str:
    """Give the address at which a page opens at a passage; the page's own where the passage cannot be named.

    Args:
        url: Of the page.
        text: Of the page, as it is held.
        start: First code point of the passage.
        end: One past the last.
    """
    words = words_of(text, start, end)
    if urlsplit(url).scheme not in ("http", "https") or not words.start:
        return url
    page = url.partition(":~:")[0]
    return f"{page}{'' if '#' in page else '#'}:~:text={written(words)}"


def written(words: Words) -> str:
    """Write the parts in their syntax, in which hyphen, comma and ampersand have a meaning."""
    prefix, start, end, suffix = (quote(part, safe="").replace("-", "%2D") for part in words)
    return ",".join(filter(None, (prefix and f"{prefix}-", start, end, suffix and f"-{suffix}")))


def words_of(text: str, start: int, end: int) -> Words:
    """Name a passage by its words, and by those around it where they alone tell it from the rest of the text.

    Args:
        text: That the passage stands in.
        start: First code point of the passage; within a word, the whole word is named.
        end: One past the last.

    Returns:
        The parts; all empty where the passage holds no words, or one without end. Where they cannot tell its end from
        what is alike within it, its first words alone; where nothing tells it from others of its like, as in a text
        that repeats itself line by line, they fit the first of these.
    """
    start, end = _whole(text, start, end)
    if start == end:
        return Words()
    names = list(dict.fromkeys(_names(text[start:end])))
    if max(map(len, names[0])) > LONGEST_PART:
        return Words()
    ways = list(product(_around(text, start, end), names))
    wholes = (Words(prefix, first, last, suffix) for (prefix, suffix), (first, last) in ways)
    firsts = (Words(prefix, first) for (prefix, suffix), (first, _) in ways if not suffix)
    return (
        next((words for words in wholes if _only_place(words, text) == (start, end)), None)
        or next((words for words in firsts if (_only_place(words, text) or (-1, -1))[0] == start), None)
        or Words("", names[-1][0])
    )


def _names(passage: str) -> Iterator[tuple[str, str]]:
    """Name a passage by all of its words where they are few and on one line, else by the first and the last."""
    lines = passage.splitlines()
    first, last = lines[0].split(), lines[-1].split()
    if len(lines) == 1 and (len(passage) <= LONGEST_WHOLE or len(first) == 1):
        yield " ".join(first), ""
        return
    # On one line, the first words do not reach into the last ones.
    most = len(first) // 2 if len(lines) == 1 else COUNTS_AT_ENDS[-1]
    for count in COUNTS_AT_ENDS:
        yield " ".join(first[: min(count, most)]), " ".join(last[-min(count, most) :])


def _around(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Give words ahead of a passage and behind it: none first, then ever more of the nearest lines."""
    yield "", ""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    # What is looked at begins and ends with whole words.
    before = re.sub(r"\A\S+", "", before) if start > REACH else before
    after = re.sub(r"\S+\Z", "", after) if end + REACH < len(text) else after
    ahead, behind = _of_a_line(reversed(before.splitlines())), _of_a_line(after.splitlines())
    for count in COUNTS_AROUND:
        prefix, suffix = " ".join(ahead[-count:]), " ".join(behind[:count])
        yield from ((prefix, ""), ("", suffix), (prefix, suffix))


def _of_a_line(lines: Iterable[str]) -> list[str]:
    """Split the first line that has words into them."""
    return next((line.split() for line in lines if line.strip()), [])


def _only_place(words: Words, text: str) -> tuple[int, int] | None:
    """Find where the parts fit a text; None where their beginning fits at several places, or they do not."""
    beginnings = _found(text, 0, words.prefix, words.start, "" if words.end else words.suffix)
    first, second = next(beginnings, None), next(beginnings, None)
    if first is None or second:
        return None
    # Of the last words, the first match counts.
    last = next(_found(text, first.end(1), "", words.end, words.suffix), None) if words.end else first
    return (first.start(1), last.end(1)) if last else None


def _found(text: str, since: int, ahead: str, words: str, behind: str) -> Iterator[re.Match[str]]:
    """Find words between others; group 1 is the words themselves. It may find more than a browser, never less."""
    before, middle, after = (r"\s+".join(map(re.escape, part.split())) for part in (ahead, words, behind))
    left = r"(?<!\w)" if re.match(r"\w", ahead or words) else ""
    right = r"(?!\w)" if re.search(r"\w\Z", behind or words) else ""
    whole = (before and rf"{before}\s*") + f"({middle})" + (after and rf"\s*{after}")
    pattern = re.compile(left + whole + right, re.IGNORECASE)
    while found := pattern.search(text, since):
        yield found
        since = found.start() + 1


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space off the ends of a passage, and complete the words that it cuts."""
    passage = text[start:end]
    start, end = end - len(passage.lstrip()), max(end - len(passage.lstrip()), start + len(passage.rstrip()))
    first, last = max(1, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while first <= start < end and _is_in_word(text[start - 1]) and _is_in_word(text[start]):
        start -= 1
    while start < end < last and _is_in_word(text[end - 1]) and _is_in_word(text[end]):
        end += 1
    return start, end


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
