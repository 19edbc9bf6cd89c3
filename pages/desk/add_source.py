"""What does this text say? An article becomes statements that somebody confirmed."""

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

import queries
from ui import adding, collections, desk_saves
from ui.confirming import Confirmed
from ui.review import Proposed, Submitted

try:
    from data import saving, uploads
    from data.problems import RecordsError
    from data.saving.permission import home_of
    from desk.articles import Article
    from desk.proposals import propose
except ModuleNotFoundError as error:
    adding.not_installed(str(error.name))
    st.stop()

home = home_of(queries.served()[collections.collection()])


def proposals(submitted: Submitted) -> Iterable[Proposed]:
    """Let the desk read a text."""
    return propose(Article(submitted.text, submitted.published, submitted.title))


def save(confirmed: Confirmed) -> saving.Saved:
    """Write what was confirmed into the records."""
    statements = [saving.NewStatement(**each) for each in confirmed.statements]
    addition = saving.Addition(confirmed.source, confirmed.text, statements, confirmed.reviewed_by, confirmed.review)
    return saving.add(home, addition, datetime.now(UTC))


keeping = home and desk_saves.Keeping(
    save,
    build=lambda: saving.rebuild(home),
    undo=lambda save_id: saving.undo(home, save_id),
    refusals=(RecordsError, saving.ChangedMeanwhile, OSError),
)
adding.answer()
desk_saves.show(keeping)
# A server that many read asks no other host for them.
adding.text(uploads.of_file, uploads.of_address if keeping else None, proposals)
adding.review(keeping)
