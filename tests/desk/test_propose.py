"""Does the command read and write whole files, or say what is wrong?"""

import json

import pytest

from desk import language
from desk.propose import main
from desk.score import main as score
from tests.desk.gold import ARTICLES, labelled


def test_a_file_of_articles_becomes_a_file_of_proposals_that_can_be_scored(tmp_path, capsys):
    gold, out = ARTICLES / "third.jsonl", tmp_path / "out.jsonl"
    assert main([str(gold), str(out)]) == 0
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["text"] for line in found] == [line["text"] for line in labelled("third")]
    record = found[0]["records"][0]
    assert {"actor_id", "speaker", "stance", "kind", "date", "start", "end", "excerpt", "rule", "cues"} <= set(record)
    assert score([str(gold), str(out)]) == 0
    assert "actor and stance" in capsys.readouterr().out


def test_actors_have_the_ids_of_the_exchanged_form(tmp_path):
    article = {
        "id": "a", "title": "", "published": "2021-03-05", "publisher": "Test",
        "text": "The Arab League condemned the vote. The OSCE Minsk Group welcomed the ceasefire. "
        "The foreign ministry of Abkhazia rejected the resolution. The French Senate condemned the treaty.",
    }  # fmt: skip
    (tmp_path / "in.jsonl").write_text(json.dumps(article), encoding="utf-8")
    assert main([str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]) == 0
    records = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["records"]
    assert [record["actor_id"] for record in records] == ["LAS", "MINSK", "X-ABK"]


WHOLE = b'{"id": "a", "text": "Paris", "published": "2021-03-05", "records": []}\n'
NO_ARTICLE = [
    b'{"text": "Paris"}',
    WHOLE.replace(b"Paris", "Orléans".encode("latin-1")),
    WHOLE.replace(b"Paris", rb"\ud83d"),
    WHOLE.replace(b'"Paris"', b'["Paris"]'),
    WHOLE.replace(b'"text"', b'"title": 5, "text"'),
    WHOLE.replace(b"Paris", b"a" * 10_000_001),
    b"[" * 100_000,
    b"null",
]


@pytest.mark.parametrize("line", NO_ARTICLE, ids=range(len(NO_ARTICLE)))
def test_a_line_that_is_no_article_is_named_and_nothing_is_written(tmp_path, capsys, line):
    gold, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    gold.write_bytes(WHOLE + line)
    out.write_text("as it was", encoding="utf-8")
    assert main([str(gold), str(out)]) == score([str(gold), str(gold)]) == 1
    assert "in.jsonl:2" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "as it was"


@pytest.mark.parametrize("records", [b'"records": [{}]', b'"records": 3', b'"record": []'])
def test_what_cannot_be_scored_is_said(tmp_path, capsys, records):
    (tmp_path / "gold.jsonl").write_bytes(WHOLE.replace(b'"records": []', records))
    assert score([str(tmp_path / "gold.jsonl")] * 2) == 1
    assert "gold.jsonl: article 1" in capsys.readouterr().err


def test_without_its_model_the_desk_says_where_to_read_how_to_install_it(monkeypatch):
    monkeypatch.setattr(language, "MODEL", "en_no_such_model")
    with pytest.raises(language.ModelMissing, match=r"docs/desk\.md"):
        language.model.__wrapped__()
