"""Which lane does an event belong to? By its kind."""

LANES: dict[str, tuple[str, ...]] = {
    "War and clash": ("war", "clash"),
    "Vote": ("election", "referendum"),
    "Resolution and decision": ("resolution",),
    "Agreement and ceasefire": ("agreement", "ceasefire"),
    "Summit and declaration": ("summit", "declaration"),
    "Other": ("blockade", "other"),
}
"""The kinds of event in each lane, from top to bottom. "blockade" is a technical category and has no lane."""

BANDS = ("war", "blockade")
"""The kinds of event that lie over everything said while they lasted."""


def lane_of(kind: str) -> str:
    """The lane of a kind of event.

    Raises:
        ValueError: it has none; a new kind needs a decision, not a drawer.
    """
    found = next((name for name, kinds in LANES.items() if kind in kinds), None)
    if found is None:
        raise ValueError(f'no lane for events of kind "{kind}"')
    return found
