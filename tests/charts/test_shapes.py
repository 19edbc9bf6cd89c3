"""The one door to the outlines: what is drawn, from where, and at which address."""

import hashlib

import pytest

from charts import shapes


def test_the_address_changes_with_the_content():
    assert shapes.map_url() == f"/shapes/map-{hashlib.sha256(shapes.map_bytes()).hexdigest()[:12]}.json"


def test_the_source_that_is_printed_is_the_one_of_the_file():
    assert shapes.picture()["source"] == shapes.SOURCE


def test_the_map_is_parsed_once():
    assert shapes.picture() is shapes.picture()


def test_todays_version_is_the_map():
    assert shapes.version(shapes.digest(shapes.map_bytes())) is shapes.map_bytes()


def test_a_version_that_nobody_kept_is_not_there():
    with pytest.raises(FileNotFoundError):
        shapes.version("0" * 12)
