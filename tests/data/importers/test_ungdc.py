"""The UN General Debate Corpus in its published layout, and what is odd in it."""

import hashlib
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers import ungdc
from data.importers.report import ImportRefused, Report
from data.importers.ungdc.states import states
from tests.data.importers import corpus
from tests.data.importers.conftest import sources_of


def problems(report):
    return [str(problem) for problem in report.problems]


def test_every_form_gives_the_same_speeches_letter_by_letter(corpus_path):
    rows, report = sources_of(corpus_path)
    texts = {f"ungdc-{code}-{session:02}-{year}": text for (code, session, year), text in corpus.SPEECHES.items()}
    assert {source_id: row["text"] for source_id, row in rows.items()} == texts
    assert report.problems == []
    for source_id, text in texts.items():
        assert rows[source_id]["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert rows[source_id]["origin_id"] == source_id


def test_every_form_gives_the_same_speakers(corpus_path):
    rows, _ = sources_of(corpus_path)
    assert {source_id: row["speaker"] for source_id, row in rows.items()} == {
        "ungdc-ISL-48-1993": "Jón Jónsson, Minister for Lighthouses",
        "ungdc-FJI-48-1993": "Ms. Reef",
        "ungdc-RUS-45-1990": "Mr. Birch, Forester",
        "ungdc-FJI-75-2020": "Mr. Coral, Diver",
        "ungdc-EU-75-2020": "Mrs. Star, President",
        "ungdc-YMD-23-1968": "Mr. Harbour",
    }


def test_a_speech_counts_from_the_end_of_its_year_and_is_named_for_who_gave_it(folder):
    rows, _ = sources_of(folder)
    row = rows["ungdc-FJI-48-1993"]
    assert (row["counts_on"], row["date_precision"]) == (date(1993, 12, 31), "year")
    assert {source_id: row["title"] for source_id, row in rows.items()} == {
        "ungdc-ISL-48-1993": "Iceland in the General Debate, session 48 (1993)",
        "ungdc-FJI-48-1993": "Fiji in the General Debate, session 48 (1993)",
        "ungdc-RUS-45-1990": "Soviet Union (filed under RUS) in the General Debate, session 45 (1990)",
        "ungdc-FJI-75-2020": "Fiji in the General Debate, session 75 (2020)",
        "ungdc-EU-75-2020": "European Union in the General Debate, session 75 (2020)",
        "ungdc-YMD-23-1968": "South Yemen in the General Debate, session 23 (1968)",
    }


def test_what_packing_programs_leave_is_skipped_and_counted(folder):
    (folder / "README.txt").write_text("About these files.")
    (folder / "TXT" / "Session 48 - 1993" / "notes.pdf").write_bytes(b"%PDF")
    _, report = sources_of(folder)
    assert report.problems == []
    assert {reason: sorted(names) for reason, names in report.skipped.items()} == {
        "files left by a system or a packing program, not read": [
            "TXT/._Session 48 - 1993",
            "TXT/Session 48 - 1993/.DS_Store",
        ],
        "files that are no part of the corpus's layout, not read": ["README.txt", "TXT/Session 48 - 1993/notes.pdf"],
    }


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("TXT/Session 48 - 1993/BRB_47_1993.txt", "x", "names another session or year than its folder"),
        ("TXT/Session 48 - 1993/BRB_48_1994.txt", "x", "names another session or year than its folder"),
        ("TXT/Session 48 - 1994/BRB_48_1994.txt", "x", "session 48 was in 1993, not in 1994"),
        ("TXT/Session 48 - 1993/Barbados.txt", "x", "is not named as in ARM_48_1993.txt"),
        ("TXT/Session 48 - 1993/BRB_48_1993.TXT", "x", "is not named as in ARM_48_1993.txt"),
        ("TXT/BRB_48_1993.txt", "x", "lies in no folder named as in"),
        ("TXT/Session 48 - 1993/BRB_48_1993.txt", " \n\ufeff", None),
        ("TXT/Session 48 - 1993/BRB_48_1993.txt", "\ufeff \r\n", "is empty"),
        ("TXT/Session 48 - 1993/BRB_48_1993.txt", "", "is empty"),
        ("TXT/Session 48 - 1993/BRB_48_1993.txt", "a\0b", "holds zero bytes"),
        ("more/Session 48 - 1993/FJI_48_1993.txt", "x", "is the same speech as TXT/Session 48 - 1993/FJI_48_1993.txt"),
    ],
)
def test_a_speech_that_cannot_be_read_is_told_with_its_path(tmp_path, name, text, told):
    # Packed in this order, so that of two of the same name the first is kept.
    path = corpus.write_tgz(tmp_path / "corpus.tgz", corpus.contents() | {name: text.encode()})
    rows, report = sources_of(path)
    assert len(rows) == len(corpus.SPEECHES) + (told is None)
    if told:
        (problem,) = problems(report)
        assert problem.startswith(f"{name}: {told}")


