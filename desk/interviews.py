"""Whom does an interview let answer? A text in which questions stand by themselves, and so do the answers."""

import re
from itertools import pairwise

from desk.articles import Article
from desk.datelines import dateline
from desk.quotations import paragraphs

LEAST_ANSWERS = 2
_ANSWER = re.compile(r"\s*[\"“«„‘][^\n]*[\"”»“’]\s*")
_LONGEST_QUESTION = 250


def is_interview(article: Article) -> bool:
    """Whether quotations that nobody is said to say answer what stands before them, one question at least."""
    text = article.text[dateline(article.text).end :]
    lines = [text[start:end].strip() for start, end in paragraphs(text)]
    pairs = pairwise(lines)
    asked = [before for before, answer in pairs if _is_question(before) and _ANSWER.fullmatch(answer)]
    return len(asked) >= LEAST_ANSWERS and any(line.endswith("?") for line in asked)


def _is_question(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_QUESTION and not re.search(r"[\"“”«»„]", line)
