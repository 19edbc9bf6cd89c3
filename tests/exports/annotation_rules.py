"""What the Web Annotation Data Model demands, as far as our files go; written down from the Recommendation.

https://www.w3.org/TR/annotation-model/ (23 February 2017): what MUST be is checked, and of what SHOULD be all that we
can know.
"""

import re

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
}
# Every key that the model's own context knows and that we use: any other would mean nothing to a reader.
KEYS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "generator", "rights", "total", "first", "last"},
    "AnnotationPage": {"id", "type", "partOf", "startIndex", "items"},
    "Annotation": {"id", "type", "motivation", "generator", "rights", "body", "target"},
    "TextualBody": {"type", "purpose", "value", "format", "language"},
    "SpecificResource": {"type", "source", "state", "selector"},
    "TimeState": {"type", "cached"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "Software": {"type", "name"},
}


def check_collection(said):
    """3.1, 5.1: a collection with one page in it, or an empty one."""
    assert said["@context"] == CONTEXT
    check_keys(said, "AnnotationCollection")
    check_iri(said["id"])
    assert isinstance(said["label"], str)
    check_count(said["total"])
    if not said["total"]:
        assert {"first", "last"}.isdisjoint(said)
        return
    check_page(said["first"], said)
    assert said["last"] == said["first"]["id"]
    ids = [said["id"], said["first"]["id"], *(annotation["id"] for annotation in said["first"]["items"])]
    assert len(set(ids)) == len(ids)


def check_page(page, collection):
    """5.2: at least one annotation; no context of its own where it is embedded, and no next page if it is the last."""
    check_keys(page, "AnnotationPage")
    check_iri(page["id"])
    assert page["partOf"] == collection["id"]
    assert page["startIndex"] == 0
    assert len(page["items"]) == collection["total"] > 0
    for annotation in page["items"]:
        check_annotation(annotation)


def check_annotation(annotation):
    """3.1, 3.3.5: one id, at least one target, known motivations."""
    check_keys(annotation, "Annotation")
    check_iri(annotation["id"])
    check_iri(annotation["rights"])
    assert annotation["motivation"] in MOTIVATIONS
    check_keys(annotation["generator"], "Software")
    for body in annotation["body"]:
        check_keys(body, "TextualBody")
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
        assert body["format"] == "text/plain"
    check_target(annotation["target"])


def check_target(target):
    """4.1 to 4.3: one source; selectors are alternatives for one selection, states come before them."""
    check_keys(target, "SpecificResource")
    check_iri(target["source"])
    quote, *positions = target["selector"]
    check_keys(quote, "TextQuoteSelector")
    assert all(isinstance(quote[key], str) and quote[key] for key in {"exact", "prefix", "suffix"} & set(quote))
    assert "exact" in quote
    assert len(positions) <= 1
    for position in positions:
        check_keys(position, "TextPositionSelector")
        check_count(position["start"])
        check_count(position["end"])
        assert position["start"] < position["end"]
        # Recommended with a position, because any change of the source moves it.
        check_keys(target["state"], "TimeState")
        check_iri(target["state"]["cached"])


def check_keys(part, kind):
    assert part["type"] == kind
    assert set(part) <= KEYS[kind]


def check_count(number):
    assert isinstance(number, int)
    assert not isinstance(number, bool)
    assert number >= 0


def check_iri(text):
    """RFC 3987: a scheme, and none of the characters that an IRI cannot hold."""
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+", text), text
