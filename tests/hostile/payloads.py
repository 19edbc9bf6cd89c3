r"""What would run, or stand as something else than text, if anybody forgot to escape it?

Every payload has a number. It calls `__canary(number)`, asks for an address with "canary" in its path, makes an element
with the attribute `canary`, or is marked up so that it would not be seen as it is written. Its mark, `zq` with the
number, says whose text it is wherever it is shown. Those that a cell of a record may hold stand in payloads.txt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LINES = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
# Controls, what takes no room or turns the words around, and more lines than one.
UNSEEN = (
    "@T\x00<img canary src=x onerror=__canary(@N)>",
    "@T<img canary src=x\x0conerror=__canary(@N)>",
    "@T<a canary href='java\nscript:__canary(@N)'>x</a>",
    "@T<a canary href=' \x01javascript:__canary(@N)'>x</a>",
    "@T\u202e>(@N)yranac__=rorreno x=crs yranac gmi<",
    "@T\u2066<script canary>__canary(@N)</script>\u2069",
    "@T<scr\u200bipt canary>__canary(@N)</scr\u200bipt>",
    "@T\U000e003cscript\U000e003e__canary(@N)",
    "@T\ufeff<img canary src=x onerror=__canary(@N)>",
    "@T\x1b]8;;/canary/@N\x07x\x1b]8;;\x07",
    "@T\u2028__canary(@N)\u2029",
    "@T\n\n<img canary src=x onerror=__canary(@N)>\n\n# heading\n\n[x]: /canary/@N",
    "@T\r\nSet-Cookie: canary=@N\r\n\r\n<script canary>__canary(@N)</script>",
)


@dataclass(frozen=True)
class Payload:
    """One payload: its number, its kind, and what is written wherever a text is taken."""

    number: int
    kind: str
    text: str

    @property
    def mark(self) -> str:
        """The characters by which the text is found."""
        return f"zq{self.number:03}"


def _templates() -> Iterator[tuple[str, str]]:
    kind = ""
    for line in LINES[1:]:
        if heading := re.fullmatch(r"\[([a-z]+)\]", line):
            kind = heading[1]
        elif line:
            yield kind, line
    for line in UNSEEN:
        yield "unseen", line


def _written(number: int, kind: str, template: str) -> Payload:
    return Payload(number, kind, template.replace("@T", f"zq{number:03}").replace("@N", str(number)))


PAYLOADS = [_written(number, *each) for number, each in enumerate(_templates())]
VISIBLE = [each for each in PAYLOADS if each.kind != "unseen"]


def bundles(longest: int) -> list[str]:
    """Join all visible payloads by spaces into texts of at most so many characters."""
    made = [""]
    for each in VISIBLE:
        joined = f"{made[-1]} {each.text}".strip()
        made = [*made[:-1], joined] if len(joined) <= longest else [*made, each.text]
    return made
