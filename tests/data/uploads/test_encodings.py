"""A text is decoded as it was written, or refused: never into other letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.hydrate.failures import Failed
from data.uploads.alphabets import LETTERS, WRITTEN_IN
from data.uploads.encodings import decoded
from tests.data.hydrate.written import article
from tests.data.uploads.conftest import read, why_not

REFUSALS = [f"{found} encoding fits it, and it declares none" for found in ("more than one", "no")]
SAVE = "save it as UTF-8, or paste the text"
TURKISH = "Dışişleri Bakanlığı, Karabağ’daki seçimleri tanımadığını açıkladı."
RUSSIAN = "МИД России не признаёт выборы в Карабахе «легитимными», говорится в заявлении."
RUSSIAN_IN_KOI = "МИД России не признает выборы в Карабахе, говорится в заявлении."
FRENCH = "Le ministère a déclaré que la France « ne reconnaît pas » l’élection – où qu’elle ait eu lieu, ça va de soi."
# Each pair is right for a language and the encoding that it was written in.
WRITTEN = [(name, language) for name, languages in WRITTEN_IN.items() for language in languages]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN_IN_KOI),
        ("cp1252", FRENCH),
        ("cp1252", "“Talks” – so far, said Mr. Müller of Zürich"),
        ("cp1254", TURKISH),
        ("cp1254", "Cumhurbaşkanı Erdoğan, İstanbul’da José Barroso ile görüştü."),
        ("cp1250", "Ministerstwo nie uznaje wyborów, które się odbyły w Górskim Karabachu."),
        ("cp1257", "Šiandien Vilniuje vyko derybos dėl ateities ir rinkimų."),
        ("cp1253", "Το Υπουργείο Εξωτερικών δεν αναγνωρίζει τις εκλογές."),
        ("cp1256", "وزارة الخارجية لا تعترف بالانتخابات في قره باغ"),
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", RUSSIAN),
        ("utf-16-be", TURKISH),
        ("utf-16-le", "Talks"),
        ("utf-32", RUSSIAN),
    ],
)
def test_undeclared_text_is_read_in_its_encoding(encoding, text):
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"), [("Да.", "cp1251"), ("El señor dijo que no.", "cp1252"), ("ВЫБОРЫ НЕ ПРИЗНАНЫ", "koi8-r")]
)
def test_where_more_than_one_encoding_fits_that_is_said(text, encoding):
    assert why_not(text.encode(encoding)) == f"{REFUSALS[0]}; {SAVE}"
    assert read(text.encode(encoding), encoding).text == text


@pytest.mark.parametrize("content", [RUSSIAN_IN_KOI.encode("cp866"), "外務省は選挙を認めない".encode("euc-jp")])
def test_where_none_fits_that_is_said(content):
    assert why_not(content) == f"{REFUSALS[1]}; {SAVE}"


@settings(max_examples=150)
@given(st.sampled_from(WRITTEN), st.data())
def test_words_of_a_language_are_never_read_as_other_words(written, data):
    encoding, language = written
    letters = [sign for sign in LETTERS[language] if is_in(encoding, sign + sign.capitalize())]
    # No word is in two scripts.
    own = st.text(st.sampled_from(letters + list("aeinrt") * (letters[0] < "α")), min_size=1, max_size=9)
    word = st.one_of(own, own.map(str.capitalize), st.text(st.sampled_from("aeinrt"), min_size=1, max_size=5))
    words = " ".join(data.draw(st.lists(word, min_size=1, max_size=20)))
    assert told(words.encode(encoding)) in (words, REFUSALS[0], REFUSALS[1])


def is_in(encoding, letters):
    return letters.encode(encoding, "replace").decode(encoding) == letters


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_unicode_comes_back_as_it_was(text, encoding):
    assert decoded(f"Talks: {text}".encode(encoding)) == f"Talks: {text}"


def told(content, charset=None):
    try:
        return decoded(content, charset)
    except Failed as failure:
        return str(failure)


@pytest.mark.parametrize("charset", ["no-such", "unicode_escape", "hex", "idna", "punycode", "\0", "", "utf-7"])
def test_a_charset_that_is_none_counts_for_nothing(charset):
    assert told(b"A \\u0041 +AGE- b", charset) == "A \\u0041 +AGE- b"


@pytest.mark.parametrize(
    ("label", "encoding"), [("ISO-8859-1", "cp1252"), ("iso-8859-9", "cp1254"), ("gb2312", "gb18030")]
)
def test_labels_mean_what_browsers_take_them_for(label, encoding):
    assert told("“Talks” – €".encode(encoding), label) == "“Talks” – €"


def test_a_page_that_declares_its_encoding_is_read_in_it():
    said = "Šiandien Vilniuje vyko derybos dėl ateities."
    page = article([said] * 3, head='<meta charset="windows-1257">').encode("windows-1257")
    assert said in read(page).text
    # What the host says counts for more.
    assert said in read(article([said] * 3, head='<meta charset="windows-1257">').encode(), "utf-8").text


def test_damage_beside_the_text_of_a_page_is_no_damage_of_its_text():
    said = ["The delegations met again on Tuesday, for talks that went on until the evening."] * 3
    page = article(said, head="<meta charset='utf-8'><meta name='x' content='BROKEN'>").encode()
    assert read(page.replace(b"BROKEN", b"\xff\xd0")).text.endswith(said[0])
    sentence = "its text is not in the encoding that it declares"
    assert why_not(page.replace(b"evening", b"even\xffing")) == sentence
