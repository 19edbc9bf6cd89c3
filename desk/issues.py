"""Which issue of the collection could a statement be about?"""

from desk import tables


def suggested(excerpt: str, title: str, stance: str | None) -> str | None:
    """The first issue all of whose words the excerpt has, else the excerpt with the title; None where none fits."""
    for words in (excerpt.lower(), f"{title} {excerpt}".lower()):
        for issue_id, asked_for, needed in tables.issue_words():
            if asked_for in {"", stance} and all(word in words for word in needed):
                return issue_id
    return None