def test_the_same_speech_under_two_codes_is_told(folder):
    corpus.write_folder(folder, {corpus.path_of("YDYE", 23, 1968): b"We speak of harbours again."})
    rows, report = sources_of(folder)
    assert len(rows) == len(corpus.SPEECHES)
    assert len(report.problems) == 1


def test_a_code_that_nobody_knows_gives_a_speech_without_an_actor(folder):
    corpus.write_folder(folder, {corpus.path_of("QQQ", 48, 1993): b"We speak of riddles."})
    rows, report = sources_of(folder)
    row = rows["ungdc-QQQ-48-1993"]
    assert row["actor_id"] is None
    assert row["title"] == "QQQ (unknown code) in the General Debate, session 48 (1993)"
    assert report.problems == []
    assert report.noted["speeches of the unknown code QQQ, which belong to no actor"] == ["ungdc-QQQ-48-1993"]


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("\ufeffFog".encode(), "Fog", None),
        ("Fog \ufeff".encode(), "Fog \ufeff", None),
        (b"\xe9tude \x93so\x94", "étude “so”", "cp1252"),
        (b"\xe9tude \x81", "étude \x81", "latin-1"),
        ("\ufeffФог".encode("utf-16-le"), "Фог", "utf-16"),
    ],
)
def test_bytes_that_are_not_utf_8_are_decoded_and_counted(folder, content, text, encoding):
    corpus.write_folder(folder, {corpus.path_of("BRB", 48, 1993): content})
    rows, report = sources_of(folder)
    assert rows["ungdc-BRB-48-1993"]["text"] == text
    counted = [reason for reason in report.noted if reason.startswith("texts decoded from")]
    assert counted == ([f"texts decoded from {encoding}, since they are not UTF-8"] if encoding else [])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text), min_size=1, max_size=5))
def test_every_text_comes_through_as_it_was_but_for_a_byte_order_mark(tmp_path_factory, texts):
    names = [("FJI", session, session + 1945) for session in range(1, len(texts) + 1)]
    speeches = dict(zip(names, texts, strict=True))
    path = corpus.write_zip(tmp_path_factory.mktemp("texts") / "corpus.zip", corpus.contents(speeches))
    rows, report = sources_of(path)
    kept = {
        f"ungdc-FJI-{session:02}-{year}": text.removeprefix("\ufeff") for (_, session, year), text in speeches.items()
    }
    assert {source_id: row["text"] for source_id, row in rows.items()} == {
        source_id: text for source_id, text in kept.items() if text.strip()
    }
    assert len(report.problems) == sum(not text.strip() for text in kept.values())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ((1993, 47, "BRB", "Barbados", "Ms. Palm", ""), "give a session and a year that do not belong together"),
        (
            ("about 1993", 48, "BRB", "Barbados", "Ms. Palm", ""),
            "give a session and a year that do not belong together",
        ),
        (("9" * 5000, 48, "BRB", "Barbados", "Ms. Palm", ""), "give a session and a year that do not belong together"),
        ((1993.5, True, "BRB", "Barbados", "Ms. Palm", ""), "give a session and a year that do not belong together"),
        ((1993, 48, "", "Barbados", "Ms. Palm", ""), "give no code"),
        ((1993, 48, "BRB", "Barbados", " ", "Minister"), "give no name, or one that is too long"),
        ((1993, 48, "BRB", "Barbados", "Ms. " + "Palm" * 100, ""), "give no name, or one that is too long"),
        ((1993, 48, "BRB", "Iceland", "Ms. Palm", ""), "give a code and a country that do not belong together"),
        ((1993, 48, "BRB", "Soviet Union", "Ms. Palm", ""), "give a code and a country that do not belong together"),
    ],
)
def test_a_row_of_the_list_that_may_mean_another_names_nobody(folder, row, told):
    speech = {corpus.path_of("BRB", 48, 1993): b"We speak of palms."}
    corpus.write_folder(folder, speech | {"Speakers_by_session.xlsx": corpus.workbook([*corpus.LISTED, row])})
    rows, report = sources_of(folder)
    assert rows["ungdc-BRB-48-1993"]["speaker"] is None
    assert report.noted[f"rows of the list of speakers left out, since they {told}"] == ["9"]
    assert report.noted["speeches without a speaker"] == ["BRB 48"]
    assert report.problems == []


def test_a_country_that_nobody_knows_is_no_contradiction(folder):
    listed = [(1993, 48, "ISL", "Icland", "Jón", "")]
    corpus.write_folder(folder, {"Speakers_by_session.xlsx": corpus.workbook(listed)})
    assert sources_of(folder)[0]["ungdc-ISL-48-1993"]["speaker"] == "Jón"


