"""What stands in a YAML file that a person wrote, and on which line?

Every value is text, as it is written: of "yes: support", the usual reader would make true. Nothing refers to anything
else, so that a file of a few lines cannot grow in memory.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

import yaml

from data.importers.report import ImportRefused, visible
from data.problems import Problem

MOST_BYTES = 1_000_000
DEEPEST = 8


class Text(str):
    """A text and the line on which it stands."""

    line: int

    @classmethod
    def on(cls, line: int, text: str) -> Self:
        """Make one.

        Args:
            line: Counted from 1.
            text: What stands there.
        """
        made = cls(text)
        made.line = line
        return made


Node = Text | list["Node"] | dict[Text, "Node"]


class Written:
    """The parts of a file, and what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.problems: list[Problem] = []
        self.root = self._read(path)

    def fail(self, line: int | None, what: str) -> None:
        """Tell a fault; all of them are told at once."""
        self.problems.append(Problem(visible(self.name), line, what))

    def refuse_if_faulty(self) -> None:
        """Raise ImportRefused with all faults, if there are any."""
        if self.problems:
            raise ImportRefused("\n".join(map(str, sorted(self.problems, key=lambda problem: problem.row or 0))))

    def _read(self, path: Path) -> Mapping[Text, Node]:
        if path.stat().st_size > MOST_BYTES:
            raise ImportRefused(f"{visible(self.name)}: has more than {MOST_BYTES:,} bytes; look what it is")
        try:
            text = path.read_bytes().decode("utf-8-sig")
            self._check_events(text)
            node = yaml.compose(text, Loader=yaml.CSafeLoader)
        except UnicodeDecodeError as error:
            raise ImportRefused(f"{visible(self.name)}: is not UTF-8; save it as UTF-8") from error
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = (
                f"is not YAML ({getattr(error, 'problem', None) or 'characters that no text has'}); look at this line"
            )
            raise ImportRefused(str(Problem(visible(self.name), mark and mark.line + 1, what))) from error
        root = self._node(node) if node else {}
        if not isinstance(root, dict):
            self.fail(1, 'is no list of parts; write them as in "columns:"')
        self.refuse_if_faulty()
        return root if isinstance(root, dict) else {}

    def _check_events(self, text: str) -> None:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            line = event.start_mark.line + 1 if event.start_mark else 1
            if depth > DEEPEST:
                raise ImportRefused(f"{visible(self.name)}:{line}: is nested more than {DEEPEST} deep; write it flat")
            if isinstance(event, yaml.AliasEvent):
                raise ImportRefused(f"{visible(self.name)}:{line}: refers to another place; write it out")

    def _node(self, node: yaml.Node) -> Node:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return Text.on(line, " ".join(node.value.split()))
        if isinstance(node, yaml.SequenceNode):
            return [self._node(item) for item in node.value]
        found: dict[Text, Node] = {}
        for key, value in node.value:
            name = self._node(key)
            if not isinstance(name, Text):
                self.fail(key.start_mark.line + 1, "has a list where a name is expected; write a name before the colon")
            elif name in found:
                self.fail(name.line, f'has "{visible(name)}" twice; take one of the two away')
            else:
                found[name] = self._node(value)
        return found
