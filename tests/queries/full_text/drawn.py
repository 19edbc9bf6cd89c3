"""Small collections and queries drawn by chance from the vocabulary, each as text and as what the matcher reads."""

from datetime import date, timedelta

from tests.queries.full_text.vocabulary import BETWEEN, HAN, KEYS, PREFIXES, SPELLINGS

ACTORS = ["AAA", "BBB", "CCC"]
LANGUAGES = ["en", "az", None]
KINDS = ["source", "statement", "event", "actor"]
FIRST = date(1968, 6, 1)


def words(draw, most):
    """Some words of the vocabulary."""
    return [draw.choice(KEYS) for _ in range(draw.randint(0, most))]


def written(draw, keys):
    """Write words in any spelling, with anything between them that ends a word."""
    text = draw.choice(["", "", "\n", "“", "<", "&"])
    for place, key in enumerate(keys):
        if place and not (key in HAN and keys[place - 1] in HAN and draw.random() < 0.7):
            text += draw.choice(BETWEEN)
        text += draw.choice(SPELLINGS[key])
    return text + draw.choice(["", ".", "\n", " 🌍"])


def day(draw):
    """A day on either side of 1970, or none."""
    return draw.choice([None, FIRST + timedelta(draw.randint(0, 1200)), FIRST + timedelta(draw.randint(0, 1200))])


def collection(draw, size):
    """Draw a collection: rows by table, and the same documents as the matcher reads them."""
    names = {actor: words(draw, 2) for actor in ACTORS}
    issue = words(draw, 2)
    tables = {
        "actors": [],
        "issues": [row(draw, issue_id="i", title=issue, support_label=["peace"], oppose_label=["war"])],
        "sources": [],
        "statements": [],
        "events": [],
    }
    documents: list[dict] = []
    for number in range(size):
        made = {"source": source, "statement": statement, "event": event}[draw.choice(KINDS[:3])]
        made(draw, f"d{number}", tables, documents, names, issue)
    for actor, name in names.items():
        described = words(draw, 5)
        tables["actors"].append(row(draw, actor_id=actor, name=name, short_name=["s"], description=described))
        tables["actors"][-1]["aliases"] = [written(draw, ["aliyev"])]
        documents.append(document("actor", actor, [name, ["s"], ["aliyev"], described]))
    return tables, documents


def row(draw, **fields):
    """Write lists of words as text and leave all else."""
    return {name: written(draw, value) if isinstance(value, list) else value for name, value in fields.items()}


def document(found_in, name, parts, *, counts_on=None, **fields):
    """A document as the matcher reads it."""
    known = {"country": None, "language": None, "actor": None} | fields
    year = counts_on and counts_on.year
    return {"found_in": found_in, "id": name, "counts_on": counts_on, "year": year, "parts": parts} | known


def source(draw, name, tables, documents, names, issue):
    """A source; some have no text."""
    parts = [words(draw, 3), words(draw, 2), words(draw, 40)]
    counts_on, country, language = day(draw), draw.choice([None, *ACTORS]), draw.choice(LANGUAGES)
    actor = draw.choice([None, *ACTORS])
    fields = {"counts_on": counts_on, "publisher_country": country, "language": language, "actor_id": actor}
    tables["sources"].append(
        row(draw, source_id=name, title=parts[0], publisher=parts[1], text=parts[2] or None, text_sha256="x", **fields)
    )
    where = {"country": country, "language": language, "actor": actor}
    documents.append(document("source", name, parts, counts_on=counts_on, **where))


def statement(draw, name, tables, documents, names, issue):
    """A statement on the one issue."""
    actor, stance, counts_on = draw.choice(ACTORS), draw.choice(["support", "oppose"]), day(draw)
    speaker, summary = words(draw, 2), words(draw, 8)
    label = ["peace"] if stance == "support" else ["war"]
    fields = {"actor_id": actor, "issue_id": "i", "stance": stance, "counts_on": counts_on}
    tables["statements"].append(row(draw, statement_id=name, speaker=speaker, summary=summary, **fields))
    parts = [names[actor], issue, speaker, label, summary]
    documents.append(document("statement", name, parts, counts_on=counts_on, actor=actor))


def event(draw, name, tables, documents, names, issue):
    """An event."""
    title, place, summary, counts_on = words(draw, 3), words(draw, 1), words(draw, 8), day(draw)
    tables["events"].append(row(draw, event_id=name, title=title, place=place, summary=summary, start_date=counts_on))
    documents.append(document("event", name, [title, place, summary], counts_on=counts_on))


def query(draw, depth=3):
    """A query, as the matcher reads it."""
    kind = draw.choice(["word"] * 4 + ["prefix", "similar", "phrase", "phrase"] + ["not", "all", "any"] * (depth > 0))
    if kind in ("all", "any"):
        return [kind, *(query(draw, depth - 1) for _ in range(draw.randint(2, 3)))]
    if kind == "not":
        return [kind, query(draw, depth - 1)]
    if kind == "prefix":
        return [kind, draw.choice(PREFIXES)]
    if kind == "phrase":
        return [kind, *(draw.choice(KEYS) for _ in range(draw.randint(1, 3)))]
    return [kind, draw.choice([key for key in KEYS if kind == "word" or (key.isascii() and len(key) > 4)])]


def typed(draw, asked):
    """Write a query as a reader would type it."""
    kind, *rest = asked
    if kind in ("all", "any"):
        joint = draw.choice([" ", " AND "]) if kind == "all" else " OR "
        return f"({joint.join(typed(draw, each) for each in rest)})"
    if kind == "not":
        inside = typed(draw, rest[0])
        return f"NOT ({inside})" if rest[0][0] == "not" else f"NOT {inside}"
    if kind == "phrase":
        inside = "".join(draw.choice([" ", "-", ", "]) + draw.choice(SPELLINGS[key]) for key in rest)
        return draw.choice(['"{}"', "“{}”"]).format(inside)
    if kind == "prefix":
        return draw.choice([rest[0], rest[0].upper()]) + "*"
    return draw.choice(SPELLINGS[rest[0]]) + ("~" if kind == "similar" else "")


def some(draw, values, share=0.3):
    """Few of these values, seldom."""
    return tuple(draw.sample(values, draw.randint(1, len(values)))) if draw.random() < share else ()


def filters(draw):
    """Filters by the names that a question has for them."""
    days = [each for each in (day(draw), day(draw)) if each] if draw.random() < 0.5 else []
    return {
        "found_in": some(draw, KINDS),
        "countries": some(draw, ACTORS),
        "languages": some(draw, ["en", "az"]),
        "actors": some(draw, ACTORS),
        "years": some(draw, [1968, 1969, 1970, 1971], 0.2),
        "since": min(days) if days else None,
        "until": max(days) if len(days) > 1 else None,
    }