def test_where_the_list_names_two_speakers_nobody_is_named(folder):
    another = (1993, 48, "ISL", "Iceland", "Anna Jónsdóttir", "")
    corpus.write_folder(folder, {"Speakers_by_session.xlsx": corpus.workbook([*corpus.LISTED, another])})
    rows, report = sources_of(folder)
    assert rows["ungdc-ISL-48-1993"]["speaker"] is None
    assert report.noted["speeches for which the list names several speakers"] == ["ISL 48"]


def test_speakers_without_a_speech_are_told_for_the_sessions_that_were_read(folder):
    more = [(1993, 48, "BRB", "Barbados", "Ms. Palm", ""), (1994, 49, "BRB", "Barbados", "Ms. Palm", "")]
    corpus.write_folder(folder, {"Speakers_by_session.xlsx": corpus.workbook([*corpus.LISTED, *more])})
    assert sources_of(folder)[1].noted["speakers in the list who gave no speech here"] == ["BRB 48"]


def test_without_the_list_the_speeches_are_read_all_the_same(folder):
    (folder / "Speakers_by_session.xlsx").unlink()
    rows, report = sources_of(folder)
    assert {row["speaker"] for row in rows.values()} == {None}
    assert "no list of speakers, so that no speech names one" in report.noted
    (folder.parent / "Speakers_by_session.xlsx").write_bytes(corpus.workbook(corpus.LISTED))
    rows, report = sources_of(folder)
    assert rows["ungdc-FJI-48-1993"]["speaker"] == "Ms. Reef"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no workbook", "cannot be read as a workbook"),
        (corpus.workbook([], ("Year", "Session")), "has no column ISO Code, Country, Name of Person Speaking, Post"),
        (corpus.workbook(corpus.LISTED, (*corpus.HEADER, "Post ")), "has no column Post, or has it twice"),
        (corpus.workbook([], range(1946, 1950)), "has no column Year, Session"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(folder, content, told):
    (folder / "Speakers_by_session.xlsx").write_bytes(content)
    (problem,) = problems(sources_of(folder)[1])
    assert problem.startswith(f"Speakers_by_session.xlsx: {told}")


def test_two_lists_that_differ_are_told(folder):
    corpus.write_folder(folder, {"older/Speakers_by_session.xlsx": corpus.workbook(corpus.LISTED[:2])})
    assert problems(sources_of(folder)[1]) == [
        "Speakers_by_session.xlsx: is there twice, with different rows; take one of the two away"
    ]


def test_a_folder_without_a_speech_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="holds no speech of the corpus"):
        ungdc.read(corpus.write_folder(tmp_path / "corpus", {"README.txt": b"x"}), Report())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"source_id": "ungdc-BRB-48-1993"}, "is a speech of FJI in session 48 (1993)"),
        ({"text": None}, "has no text"),
        ({"year": 1994, "source_id": "ungdc-FJI-48-1994"}, "session 48 was in 1993, not in 1994"),
    ],
)
def test_a_row_of_parquet_that_contradicts_itself_is_told(tmp_path, change, told):
    path = corpus.write_parquet(tmp_path / "corpus.parquet", {("FJI", 48, 1993): "We speak of reefs."})
    table = pq.read_table(path)
    pq.write_table(pa.Table.from_pylist([*table.to_pylist(), table.to_pylist()[0] | change], table.schema), path)
    rows, report = sources_of(path)
    assert len(rows) == 1
    (problem,) = problems(report)
    assert told in problem


@pytest.mark.parametrize("columns", [{"text": ["x"]}, {"source_id": ["x"], "actor_id": ["x"], "text": ["x"]}])
def test_a_parquet_file_of_something_else_is_refused(tmp_path, columns):
    pq.write_table(pa.table(columns), tmp_path / "other.parquet")
    with pytest.raises(ImportRefused, match=r"has no column .*session, .*year"):
        ungdc.read(tmp_path / "other.parquet", Report())


def test_bytes_that_are_no_parquet_are_refused(tmp_path):
    (tmp_path / "other.parquet").write_bytes(b"PAR1 nonsense PAR1")
    with pytest.raises(ImportRefused, match="cannot be read"):
        ungdc.read(tmp_path / "other.parquet", Report())


@pytest.mark.parametrize(
    ("actor_id", "year", "title"),
    [
        ("RUS", 1991, "Soviet Union (filed under RUS)"),
        ("RUS", 1992, "Russia"),
        ("EGY", 1957, "Egypt"),
        ("EGY", 1958, "United Arab Republic (filed under EGY)"),
        ("YUG", 1991, "Yugoslavia"),
        ("YUG", 2002, "Federal Republic of Yugoslavia (filed under YUG)"),
        ("YUG", 2003, "Serbia and Montenegro (filed under YUG)"),
    ],
)
def test_a_state_that_no_longer_exists_is_named_in_its_years(actor_id, year, title):
    assert states().title(actor_id, year) == title
