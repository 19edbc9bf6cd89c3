"""What can go wrong when a file is written.

ExportError
├── UnknownForm
├── RowsDiffer
├── TooManyRows
├── CannotHold
└── Unusable

The message of each is one sentence for the reader, with what to take instead where there is something.
"""


class ExportError(Exception):
    """No file was written."""


class UnknownForm(ExportError):
    """A form was asked for that no module of this room writes."""


class RowsDiffer(ExportError):
    """The rows to be written are not as many as the file would say of itself."""


class TooManyRows(ExportError):
    """The form has a row limit, and the table is over it."""


class CannotHold(ExportError):
    """The table holds something that the form would have to change or cut."""


class Unusable(ExportError):
    """An address holds something that means nothing here.

    Attributes:
        name: Of the parameter.
        text: What it said.
    """

    def __init__(self, name: str, text: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name
        self.text = text
