"""What a disk, a copy that broke off, or a wrong hand makes of a file."""

from pathlib import Path
from random import Random


def flipped(content: bytes) -> bytes:
    """Change one byte in a hundred, none of the first and last ones, by which a file is known."""
    draw, harmed = Random(len(content)), bytearray(content)
    for place in range(8, len(content) - 12, 100):
        harmed[place] ^= draw.randint(1, 255)
    return bytes(harmed)


def one_byte(content: bytes) -> bytes:
    harmed = bytearray(content)
    harmed[len(content) // 3] ^= 1
    return bytes(harmed)


HARMS = {
    "flipped": flipped,
    "one byte": one_byte,
    "cut": lambda content: content[: len(content) // 2],
    "empty": lambda content: b"",
    "of another kind": lambda content: b"a,b\n1,2\n" * 50,
}


def harm(file: Path, how: str) -> None:
    """Harm a file in the way in which a copy does: what has it open keeps the old one."""
    harmed = file.with_name(f"{file.name}.harmed")
    harmed.write_bytes(_harmed(file, how))
    harmed.replace(file)


def harm_in_place(file: Path, how: str) -> None:
    """Harm the very bytes that others have open."""
    content = _harmed(file, how)
    with file.open("r+b") as out:
        out.truncate(len(content))
        out.write(content)


def _harmed(file: Path, how: str) -> bytes:
    content = file.read_bytes()
    # There is nothing to change in a lock.
    return HARMS[how](content) if content else content
