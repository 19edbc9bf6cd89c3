"""Which issue of the collection could a statement be about?"""

import re

from desk import tables


def suggested(excerpt: str, title: str) -> str | None:
    """The first issue whose words all begin words of the excerpt, else of it and the title; None where none fits."""
    for words in (excerpt.lower(), f"{title} {excerpt}".lower()):
        for issue_id, needed in tables.issue_words():
            if all(re.search(rf"\b{re.escape(word)}", words) for word in needed):
                return issue_id
    return None
