"""What does this text say? An article becomes statements that somebody confirmed."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from ui import access, adding, correctable, desk_saves, edition
from ui.confirming import Confirmed
from ui.readers import Readers
from ui.review import Proposed, Submitted

try:
    from data import quotes, saving, uploads
    from data.problems import RecordsError
    from desk.articles import Article
    from desk.language import ModelMissing
    from desk.proposals import propose
except ModuleNotFoundError as error:
    adding.not_installed(str(error.name))
    st.stop()


def proposals(submitted: Submitted) -> Iterable[Proposed]:
    """Let the desk read a text; raises ValueError with what to do."""
    try:
        return propose(Article(submitted.text, submitted.published, submitted.title))
    except ModelMissing as error:
        raise ValueError(str(error)) from error


def keeping(home: Path) -> desk_saves.Keeping:
    """Give the page the records of a home to add to."""

    def save(confirmed: Confirmed) -> saving.Saved:
        statements = [saving.NewStatement(**each) for each in confirmed.statements]
        given = (confirmed.source, confirmed.text, statements, confirmed.reviewed_by, confirmed.review)
        return saving.add(home, saving.Addition(*given), datetime.now(UTC))

    return desk_saves.Keeping(
        access.guarded("write", save),
        build=lambda: saving.rebuild(home),
        undo=access.guarded("write", lambda save_id: saving.undo(home, save_id)),
        refusals=(RecordsError, saving.ChangedMeanwhile, OSError, access.NotAllowed),
    )


kept = keeping(home) if (home := correctable.home()) else None
adding.answer()
if edition.asks_for_newest("A source is added to"):
    st.stop()
desk_saves.show(kept)
# A server that many read asks no other host for them.
readers = Readers(uploads.of_paste, uploads.of_file, uploads.of_address if kept else None)
adding.text(readers, proposals)
adding.review(kept, quotes.context)
