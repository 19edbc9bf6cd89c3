"""How united was a group when it voted? Two published indices for one roll call."""


def rice(in_favour: int, against: int) -> float | None:
    """Cohesion of those who took a side: |in favour - against| / (in favour + against).

    Args:
        in_favour: Votes in favour.
        against: Votes against; abstentions do not count.

    Returns:
        1 where all who took a side took the same, 0 where they split evenly, None where nobody took one.

    Source:
        Stuart A. Rice, Quantitative Methods in Politics, New York: Knopf, 1928; docs/method.md#cohesion
    """
    sides = in_favour + against
    return abs(in_favour - against) / sides if sides else None


def attina(in_favour: int, against: int, abstained: int) -> float | None:
    """Cohesion with abstention as a third choice: (the largest - the sum of the other two) / all who voted.

    Args:
        in_favour: Votes in favour.
        against: Votes against.
        abstained: Abstentions that were cast; who was absent does not count.

    Returns:
        1 where all did the same, 0 where one half did, -1/3 where they split evenly in three; None where nobody voted.

    Source:
        Fulvio Attinà, "The voting behaviour of the European Parliament members and the problem of the Europarties",
        European Journal of Political Research 18(5), 1990, 557-579; docs/method.md#cohesion
    """
    total = in_favour + against + abstained
    return (2 * max(in_favour, against, abstained) - total) / total if total else None
