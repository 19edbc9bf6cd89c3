"""What becomes of a published statement: its correction or retraction, as somebody asks for it on the page.

Nothing here writes: the page hands over who reads and changes the records (`Records`), or nobody where they are not to
be changed. Then the rows can be taken along.
"""

from ui.correcting.page import answer, show
from ui.correcting.wanted import Cells, Changed, Records, Refused, Wanted

__all__ = ["Cells", "Changed", "Records", "Refused", "Wanted", "answer", "show"]
