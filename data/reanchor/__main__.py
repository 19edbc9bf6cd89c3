"""Checks every quote against a newer text of its source: python -m data.reanchor --texts FOLDER [--write]."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.journal import recover
from data.problems import RecordsError
from data.reanchor.checking import read_records, verdicts
from data.reanchor.newer import newer_texts
from data.reanchor.report import lines
from data.reanchor.verdicts import RE_ANCHORED, VERIFIED
from data.reanchor.writing import write

HERE = Path(__file__).parent.parent
STOPPED = "An earlier run was stopped while it wrote; what it had left is in place now."
command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@command.command()
def reanchor(
    *,
    texts: Annotated[Path, typer.Option(help="Newer texts: <source_id>.txt in a folder, or a store of data.hydrate.")],
    data: Annotated[Path, typer.Option(help="Folder with records/ and texts/.")] = HERE,
    is_writing: Annotated[bool, typer.Option("--write", help="Put texts whose quotes all stand into texts/.")] = False,
    report: Annotated[Path | None, typer.Option(help="File to write what is told into, too.")] = None,
) -> None:
    """Check every quote against a newer text of its source (docs/method.md).

    The exit code is 0 if all that could be compared are verified or re-anchored, and 1 otherwise.
    """
    try:
        is_settled = _checked(data, texts, report, is_writing=is_writing)
    except (RecordsError, OSError) as error:
        print(error, file=sys.stderr)
        is_settled = False
    raise typer.Exit(0 if is_settled else 1)


def _checked(data: Path, texts: Path, report: Path | None, *, is_writing: bool) -> bool:
    """Check, tell and write; says whether there was something to check and all of it stands."""
    if recover(data):
        print(STOPPED, file=sys.stderr)
    records = read_records(data)
    newer = newer_texts(texts, {quoted.source_id for quoted in records.quotes})
    found = verdicts(records, newer)
    told = [*lines(records, newer, found)]
    if is_writing:
        told += _written(write(data, records, newer, found))
    print("\n".join(told))
    if report:
        report.write_text("\n".join(told) + "\n", encoding="utf-8")
    return bool(found) and all(verdict.finding.verdict in (VERIFIED, RE_ANCHORED) for verdict in found)


def _written(changed: list[str]) -> list[str]:
    if not changed:
        return ["Nothing was written: there is no text that is newer and in which all quotes stand."]
    replaced = [f"texts/{source}.txt: replaced by the newer text" for source in changed]
    return [*replaced, "Run `python -m data.build`, and note in corrections.csv what was published differently before."]


if __name__ == "__main__":
    command(prog_name="python -m data.reanchor")
