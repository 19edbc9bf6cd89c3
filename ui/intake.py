"""Which text is it about? Pasted, from a file or from an address, with the day on which it was published."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exports.phrases import list_words
from exports.vocabulary import LANGUAGES
from ui import held
from ui.markup import plain
from ui.readers import Read, Readers
from ui.review import Submitted

WAYS = ("Paste a text", "Take a file", "Fetch an address")
TYPES = "Plain text, HTML, PDF with text, or Word (DOCX); up to 20 MB."
# What belongs to one source, and not to the next.
TEXT, TITLE, PUBLISHED, URL, PUBLISHER = "text", "title", "published", "url", "publisher"
SOURCE_TITLE, RIGHTS, EVENT, HELD = "source-title", "rights", "event", "held"
# The text as it came from a file or an address, which says whether what came with it still belongs to it.
ORIGIN = "origin"
FIELDS = (TEXT, TITLE, PUBLISHED, URL, PUBLISHER, SOURCE_TITLE, RIGHTS, EVENT, HELD, ORIGIN)
LANGUAGE = "desk-language"
# A text area of more keeps a browser busy with every letter.
LONGEST = 200_000
MOST_MEGABYTES = 20
EARLIEST = date(1900, 1, 1)
FAULT = "_desk_fault"
ROUND = "_desk_round"
# Characters by which a text is known for that which was read, though somebody has mended it since.
RECOGNISED = 100


def key(field: str) -> str:
    """Name the field of the present round: a browser would send what an emptied field held once more."""
    return f"desk-{field}-{st.session_state.get(ROUND, 0)}"


def given(field: str) -> str:
    """Say what stands in a field of text."""
    return str(st.session_state.get(key(field)) or "").strip()


def present() -> dict[str, object]:
    """Give what stands in the fields of the present round."""
    return {field: st.session_state[key(field)] for field in FIELDS if key(field) in st.session_state}


def anew(values: Mapping[str, object]) -> None:
    """Begin a round with these values of `FIELDS`."""
    state = st.session_state
    state[ROUND] = state.get(ROUND, 0) + 1
    state.update({key(field): value for field, value in values.items()})


def settle(text: str) -> None:
    """Begin a round for a text that is under review now: what belongs to another one is left behind."""
    state = st.session_state
    own = [TEXT, TITLE, PUBLISHED]
    if given(ORIGIN)[:RECOGNISED] == text[:RECOGNISED]:
        own += [URL, PUBLISHER, ORIGIN]
    anew({field: state[key(field)] for field in own if state.get(key(field))})


def show(readers: Readers) -> Submitted | None:
    """Ask for a text; gives it once somebody wants its statements found."""
    of_address = readers.of_address
    ways = WAYS if of_address else WAYS[:2]
    way = st.segmented_control("Where the text comes from", ways, default=WAYS[0], required=True, key="desk-way")
    if way == WAYS[1]:
        file = st.file_uploader("File", help=TYPES, key="desk-file", max_upload_size=MOST_MEGABYTES)
        st.button("Read the file", disabled=file is None, on_click=_read_file, args=(readers.of_file, file))
    elif way == WAYS[2] and of_address:
        url = st.text_input(
            "Address of the article", max_chars=2_000, key="desk-fetch", placeholder="https://…"
        ).strip()
        st.button("Fetch it", disabled=not url, on_click=_read, args=(lambda: of_address(url),))
    if fault := st.session_state.pop(FAULT, ""):
        st.error(plain(fault), icon=":material/error:")
    return _form(readers.of_paste)


def _read_file(of_file: Callable[[str, bytes], Read], file: UploadedFile | None) -> None:
    if file is not None:
        _read(lambda: of_file(file.name, file.getvalue()))


def _form(of_paste: Callable[[str], str]) -> Submitted | None:
    with st.form("desk-intake", border=False):
        text = st.text_area(
            "Text of the article",
            height=300,
            max_chars=LONGEST,
            key=key(TEXT),
            placeholder="Paste the whole article; paragraphs parted by an empty line.",
            persist_state="session",
        )
        title, day, language = st.columns([3, 1, 1])
        said = title.text_input("Title", max_chars=300, key=key(TITLE), persist_state="session")
        published = day.date_input(
            "Published on",
            value=None,
            min_value=EARLIEST,
            max_value=date.today(),
            format="DD/MM/YYYY",
            key=key(PUBLISHED),
            persist_state="session",
        )
        spoken = language.selectbox(
            "Language",
            [*LANGUAGES],
            index=[*LANGUAGES].index("en"),
            format_func=LANGUAGES.__getitem__,
            key=LANGUAGE,
            persist_state="session",
        )
        is_wanted = st.form_submit_button("Find its statements", type="primary")
    if not is_wanted:
        return None
    text = held.as_held(of_paste(text))
    missing = ["the text"] * (not text) + ["the day on which it was published"] * (published is None)
    if published is None or missing:
        st.error(f"Please give {list_words(missing)}.", icon=":material/edit:")
        return None
    return Submitted(text, said.strip(), published, spoken)


def _read(reader: Callable[[], Read]) -> None:
    """Read a text into the fields, before the page runs anew; fields that it says nothing of are empty."""
    state = st.session_state
    try:
        read = reader()
    except ValueError as error:
        state[FAULT] = str(error)
        return
    if len(read.text) > LONGEST:
        state[FAULT] = (
            f"The text has {len(read.text):,} characters, and the desk reads {LONGEST:,}; paste the part that matters."
        )
        return
    found = {
        TEXT: read.text,
        ORIGIN: read.text,
        TITLE: read.title[:300],
        PUBLISHED: read.published,
        URL: read.url,
        PUBLISHER: read.publisher[:200],
    }
    anew({field: value for field, value in found.items() if value})
    if read.language in LANGUAGES:
        state[LANGUAGE] = read.language
