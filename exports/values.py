"""What does one parameter of an address say? A value that exists, or a sentence that says why it is none."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from exports.errors import Unusable

Raw = Mapping[str, Sequence[str]]
LONGEST_ECHO = 60


def text(raw: Raw, name: str) -> str:
    """Give the first text of a parameter; empty where it has none."""
    return next(iter(raw.get(name, ())), "")


def one(raw: Raw, name: str, known: Collection[str], listed: str = "", *, default: str = "") -> str:
    """Give the id that a parameter names; the default where it names none.

    Args:
        raw: The address.
        name: Of the parameter.
        known: Ids that exist.
        listed: The route that lists them, if they are many.
        default: Where the parameter is not there.
    """
    return next(iter(several(raw, name, known, listed)), default)


def several(raw: Raw, name: str, known: Collection[str], listed: str = "") -> tuple[str, ...]:
    """Give the ids that a parameter names, each once; see `one`."""
    for given in raw.get(name, ()):
        if given not in known:
            where = f"/api/{listed} lists what there is" if listed else f"choose from {', '.join(known)}"
            raise Unusable(name, given, f"“{echo(given)}” is not a value of {name}; {where}.")
    return tuple(dict.fromkeys(raw.get(name, ())))


def day(raw: Raw, name: str) -> date | None:
    """Give the day that a parameter names, written as 2020-03-31; none where it is not there."""
    given = text(raw, name)
    if not raw.get(name):
        return None
    try:
        if len(given) != len("2020-03-31"):
            raise ValueError
        return date.fromisoformat(given)
    except ValueError as error:
        raise Unusable(name, given, f"“{echo(given)}” is no day for {name}; write it as 2020-03-31.") from error


def switch(raw: Raw, name: str) -> bool:
    """Tell whether a parameter says yes; it may also say no."""
    return one(raw, name, ("yes", "no")) == "yes"


def echo(given: str) -> str:
    """Shorten a text that came from outside, printable characters only."""
    clean = "".join(character for character in given if character.isprintable())
    return clean if len(clean) <= LONGEST_ECHO else clean[:LONGEST_ECHO] + "…"
