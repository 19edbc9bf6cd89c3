"""A Word document reads as it would be printed."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.uploads.texts import LIMITS
from tests.data.uploads.conftest import read, told, why_not
from tests.data.uploads.written import docx, paragraph, part, run, said


def test_paragraphs_are_parted_and_runs_are_not():
    body = paragraph(run("The ministry “"), run("condemned"), run("” the vote.")) + paragraph() + said("It said why.")
    found = read(docx(body, title=" Talks &amp; votes "))
    assert found.text == "The ministry “condemned” the vote.\n\nIt said why."
    assert (found.title, found.published) == ("Talks & votes", "")


def test_a_table_is_read_cell_by_cell():
    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{said(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    assert read(docx(f"<w:tbl>{row('Norway', 'against')}{row('Chad', 'for')}</w:tbl>")).text == (
        "Norway\n\nagainst\n\nChad\n\nfor"
    )


def test_insertions_are_in_and_deletions_are_out():
    body = paragraph(
        run("It "),
        "<w:del><w:r><w:delText>does not recognise</w:delText></w:r></w:del>",
        f"<w:ins>{run('recognises')}</w:ins>",
        f"<w:moveFrom>{run(' once')}</w:moveFrom><w:moveTo>{run(' now')}</w:moveTo>",
        run(" the vote."),
    )
    assert read(docx(body)).text == "It recognises now the vote."


def test_a_paragraph_whose_end_was_deleted_goes_on_and_a_deleted_row_is_out():
    deleted = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    rows = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{said('Gone')}</w:tc></w:tr><w:tr><w:tc>{said('Here')}</w:tc></w:tr>"
    body = paragraph(deleted, run("It was ")) + said("one.") + f"<w:tbl>{rows}</w:tbl>"
    assert read(docx(body)).text == "It was one.\n\nHere"


def test_hidden_words_and_instructions_of_fields_are_out():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>fully </w:t></w:r>"
    field = "<w:r><w:instrText>HYPERLINK http://one.example</w:instrText></w:r>"
    assert read(docx(paragraph(run("It is "), hidden, shown, field, run("valid.")))).text == "It is fully valid."


def test_links_controls_and_breaks_keep_their_words():
    link = f"<w:hyperlink>{run('the statement')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{said('In a form.')}</w:sdtContent></w:sdt>"
    signs = "<w:r><w:t>so</w:t><w:noBreakHyphen/><w:t>called</w:t><w:tab/><w:t>vote</w:t><w:br/><w:t>held</w:t></w:r>"
    assert read(docx(paragraph(run("See "), link) + control + paragraph(signs))).text == (
        "See the statement\n\nIn a form.\n\nso‑called vote\nheld"
    )


def test_a_text_box_is_read_once_and_after_its_paragraph():
    box = f"<w:txbxContent>{said('Boxed.')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice><x:wsp xmlns:x='x'>" + box + "</x:wsp></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(docx(paragraph(run("Before it "), drawn, run("and after.")))).text == "Before it and after.\n\nBoxed."


def test_notes_follow_and_comments_do_not():
    notes = part(f"<w:footnote>{said('See the minutes.')}</w:footnote>", "footnotes")
    content = docx(said("It met."), word__footnotes_xml=notes, word__comments_xml=part(said("Check!"), "comments"))
    assert read(content).text == "It met.\n\nSee the minutes."


def test_strict_documents_are_read_too():
    strict = docx(said("It met.")).replace(b"", b"")
    with zipfile.ZipFile(BytesIO(strict)) as archive:
        document = archive.read("word/document.xml").decode()
    document = document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(docx("", word__document_xml=document)).text == "It met."


LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (LAUGHS, "&j;"),
        ("<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;"),
        ("<!DOCTYPE l [<!ENTITY % x SYSTEM 'http://one.example/x.dtd'> %x;]>", "Talks"),
        ("<!DOCTYPE l SYSTEM 'http://one.example/x.dtd'>", "Talks"),
    ],
)
def test_entities_are_refused_and_never_resolved(before, text):
    assert why_not(docx(said(text), before=before)) in (
        "the document declares XML entities, which Word never does",
        # Those that would multiply are given up by the parser itself.
        "the document is damaged",
    )


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    assert "far more than a text needs" in why_not(docx(said("Talks"), word__media__a_png=bytes(30_000_000)))
    many = {f"word__a{number}_xml": "" for number in range(LIMITS.parts)}
    assert "far more than a text needs" in why_not(docx(said("Talks"), **many))


def test_a_part_that_says_it_is_small_gives_no_more_than_it_says():
    content = docx(said("Talks " * 200_000))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lying = content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != content
    assert why_not(lying) == "the document is damaged"


def test_what_lies_in_a_document_is_not_opened():
    bomb = docx(said("Inner"), word__media__a_png=bytes(30_000_000))
    assert read(docx(said("Outer"), word__embeddings__b_docx=bomb)).text == "Outer"


def test_a_large_table_of_like_rows_is_no_bomb():
    rows = "".join(f"<w:tr><w:tc>{said(f'State {number}')}</w:tc></w:tr>" for number in range(5_000))
    assert read(docx(f"<w:tbl>{rows}</w:tbl>")).text.count("\n\n") == 4_999


@pytest.mark.parametrize("body", ["<w:p>", "<w:p/>", "<w:x>" * 5_000 + "</w:x>" * 5_000])
def test_without_words_or_whole_xml_there_is_a_sentence(body):
    assert why_not(docx(body)) in ("the document is damaged", "there is no text in it that could be read")


def test_a_text_that_is_too_long_is_refused_whole():
    longest = "x" * LIMITS.characters
    assert len(read(docx(said(longest))).text) == LIMITS.characters
    assert why_not(docx(said(longest + "x"))) == "its text is longer than 1,000,000 characters"


@settings(max_examples=40)
@given(st.binary(min_size=1, max_size=40), st.data())
def test_a_broken_document_gives_a_text_or_a_sentence(noise, data):
    whole = docx(said("Talks were held."), title="Talks")
    place = data.draw(st.integers(4, len(whole)))
    assert told(whole[:place] + noise + whole[place + len(noise) :])
