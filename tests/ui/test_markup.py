"""What Markdown would read is broken, what a reader reads is not."""

from hypothesis import given
from hypothesis import strategies as st

from ui.markup import plain


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\u2060")))
def test_taking_the_escapes_away_gives_the_text_back(text):
    shown = plain(text).replace("\u2060", "")
    kept, signs = [], iter(shown)
    for sign in signs:
        kept.append(next(signs) if sign == "\\" else sign)
    assert "".join(kept) == text


def test_no_sign_stands_alone():
    texts = "-> <- -- >= ~= *a* [a](b) :red[a] :material/home: www.a.test a@b.test $x$ https://a.test"
    for text in texts.split():
        assert text not in plain(text)
        assert "://" not in plain(text)
