"""A file's name is safe on every system, whatever ids and versions it is made of."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import FORMS, UnknownForm, file_name
from tests.exports.tables import about, patient, statements


@pytest.mark.parametrize("form", FORMS)
def test_the_name_ends_as_the_form_does(form):
    name = file_name(about(statements()), form)
    assert name == f"demarche-statements-nk-votes-valid-2020-03-01-2020-04-30-a1b2c3d4e5f6.{form}"


def test_what_is_open_is_left_out():
    said = about(statements(), subject="", since=None, until=date(2020, 4, 30))
    assert file_name(said, "csv") == "demarche-statements-2020-04-30-a1b2c3d4e5f6.csv"


@pytest.mark.parametrize(
    ("subject", "in_name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\windows", "windows"),
        ('x"; filename="evil.exe', "x-filename-evil-exe"),
        ("x\r\nSet-Cookie: a=b", "x-set-cookie-a-b"),
        ("a\x00b", "a-b"),
        ("Élysée Palace", "elysee-palace"),
        ("a" * 59 + "/b", "a" * 59),
        ("NK‮exe.csv", "nk-exe-csv"),
    ],
)
def test_a_hostile_id_is_only_an_odd_name(subject, in_name):
    said = about(statements(), subject=subject, since=None, until=None)
    assert file_name(said, "csv") == f"demarche-statements-{in_name}-a1b2c3d4e5f6.csv"


@patient
@given(st.text(), st.text(), st.text())
def test_any_name_is_plain_and_short(table, subject, version):
    said = about(statements(), table=table, subject=subject, data_version=version)
    assert re.fullmatch(r"demarche(-[a-z0-9]+)+\.csv", file_name(said, "csv"))
    assert len(file_name(said, "csv")) <= 160


def test_a_name_of_ten_thousand_characters_is_cut_but_keeps_range_and_version():
    name = file_name(about(statements(), subject="x" * 10_000), "csv")
    assert len(name) <= 160
    assert name.endswith("-2020-03-01-2020-04-30-a1b2c3d4e5f6.csv")


def test_an_unknown_form_has_no_name():
    with pytest.raises(UnknownForm, match=r"choose from csv, xlsx, json, jsonl, parquet, csv\.zip"):
        file_name(about(statements()), "../exe")
