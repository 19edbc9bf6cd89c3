"""Which part of the map is shown, and where does a point of the map come to lie in the picture?"""

from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """A window on the map.

    Attributes:
        left: Of its corner, in map units.
        top: Of its corner, in map units.
        scale: Pixels per unit.
        width: In pixels.
        height: In pixels.
        grain: How finely outlines are drawn, in parts of a pixel (see `outline.path`).
        mark: How large marks are, in shares of their usual size.
    """

    left: float
    top: float
    scale: float
    width: float
    height: float
    grain: int = 10
    mark: float = 1.0

    def place(self, point: Point) -> Point:
        """Where a point of the map lies, in pixels from the window's corner."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def meets(self, box: Box) -> bool:
        """Whether a box of the map (west, north, east, south) lies in the window, at least in part."""
        (west, north), (east, south) = self.place(box[:2]), self.place(box[2:])
        return east >= 0 and west <= self.width and south >= 0 and north <= self.height

    def holds(self, point: Point) -> bool:
        """Whether a point of the map lies in the window."""
        return self.meets((*point, *point))


def fitted(view: Box, width: float, tallest: float) -> Frame:
    """The window that shows a view (x, y, width, height) whole; of a tall one more is shown at its sides."""
    left, top, across, down = view
    scale = min(width / across, tallest / down)
    return Frame(left - (width / scale - across) / 2, top, scale, width, down * scale)
