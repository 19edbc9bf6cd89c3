"""What do the borders on the map mean? The policy, place by place, and where the shapes come from."""

from ui import about, answers
from ui.view import View

answers.show(about.BORDERS_ANSWER, View.from_session(), filtered=False)
about.borders()
