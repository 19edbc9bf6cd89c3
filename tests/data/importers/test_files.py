"""Archives and folders that somebody made to do harm, or that broke on their way."""

import gzip
import io
import os
import stat
import tarfile
import zipfile

import pytest

from data.importers import files as limits
from data.importers import ungdc
from data.importers.report import ImportRefused, Report
from tests.data.importers import corpus
from tests.data.importers.conftest import sources_of

SPEECH = corpus.path_of("BRB", 48, 1993)
OUTSIDE = ("../../../outside.txt", "/tmp/outside.txt", "TXT/../../Session 48 - 1993/../outside.txt")


def refused(path, match):
    with pytest.raises(ImportRefused, match=match) as caught:
        ungdc.read(path, Report())
    assert str(caught.value).startswith(str(path))


def add(path, *members):
    """Pack the corpus and these members, given as name, type, link and content, with whatever size they claim."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind, link, content in [
            *((name, tarfile.REGTYPE, "", content) for name, content in corpus.contents().items()),
            *members,
        ]:
            member = tarfile.TarInfo(name)
            member.type, member.linkname, member.size = kind, link, len(content)
            archive.addfile(member, io.BytesIO(content))
    path.write_bytes(gzip.compress(packed.getvalue()))
    return path


@pytest.mark.parametrize("write", [corpus.write_tgz, corpus.write_zip])
def test_no_name_leads_out_of_an_archive(tmp_path, write):
    home = tmp_path / "deep" / "er"
    home.mkdir(parents=True)
    suffix = {corpus.write_tgz: "tgz", corpus.write_zip: "zip"}[write]
    path = write(home / f"corpus.{suffix}", corpus.contents() | dict.fromkeys(OUTSIDE, b"x"))
    before = sorted(tmp_path.rglob("*"))
    rows, report = sources_of(path)
    assert len(rows) == len(corpus.SPEECHES)
    assert set(OUTSIDE) == set(report.skipped["files that are no part of the corpus's layout, not read"])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_link_or_device_in_an_archive_is_told_and_not_followed(tmp_path, kind):
    secret = tmp_path / "secret"
    secret.write_text("We speak of what nobody should read.")
    rows, report = sources_of(add(tmp_path / "corpus.tgz", (SPEECH, kind, str(secret), b"")))
    assert len(rows) == len(corpus.SPEECHES)
    assert [(problem.file, problem.what) for problem in report.problems] == [(SPEECH, limits.NO_FILE)]


def test_a_link_in_a_zip_is_told_and_not_followed(tmp_path):
    path = corpus.write_zip(tmp_path / "corpus.zip", corpus.contents())
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo(SPEECH)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    rows, report = sources_of(path)
    assert len(rows) == len(corpus.SPEECHES)
    assert [problem.file for problem in report.problems] == [SPEECH]


def test_links_and_pipes_in_a_folder_are_told_and_not_followed(folder):
    away = corpus.write_folder(folder.parent / "away", {"Session 49 - 1994/FJI_49_1994.txt": b"We speak of sand."})
    (folder / SPEECH).symlink_to(away / "Session 49 - 1994" / "FJI_49_1994.txt")
    (folder / "TXT" / "Session 49 - 1994").symlink_to(away / "Session 49 - 1994")
    (folder / "TXT" / "loop").symlink_to(folder)
    os.mkfifo(folder / corpus.path_of("CUB", 48, 1993))
    rows, report = sources_of(folder)
    assert len(rows) == len(corpus.SPEECHES)
    assert sorted(problem.file for problem in report.problems) == sorted(
        [SPEECH, "TXT/Session 49 - 1994", "TXT/loop", corpus.path_of("CUB", 48, 1993)]
    )


@pytest.mark.parametrize(
    "write",
    [
        lambda home, files: corpus.write_tgz(home / "corpus.tgz", files),
        lambda home, files: corpus.write_zip(home / "corpus.zip", files),
        lambda home, files: corpus.write_folder(home / "corpus", files),
    ],
    ids=["tgz", "zip", "folder"],
)
class TestSizes:
    def test_a_speech_that_is_too_large_is_told(self, tmp_path, write, monkeypatch):
        monkeypatch.setattr(limits, "MOST_BYTES_OF_ONE", 30_000)
        rows, report = sources_of(write(tmp_path, corpus.contents() | {SPEECH: b"sand " * 7_000}))
        assert len(rows) == len(corpus.SPEECHES)
        assert [(problem.file, problem.what) for problem in report.problems] == [(SPEECH, limits.TOO_LARGE)]

    def test_whatever_is_not_wanted_may_be_large(self, tmp_path, write, monkeypatch):
        monkeypatch.setattr(limits, "MOST_BYTES_OF_ONE", 30_000)
        rows, report = sources_of(write(tmp_path, corpus.contents() | {"codebook.pdf": b"sand " * 7_000}))
        assert (len(rows), report.problems) == (len(corpus.SPEECHES), [])

    def test_too_many_files_are_refused(self, tmp_path, write, monkeypatch):
        monkeypatch.setattr(limits, "MOST_FILES", 5)
        refused(write(tmp_path, corpus.contents()), "holds more than 5 files")

    def test_too_many_bytes_are_refused(self, tmp_path, write, monkeypatch):
        monkeypatch.setattr(limits, "MOST_BYTES", 20_000)
        files = {corpus.path_of("FJI", n, n + 1945): b"sand " * 1_000 for n in range(1, 6)}
        refused(write(tmp_path, files), "more than 5|holds more than|unpacks to")


def test_a_small_archive_of_endless_zeros_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.tgz"
    member = tarfile.TarInfo("TXT/Session 48 - 1993/BRB_48_1993.txt")
    member.size = 10**13
    with gzip.open(path, "wb") as file:
        file.write(member.tobuf())
        file.write(bytes(50_000_000))
    refused(path, "unpacks to 10,000,000,001,536 bytes where 1,000,000,000 is the most")


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE])
def test_a_name_of_many_megabytes_is_refused_before_it_is_in_memory(tmp_path, kind):
    path = tmp_path / "bomb.tgz"
    member = tarfile.TarInfo("name")
    member.type, member.size = kind, 900_000_000
    with gzip.open(path, "wb") as file:
        file.write(member.tobuf())
        file.write(b"n" * 20_000_000)
    refused(path, "unpacks to more than it announces")


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.95, 0.999])
@pytest.mark.parametrize(("write", "ending"), [(corpus.write_tgz, "tgz"), (corpus.write_zip, "zip")])
def test_half_an_archive_is_refused(tmp_path, write, ending, cut):
    content = write(tmp_path / f"whole.{ending}", corpus.contents()).read_bytes()
    path = tmp_path / f"half.{ending}"
    path.write_bytes(content[: int(len(content) * cut)])
    refused(path, "cannot be read|ends in the middle")


@pytest.mark.parametrize(("write", "ending"), [(corpus.write_tgz, "tgz"), (corpus.write_zip, "zip")])
def test_an_archive_with_a_changed_byte_gives_no_changed_text(tmp_path, write, ending):
    path = write(tmp_path / f"corpus.{ending}", corpus.contents())
    content = bytearray(path.read_bytes())
    texts = set(corpus.SPEECHES.values())
    for place in range(0, len(content), 41):
        path.write_bytes(bytes([*content[:place], content[place] ^ 0x10, *content[place + 1 :]]))
        try:
            rows, _ = sources_of(path)
        except ImportRefused:
            continue
        assert {row["text"] for row in rows.values()} <= texts


def test_a_broken_header_in_the_middle_is_not_taken_for_the_end(tmp_path):
    path = corpus.write_tgz(tmp_path / "corpus.tgz", corpus.contents())
    unpacked = bytearray(gzip.decompress(path.read_bytes()))
    unpacked[1024 : 1024 + 512] = b"?" * 512
    path.write_bytes(gzip.compress(bytes(unpacked)))
    refused(path, "goes on after a broken header")


def test_a_zip_with_a_password_is_refused(tmp_path):
    path = corpus.write_zip(tmp_path / "corpus.zip", corpus.contents())
    content = path.read_bytes()
    locked = content.replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\1\0").replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"
    )
    assert locked != content
    path.write_bytes(locked)
    refused(path, "cannot be read .*(password|encrypted)")


@pytest.mark.parametrize("name", ["corpus.rar", "corpus.tar", "corpus.tgz", "corpus.zip"])
def test_what_is_no_archive_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"nothing of the kind")
    refused(tmp_path / name, "is no folder, .tgz, .tar.gz or .zip|cannot be read")


def test_a_path_that_is_not_there_is_refused(tmp_path):
    refused(tmp_path / "corpus.tgz", "no such file or folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_no_empty_folder(folder):
    (folder / "TXT" / "Session 48 - 1993").chmod(0)
    refused(folder, "cannot be read")


def test_names_that_would_steer_a_terminal_are_spelt_out(tmp_path):
    name = "TXT/Session 48 - 1993/\x1b[2J\u202egpj.txt"
    rows, report = sources_of(corpus.write_zip(tmp_path / "corpus.zip", corpus.contents() | {name: b"x"}))
    assert len(rows) == len(corpus.SPEECHES)
    assert "TXT/Session 48 - 1993/\\u001b[2J\\u202egpj.txt: is not named" in str(report)
    assert str(report).replace("\n", "").isprintable()
