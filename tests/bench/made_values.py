"""Days and texts that stand in made-up tables: when things happen, and what they are called."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

FIRST, LAST = np.datetime64("1966-01-01"), np.datetime64("2025-12-31")


def anywhere(draw: np.random.Generator, number: int) -> np.ndarray:
    """Draw days of the whole range, more of them towards its end."""
    offsets: np.ndarray = (draw.random(number) ** 0.7 * (LAST - FIRST).astype(int)).astype("timedelta64[D]")
    return FIRST + offsets


def periods(days: np.ndarray, precision: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give first and last day of what is known of each date: the day, the month, or the year."""
    month, year = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    one = np.timedelta64(1, "D")
    first = np.select([precision == 1, precision == 2], [month.astype(days.dtype), year.astype(days.dtype)], days)
    last = np.select(
        [precision == 1, precision == 2],
        [(month + 1).astype(days.dtype) - one, (year + 1).astype(days.dtype) - one],
        days,
    )
    return first, np.minimum(last, LAST)


def numbered(word: str, numbers: np.ndarray, digits: int = 1) -> pa.Array:
    """Write a word and a number each, which is given so many digits at least."""
    written = pc.utf8_lpad(pa.array(numbers).cast(pa.int64()).cast(pa.string()), digits, "0")
    return pc.binary_join_element_wise(word, written, "-")


def taken(words: tuple[str, ...], numbers: np.ndarray) -> pa.Array:
    """Give the words at these places."""
    return pa.array(words).take(pa.array(numbers))
