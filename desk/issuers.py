"""Who is "we" in a document that is printed as it came?"""

import re

from desk.actors import mentions
from desk.articles import Article
from desk.datelines import dateline
from desk.subjects import NOBODY, Speaker

_HEADED = re.compile(
    r"\b(?:press release|release|statement|communiqu[eé]|declaration|note verbale|message|letter)\b"
    r"[^.,:;\n\"“]{0,40}?\b(?:by|of|from)\b[^.:;\n\"“]{3,120}",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\b(?:below|full text|the text of|as received|in full|verbatim|reads as follows)\b", re.IGNORECASE
)
_HEAD = 400
"""Characters in which the head of a document stands."""


def issuer(article: Article) -> Speaker:
    """The actor whose statement an article prints, by its title or its head; `NOBODY` where it prints none."""
    start = dateline(article.text).end
    head = article.text[start : start + _HEAD]
    lines = [line for line in head.split("\n") if _PRINTED.search(line) or not line.rstrip().endswith((".", "”", '"'))]
    for line in (article.title, *lines):
        headed = _HEADED.search(line)
        named = mentions(headed[0], article.text, {}) if headed else []
        if named:
            return Speaker(named[0].actor_ids, named[0].names, named[0].is_list)
    return NOBODY
