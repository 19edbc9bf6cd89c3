"""Which pages there are, and the question that each one answers."""

from typing import NamedTuple


class Place(NamedTuple):
    """One page: its file, its name in the navigation, its question, and whether it offers the issues itself."""

    path: str
    label: str
    question: str
    has_own_issue: bool = False


# The keys are the paths in the URL; they never change.
PLACES = {
    "map": Place("pages/explore/map.py", "Map", "Who stands where?", has_own_issue=True),
    "matrix": Place("pages/explore/matrix.py", "Matrix", "Where does everyone stand?"),
    "timeline": Place("pages/explore/timeline.py", "Timeline", "How did it unfold?", has_own_issue=True),
    "event": Place("pages/read/event.py", "Events", "Who reacted, and how fast?", has_own_issue=True),
    "actor": Place("pages/explore/actors.py", "Actors", "How did its position unfold?", has_own_issue=True),
    "statements": Place("pages/explore/statements.py", "Statements", "Who said what?"),
    "source": Place("pages/read/source.py", "Sources", "What does the source say?"),
    "borders": Place("pages/about/borders.py", "Borders", "What do the borders on the map mean?"),
    "data": Place("pages/about/data.py", "Data and method", "What is in the data, and how was it made?"),
}
