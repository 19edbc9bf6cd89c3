"""What does each part of a mapping file say, and what is wrong in it?"""

import re
from collections.abc import Mapping as Map

from data.importers.table.names import COLUMNS, folded, nearest, words
from data.importers.table.written import Node, Text, Written

ABOUT = ("title", "description", "licence", "licence_url", "source", "source_url")
ORDERS = ("day-first", "month-first")
DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t", "comma": ",", "semicolon": ";"}
ENCODINGS = ("utf-8", "cp1252", "utf-16", "latin-1")
OF_ISSUES = (
    *("issue_id", "title", "proposition", "note", "support_label", "oppose_label", "neutral_label"),
    *("support_answer", "oppose_answer", "neutral_answer"),
)
ADDRESS = re.compile(r"https?://[^\s<>\"\\]+")


class MappingParts:
    """Readers of the parts, which tell what is wrong and go on."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self.readers = {
            "file": self._text,
            "sheet": self._text,
            "header_row": self._number,
            "dates": lambda part, value: self._one_of(part, value, {order: order for order in ORDERS}),
            "delimiter": lambda part, value: self._one_of(part, value, DELIMITERS),
            "encoding": lambda part, value: self._one_of(part, value, {name: name for name in ENCODINGS}),
            "collection": lambda part, value: self._texts(part, value, ABOUT),
            "columns": lambda part, value: self._texts(part, value, COLUMNS),
            "constants": self._constants,
            "values": self._values,
            "issues": self._issues,
        }

    def _text(self, name: Text, value: Node) -> str:
        if isinstance(value, Text) and value:
            return value
        self._written.fail(name.line, f'"{name}" needs one text after the colon')
        return ""

    def _number(self, name: Text, value: Node) -> int:
        if isinstance(value, Text) and re.fullmatch(r"[1-9][0-9]{0,3}", value):
            return int(value)
        self._written.fail(name.line, f'"{name}" needs the number of a row, as in 1')
        return 1

    def _one_of(self, name: Text, value: Node, known: Map[str, str]) -> str:
        text = self._text(name, value)
        if text and text not in known:
            self._written.fail(name.line, f'"{name}" is one of {", ".join(known)}')
        return known.get(text, "")

    def _parts(self, name: Text, value: Node) -> dict[Text, Node]:
        if isinstance(value, dict):
            return value
        self._written.fail(name.line, f'"{name}" needs lines below it, indented, each with a name, a colon and a value')
        return {}

    def _texts(self, name: Text, value: Node, known: tuple[str, ...]) -> dict[str, str]:
        """Texts by names that are known; those that end in url are addresses."""
        found: dict[str, str] = {}
        for key, each in self._parts(name, value).items():
            if key not in known:
                self._written.fail(key.line, f'"{key}" is not known under {name}{nearest(key, known)}')
            elif name == "collection" and key.endswith("url") and not ADDRESS.fullmatch(self._text(key, each)):
                self._written.fail(key.line, f'"{key}" needs an address that begins with https:// or http://')
            else:
                found[key] = self._text(key, each)
        return found

    def _constants(self, name: Text, value: Node) -> dict[str, str]:
        found = self._texts(name, value, COLUMNS)
        for column, word in self._parts(name, value).items():
            if isinstance(word, Text):
                self._check_word(column, word)
        return found

    def _values(self, name: Text, value: Node) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for column, pairs in self._parts(name, value).items():
            if column not in COLUMNS:
                self._written.fail(column.line, f'"{column}" is no column of ours{nearest(column, COLUMNS)}')
                continue
            of_column: dict[str, str] = {}
            found[column] = of_column
            for theirs, ours in self._parts(column, pairs).items():
                if of_column.setdefault(folded(theirs), self._text(theirs, ours)) != ours:
                    self._written.fail(theirs.line, f'"{theirs}" stands for two things; capitals make no difference')
                self._check_word(column, ours if isinstance(ours, Text) else theirs)
        return found

    def _check_word(self, column: str, word: Text) -> None:
        known = words(column)
        if known and word not in known:
            self._written.fail(word.line, f'"{word}" is no {column} of ours; they are {", ".join(known)}')

    def _issues(self, name: Text, value: Node) -> tuple[dict[str, str], ...]:
        rows = value if isinstance(value, list) else []
        if not rows:
            self._written.fail(name.line, '"issues" needs a list below it, each issue with a hyphen before its title')
        found = tuple(self._texts(name, row, OF_ISSUES) for row in rows)
        if any("title" not in row for row in found):
            self._written.fail(name.line, "an issue has no title; give each one")
        return found
