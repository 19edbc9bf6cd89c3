"""The annotations of a source to take away: all of them, about that source and nothing else."""

import json
from datetime import date

import exports
import queries
from ui import annotation_files, rows
from ui.view import View

ARTICLE = "azernews-2020-04-15-geo"
# Filters of other pages, under which most passages of the article would be hidden.
VIEW = View(date(2020, 4, 1), date(2020, 4, 2), "nk-votes-valid", ["GEO"], [], ["support"], [], [], "")


def described():
    source = rows.records("source_by_id", source_id=ARTICLE)[0]
    count = rows.table(annotation_files.QUESTION, source_id=ARTICLE).num_rows
    return annotation_files.describe(source, VIEW, count)


def test_the_file_holds_every_passage_whatever_the_filters_are():
    about = described()
    said = json.loads(annotation_files.file(next(iter(queries.served())), ARTICLE, about))
    assert said["total"] == about.rows == len(rows.records("passages_of_source", source_id=ARTICLE))
    assert said["label"].startswith("What Démarche quotes from “Georgia does not recognise")


def test_the_file_is_named_for_its_source_and_names_no_filter():
    about = described()
    assert exports.stem(about).startswith("demarche-annotations-azernews-2020-04-15-geo-")
    assert [name for name, _ in about.filters] == ["Source"]
    assert (about.since, about.until) == (None, None)
