"""Where in a text is a place? Python counts code points, and a page in the browser UTF-16 units."""


def units(text: str) -> bytes:
    """Write a text in the units by which the page counts, two bytes each."""
    return text.encode("utf-16-le")


def unit_at(text: str, place: int) -> int:
    """Turn a place in code points into one in UTF-16 units."""
    return len(units(text[:place])) // 2


def place_at(text: str, unit: int) -> int:
    """Turn a place in UTF-16 units into one in code points; half a character counts to the one before."""
    return len(units(text)[: 2 * unit].decode("utf-16-le", "ignore"))
