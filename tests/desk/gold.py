"""The articles of tests/desk/articles: invented for testing, labelled by hand. Never shown as news."""

import json
from pathlib import Path

ARTICLES = Path(__file__).with_name("articles")
FILES = sorted(ARTICLES.glob("*.jsonl"))


def labelled(name):
    return [json.loads(line) for line in (ARTICLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def everything():
    return [article for path in FILES for article in labelled(path.stem)]
