"""What should the statement say? The correction or the retraction of a published statement, with its reason."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from ui import answers, correcting
from ui.view import View


def records(home: Path) -> correcting.Records:
    """Give the page the records of a home to read and to change."""
    # Only who may write has the packages that this takes.
    from data.problems import RecordsError
    from data.saving import ChangedMeanwhile, Correction, correct, rebuild, statement_row

    def save(wanted: correcting.Wanted) -> str:
        try:
            correct(home, Correction(**vars(wanted)), datetime.now(UTC))
            return rebuild(home)
        except RecordsError as error:
            raise correcting.Refused([str(problem) for problem in error.problems]) from error
        except ChangedMeanwhile as error:
            raise correcting.Changed(str(error)) from error
        except OSError as error:
            raise correcting.Refused([f"the files cannot be written: {error.strerror}"]) from error

    return correcting.Records(held=lambda statement_id: statement_row(home, statement_id), save=save)


statement_id, home = st.session_state["statement"] or "", correcting.of_session()
answers.show(correcting.answer(statement_id), View.from_session(), filtered=False)
correcting.show(statement_id, records(home) if home else None)
