"""What does the address of an embed ask for, and where do its links lead?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import exports
from api.handout.links import Links
from charts import shapes
from exports.address import address, joined
from exports.values import one

TABLES = {"map": "positions", "timeline": "events", "table": "statements"}
"""The table behind each kind of embed."""
LOOK = {"map": ("theme", "view"), "timeline": ("theme",), "table": ("theme",)}
"""What an embed takes besides what its table takes."""
THEMES = ("auto", "light", "dark")
WORLD = "world"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """An embed.

    Attributes:
        kind: A key of `TABLES`.
        asked: Its rows.
        frozen: Whether the address names the data version, so that it shows the same rows for good.
        theme: One of `THEMES`; auto is what the reader's system has.
        part: The part of the world that a map shows; empty for the other kinds.
        home: Address of the app, with a slash at its end.
    """

    kind: str
    asked: exports.Asked
    frozen: bool
    theme: str
    part: str
    home: str

    @classmethod
    def of(cls, kind: str, texts: dict[str, Sequence[str]], home: str) -> Self:
        """Read it from the parameters of an address.

        Raises:
            Unusable: a parameter is none that this kind takes, or its text no value of it.
            UnknownVersion: that version of the collection was not kept.
        """
        asked = exports.asked_of(TABLES[kind], {name: texts[name] for name in texts if name not in LOOK[kind]})
        if kind == "map" and not asked.issue:
            raise exports.Unusable(
                "issue", "", f"A map shows one issue at a time; choose from {', '.join(asked.names.issues)}."
            )
        for name in texts.keys() & {*LOOK[kind]}:
            if len(texts[name]) > 1:
                raise exports.Unusable(name, texts[name][1], f"{name} is given more than once; give it once.")
        part = one(texts, "view", shapes.picture()["views"], default=WORLD) if kind == "map" else ""
        theme = one(texts, "theme", THEMES, default=THEMES[0])
        return cls(kind=kind, asked=asked, frozen=bool(texts.get("data")), theme=theme, part=part, home=home)

    @property
    def url(self) -> str:
        """Its own address, in the one order in which addresses are written."""
        return joined(f"{self.home}embed/{self.kind}", self.parameters())

    @cached_property
    def links(self) -> Links:
        """Where its links lead."""
        return Links(self.asked, self.home, self.frozen, "" if self.part == WORLD else self.part)

    def parameters(self) -> dict[str, Any]:
        """Everything that its address says."""
        look = {"view": [self.part] * (self.part not in ("", WORLD)), "theme": [self.theme] * (self.theme != THEMES[0])}
        return address(self.asked, frozen=self.frozen) | {name: texts for name, texts in look.items() if texts}
