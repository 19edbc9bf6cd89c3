"""A browser that follows the published rules goes from the address to the passage, and to no other."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exports.text_fragment import LONGEST_PART, Words, at_passage, words_of, written


class Directive(NamedTuple):
    """The four parts of a text directive as a browser reads them."""

    prefix: str = ""
    start: str = ""
    end: str = ""
    suffix: str = ""


def read(address):
    """Read the one text directive of an address: [prefix-,]start[,end][,-suffix], each percent-encoded."""
    fragment = urlsplit(address).fragment
    _, _, directives = fragment.partition(":~:")
    (parts,) = [each.removeprefix("text=").split(",") for each in directives.split("&")]
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    start, end = parts if len(parts) == 2 else [*parts, ""]
    return Directive(*map(unquote, (prefix, start, end, suffix)))


def is_of_word(character):
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def is_edge(text, place):
    """Whether no word goes on over a place."""
    return place in (0, len(text)) or not (is_of_word(text[place - 1]) and is_of_word(text[place]))


def fits(text, place, words):
    """Where words end that begin at a place; None if they do not stand there, within one line."""
    for character in words:
        if character == " ":
            space = re.compile(r"[^\S\r\n]+").match(text, place)
            if not space:
                return None
            place = space.end()
        elif place < len(text) and text[place].casefold() == character.casefold():
            place += 1
        else:
            return None
    return place


def search(text, words, since, edges):
    """The first place of words from a place on, as (start, end); `edges` says where words have to be whole."""
    for start in range(since, len(text)):
        end = fits(text, start, words)
        if end and (not edges[0] or is_edge(text, start)) and (not edges[1] or is_edge(text, end)):
            return start, end
    return None


def past_space(text, place):
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def go(text, directive):
    """Where a browser goes, as the steps of the description have it: (start, end), or None."""
    since = 0
    is_whole = bool(directive.end or not directive.suffix)
    while since < len(text):
        if directive.prefix:
            ahead = search(text, directive.prefix, since, (True, False))
            if not ahead:
                return None
            since = ahead[0] + 1
            start = past_space(text, ahead[1])
            end = fits(text, start, directive.start)
            if not end or (is_whole and not is_edge(text, end)):
                continue
            found = start, end
        else:
            found = search(text, directive.start, since, (True, is_whole))
            if not found:
                return None
            since = found[0] + 1
        if complete := closed(text, directive, found):
            return complete
    return None


def closed(text, directive, found):
    """Go on from the first words to the last ones and to what follows them."""
    start, end = found
    while True:
        if directive.end:
            last = search(text, directive.end, end, (True, not directive.suffix))
            if not last:
                return None
            end = last[1]
        if not directive.suffix:
            return start, end
        behind = past_space(text, end)
        after = fits(text, behind, directive.suffix)
        if after and is_edge(text, after):
            return start, end
        if not directive.end:
            return None


PIECES = ("a", "b", "Ab", "é", "e\u0301", "a-b", "x,y", "&", "“a”", "😀", "שלום", "-", "100%", "c+d", "_")
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)
LINES = st.lists(WORDS, min_size=1, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "  ", "\t", "\u00a0"]).map(lambda space: space.join(words))
)


@st.composite
def passages(draw):
    text = draw(st.sampled_from(["", "\n", " "])) + draw(st.sampled_from(["\n", "\r\n\r\n"])).join(
        draw(st.lists(LINES, min_size=1, max_size=5))
    )
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def whole(text, start, end):
    """The passage without white space around it, with the words that it cuts completed."""
    start, end = start + len(text[start:end]) - len(text[start:end].lstrip()), end
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    while not is_edge(text, start):
        start -= 1
    while not is_edge(text, end):
        end += 1
    return start, end


def is_told_by_its_line(text, start, end):
    """Whether a passage within one line is the only one of its words with what stands beside it on that line."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = end + len(re.split(r"[\r\n]", text[end:])[0])
    parts = [text[first:start], text[start:end], text[end:last]]
    pattern = r"\s*".join(r"\s+".join(map(re.escape, part.split())) for part in parts)
    return not re.search(r"[\r\n]", text[start:end]) and len(re.findall(f"(?={pattern})", text, re.IGNORECASE)) == 1


