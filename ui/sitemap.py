"""Which pages there are, and the question that each one answers."""

from typing import NamedTuple


class Place(NamedTuple):
    """One page.

    Attributes:
        path: Its file.
        label: Its name in the navigation.
        question: What it answers, in the reader's words.
        has_own_issue: Whether it offers the issues itself, or needs none.
        is_about_statements: Whether a collection of texts alone leaves it nothing to show.
        right: What somebody has to be allowed to do here, where the server asks who is there (`ui.roles`).
        is_listed: Whether the navigation leads there. A page that it does not list is opened for one thing, and stays
            with that whatever filter is changed on it.
    """

    path: str
    label: str
    question: str
    has_own_issue: bool = False
    is_about_statements: bool = False
    is_listed: bool = True
    right: str = ""


# The keys are the paths in the URL; they never change.
PLACES = {
    "map": Place("pages/explore/map.py", "Map", "Who stands where?", has_own_issue=True, is_about_statements=True),
    "matrix": Place("pages/explore/matrix.py", "Matrix", "Where does everyone stand?", is_about_statements=True),
    "timeline": Place(
        "pages/explore/timeline.py", "Timeline", "How did it unfold?", has_own_issue=True, is_about_statements=True
    ),
    "event": Place(
        "pages/read/event.py", "Events", "Who reacted, and how fast?", has_own_issue=True, is_about_statements=True
    ),
    "actor": Place(
        "pages/explore/actors.py",
        "Actors",
        "How did its position unfold?",
        has_own_issue=True,
        is_about_statements=True,
    ),
    "statements": Place("pages/explore/statements.py", "Statements", "Who said what?", is_about_statements=True),
    "search": Place("pages/explore/search.py", "Search", "Where do these words stand?", has_own_issue=True),
    "source": Place("pages/read/source.py", "Sources", "What does the source say?", has_own_issue=True),
    "add": Place(
        "pages/desk/add_source.py",
        "Add a source",
        "What does this text say?",
        has_own_issue=True,
        is_about_statements=True,
        right="write",
    ),
    "sql": Place("pages/desk/sql.py", "SQL", "What do you want to ask the tables?", has_own_issue=True, right="sql"),
    "borders": Place("pages/about/borders.py", "Borders", "What do the borders on the map mean?", has_own_issue=True),
    "data": Place(
        "pages/about/data.py", "Data and method", "What is in the data, and how was it made?", has_own_issue=True
    ),
    "corrections": Place(
        "pages/about/corrections.py", "Corrections", "What was corrected, and why?", has_own_issue=True
    ),
    "correct": Place(
        "pages/desk/correct.py",
        "Correct a statement",
        "What should the statement say?",
        has_own_issue=True,
        is_about_statements=True,
        is_listed=False,
        right="write",
    ),
}
