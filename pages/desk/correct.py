"""What should the statement say? The correction or the retraction of a published statement, with its reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from queries import shortage
from ui import access, answers, correctable, correcting
from ui.view import View


def records(home: Path) -> correcting.Records:
    """Give the page the records of a home to read and to change."""
    # Only who may write needs the packages that this takes (requirements-desk.txt).
    from data import saving
    from data.problems import RecordsError

    @contextmanager
    def told() -> Iterator[None]:
        try:
            yield
        except RecordsError as error:
            raise correcting.Refused([str(problem) for problem in error.problems]) from error
        except saving.ChangedMeanwhile as error:
            raise correcting.Changed(str(error)) from error
        except (OSError, access.NotAllowed) as error:
            raise correcting.Refused([shortage.told(error)]) from error

    def held(statement_id: str) -> correcting.Cells | None:
        with told():
            return saving.statement_row(home, statement_id)

    def save(wanted: correcting.Wanted) -> None:
        with told():
            access.demand("write")
            saving.correct(home, saving.Correction(**vars(wanted)), datetime.now(UTC))

    def build() -> str:
        with told():
            return saving.rebuild(home)

    return correcting.Records(held, save, build)


statement_id, home = st.session_state["statement"] or "", correctable.home()
try:
    kept = records(home) if home else None
except ModuleNotFoundError as error:
    st.warning(f"**Nothing can be saved:** {error.name} is missing. Install what requirements-desk.txt names.")
    kept = None
answers.show(correcting.answer(statement_id), View.from_session(), filtered=False)
correcting.show(statement_id, kept)
