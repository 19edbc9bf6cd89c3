"""Fetches the texts of cited pages onto this machine: python -m data.hydrate."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.hydrate.connecting import CheckedSockets
from data.hydrate.limits import Limits
from data.hydrate.running import Asked, run
from queries import fetched
from queries.collections import PARQUET, collection_id

command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@command.command()
def hydrate(  # noqa: PLR0913 - a parameter is an option of the command
    *,
    data: Annotated[Path, typer.Option(help="Folder of the collection's tables.")] = PARQUET,
    texts: Annotated[Path | None, typer.Option(help="Folder for texts, instead of DEMARCHE_TEXTS or your own.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Id of a source to ask for, and no other; repeatable.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="Most sources to ask for.")] = None,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host.")] = 3.0,
    again: Annotated[bool, typer.Option("--again", help="Also what is there already or failed lately.")] = False,
    contact: Annotated[str, typer.Option(help="How hosts can reach you: an e-mail or web address.")] = "",
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Also hosts of your own network.")] = False,
) -> None:
    """Fetch the pages that a collection cites and keep their texts on this machine (docs/hydrate.md)."""
    if not (contact.isascii() and contact.isprintable() and len(contact) <= 200):
        raise typer.BadParameter("plain letters, digits and signs only, up to 200", param_hint="--contact")
    if not contact:
        print("Tip: with --contact, those who run the hosts can reach you.", file=sys.stderr)
    try:
        name = collection_id(data)
        store = fetched.store_in(texts, name) if texts else fetched.store(name)
        sockets = CheckedSockets(Limits(), lambda _: True) if allow_private else None
        status = run(Asked(data, store, tuple(only or ()), limit, delay, again, contact, sockets=sockets))
    except (OSError, ValueError) as error:
        print(f"{error}; nothing could be done", file=sys.stderr)
        status = 1
    raise typer.Exit(status)


if __name__ == "__main__":
    command()
