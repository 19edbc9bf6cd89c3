"""Reads a path as SVG defines it; knows only the commands that the map uses, and fails on any other."""

import re

_SUBPATH = re.compile(r"M([^a-zA-Z]+)l([^a-zA-Z]+)z")
_NUMBER = re.compile(r"\s*(-?(?:\d+(?:\.\d*)?|\.\d+))")


def subpaths(d):
    """Closed rings of points, each coordinate to the thousandth."""
    found = _SUBPATH.findall(d)
    assert d == "".join(f"M{start}l{steps}z" for start, steps in found), f"not understood: {d[:60]}"
    return [_ring(numbers(start), numbers(steps)) for start, steps in found]


def numbers(text):
    """Thousandths, as whole numbers: these add up without error."""
    found = _NUMBER.findall(text)
    assert not _NUMBER.sub("", text).strip(), f"not a list of numbers: {text[:60]}"
    return [round(float(number) * 1000) for number in found]


def _ring(start, steps):
    x, y = start
    ring = [(x / 1000, y / 1000)]
    for across, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + across, y + down
        ring.append((x / 1000, y / 1000))
    return [*ring, ring[0]]
