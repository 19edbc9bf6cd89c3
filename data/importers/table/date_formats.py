"""How much of a date do the number formats of a workbook show: its day, or a month or a year alone?"""

import re

# Of the formats that every workbook has without saying so, 17 alone (mmm-yy) shows no day of a date.
BUILT_IN = {17: "mmm-yy"}
# Texts in quotes, signs after \, _ and *, and colours, languages or lengths of time in brackets.
NO_PART = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]|am/pm|a/p', re.S | re.I)
MINUTES = re.compile(r"h[^a-z]*m+|m+[^a-z]*s")


class DateFormats:
    """What the styles of a workbook say, as an XML parser goes through them.

    Attributes:
        shown: For each style of cells that shows no day: 7 where it shows a month and 4 where it shows a year alone,
            the length of the ISO date that is left.
    """

    def __init__(self) -> None:
        self.shown: dict[int, int] = {}
        self._lengths = {number: length for number, code in BUILT_IN.items() if (length := length_of(code))}
        self._within = ""
        self._styles = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        tag = tag.rpartition(":")[2]
        if tag in ("numFmts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = tag
        elif tag == "numFmt" and self._within == "numFmts":
            if length := length_of(attributes.get("formatCode", "")):
                self._lengths[_number(attributes)] = length
            else:
                self._lengths.pop(_number(attributes), None)
        elif tag == "xf" and self._within == "cellXfs":
            if length := self._lengths.get(_number(attributes)):
                self.shown[self._styles] = length
            self._styles += 1


def length_of(code: str) -> int | None:
    """How much of an ISO date a number format shows.

    Args:
        code: As in mmm-yy.

    Returns:
        7 for a month, 4 for a year; None where it shows a day, or nothing of a date.
    """
    parts = MINUTES.sub("", NO_PART.sub("", code).partition(";")[0].lower())
    if "d" in parts or "general" in parts:
        return None
    return 7 if "m" in parts else 4 if "y" in parts else None


def _number(attributes: dict[str, str]) -> int:
    text = attributes.get("numFmtId", "")
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else -1
