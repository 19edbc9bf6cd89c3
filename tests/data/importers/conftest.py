"""The corpus in each of its forms, and a way to bring it in."""

import pytest

from data.importers import ungdc
from data.importers.__main__ import bring
from data.importers.report import Report
from tests.data.importers import corpus

FORMS = {
    "folder": lambda home: corpus.write_folder(home / "corpus", corpus.contents()),
    "tgz": lambda home: corpus.write_tgz(home / "corpus.tgz", corpus.contents()),
    "zip": lambda home: corpus.write_zip(home / "corpus.zip", corpus.contents()),
    "parquet": lambda home: corpus.write_parquet(home / "corpus.parquet"),
}


@pytest.fixture(params=FORMS)
def corpus_path(request, tmp_path):
    """The corpus in every form in turn."""
    return FORMS[request.param](tmp_path)


@pytest.fixture
def folder(tmp_path):
    """The corpus as a folder, to be changed."""
    return FORMS["folder"](tmp_path)


@pytest.fixture(scope="session")
def imported(tmp_path_factory):
    """The folder of the collection that comes of the corpus."""
    home = tmp_path_factory.mktemp("imported")
    assert bring(ungdc, FORMS["tgz"](home), home / "debate", False) == 0
    return home / "debate"


def sources_of(path):
    """What the importer reads, as rows by source id, and its report."""
    report = Report()
    rows = ungdc.read(path, report)["sources"].to_pylist()
    return {row["source_id"]: row for row in rows}, report