@given(passages())
def test_a_browser_goes_to_the_passage(drawn):
    text, start, end = drawn
    assume(text[start:end].strip())
    expected = whole(text, start, end)
    found = go(text, read(at_passage("https://example.org/page", text, start, end)))
    assert found is not None
    if found != expected:
        # Of what stands on one line this may be only where the words beside it are the same, too.
        assert not is_told_by_its_line(text, *expected)
        named, meant = (text[slice(*place)].casefold().split() for place in (found, expected))
        assert found[0] <= expected[0]
        assert named == meant[: len(named)]


@given(passages())
def test_words_around_a_passage_are_named_only_where_they_are_needed(drawn):
    text, start, end = drawn
    assume(text[start:end].strip())
    first, last = whole(text, start, end)
    words = words_of(text, start, end)
    same = re.escape(" ".join(text[first:last].split())).replace(r"\ ", r"\s+")
    if not re.search(r"[\r\n]", text[first:last]) and len(re.findall(f"(?={same})", text, re.IGNORECASE)) == 1:
        assert (words.prefix, words.suffix) == ("", "")


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("one two three", "two", Words("", "two")),
        ("two and one two three", "two three", Words("", "two three")),
        ("a first vote. Then a second vote. End", "vote. End", Words("", "vote. End")),
        ("he said yes and she said yes", "said yes", Words("he", "said yes")),
    ],
)
def test_a_passage_is_named_by_its_own_words_and_then_by_those_beside_it(text, passage, expected):
    start = text.index(passage)
    assert words_of(text, start, start + len(passage)) == expected


def test_the_second_of_two_alike_is_told_by_what_stands_beside_it():
    text = "he said yes and she said yes"
    start = text.rindex("said yes")
    assert words_of(text, start, len(text)) == Words("and she", "said yes")
    assert go(text, words_of(text, start, len(text))) == (start, len(text))


def test_a_long_passage_is_named_by_its_ends():
    text = "Before it. " + " ".join(f"word{at}" for at in range(200)) + " after it."
    start, end = text.index("word0"), text.index(" after")
    words = words_of(text, start, end)
    assert words == Words("", "word0 word1 word2 word3", "word196 word197 word198 word199")
    assert go(text, words) == (start, end)


def test_a_passage_over_paragraphs_is_named_by_its_ends_as_no_part_may_cross_one():
    text = "One.\n\nTwo is here.\nThree is there.\n\nFour."
    start, end = text.index("Two"), text.index("\n\nFour")
    assert words_of(text, start, end) == Words("", "Two is here.", "Three is there.")


def test_signs_with_a_meaning_are_encoded():
    assert written(Words("a-b,", "c & d", "50%", "“x”")) == "a%2Db%2C-,c%20%26%20d,50%25,-%E2%80%9Cx%E2%80%9D"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a", "https://example.org/a#:~:text=two"),
        ("https://example.org/a?b=c#part", "https://example.org/a?b=c#part:~:text=two"),
        ("https://example.org/a#part:~:text=other", "https://example.org/a#part:~:text=two"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("", ""),
    ],
)
def test_the_address_of_the_page_stays_what_it_is(url, expected):
    assert at_passage(url, "one two three", 4, 7) == expected


@pytest.mark.parametrize("text", ["   ", "\n\n", "a" * (2 * LONGEST_PART)])
def test_what_cannot_be_named_is_the_page_alone(text):
    assert at_passage("https://example.org/a", text, 0, len(text)) == "https://example.org/a"


def test_in_a_text_that_repeats_itself_the_first_of_its_like_is_named():
    text = "the same line\n" * 400
    start = text.rindex("the")
    assert go(text, words_of(text, start, start + 13)) == (0, 13)
