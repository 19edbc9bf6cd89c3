"""Names for good, for what others keep a copy of: a view that they follow, a statement in it, a package.

Each is a UUID of version 5, made of ids alone. So the same thing has the same name wherever and whenever the app is
served, and no host is named that could change hands.
"""

from uuid import UUID, uuid5

# Drawn once at random; it stands for the project and never changes.
NAMESPACE = UUID("a49ba2eb-6d53-42e0-a9f7-2d330b1c8e98")


def urn(*names: str) -> str:
    """Name something by ids, each below the one before: the collection's, the statement's.

    Returns:
        Such as urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8.
    """
    name = NAMESPACE
    for part in names:
        name = uuid5(name, part)
    return name.urn
