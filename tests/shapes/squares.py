"""Outlines that one can draw in one's head."""

LEFT = [(11.0, 20.0), (10.0, 20.0), (10.0, 21.0), (11.0, 21.0), (11.0, 20.0)]
RIGHT = [(11.0, 21.0), (12.0, 21.0), (12.0, 20.0), (11.0, 20.0), (11.0, 21.0)]


def square(west, south, size):
    """A clockwise ring."""
    east, north = west + size, south + size
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]


def across(west, south, size):
    """A clockwise square that may lie across 180 degrees, with longitudes as the atlas has them."""
    return [((x + 180) % 360 - 180, y) for x, y in square(west, south, size)]
