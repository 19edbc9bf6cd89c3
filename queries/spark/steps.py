"""How does a question read with the steps that it shares written out? Spark does not know DuckDB's macros.

The files of queries/views/ and queries/layout/ stay the one place where those steps are written. They are put in where
they are called, each argument for its name, so that a statement reads the tables of a collection and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import NamedTuple

import sqlglot
from sqlglot import exp

from queries import layout
from queries.database import VIEWS

_FORM = re.compile(
    r"create or replace (?:view|macro) (?P<name>\w+)(?P<parameters>\([^)]*\))? as\s+(?:table\s)?(?P<body>.*);",
    re.DOTALL,
)


class Step(NamedTuple):
    """What a file of queries/views/ says: the names that it takes, what stands for those not given, and what it is."""

    parameters: tuple[str, ...]
    defaults: Mapping[str, exp.Expr]
    body: exp.Expr


class UnknownForm(ValueError):
    """A file of queries/views/ is neither a view nor a macro as the others are."""


@cache
def steps() -> dict[str, Step]:
    """Read every shared step, by its name.

    Raises:
        UnknownForm: a file has another form than `create or replace view|macro name(parameters) as [table] ...;`.
    """
    shared = dict(map(_step, (file.read_text(encoding="utf-8") for file in sorted(VIEWS.glob("*.sql")))))
    # Nothing is kept on a server: a copy of ours is the select that it is made by, whose order means nothing there.
    copies = {file.stem: parsed(file.read_text(encoding="utf-8")) for file in sorted(layout.FOLDER.glob("*.sql"))}
    for body in copies.values():
        body.set("order", None)
    return shared | {name: Step((), {}, body) for name, body in copies.items()}


def _step(text: str) -> tuple[str, Step]:
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip()
    found = _FORM.fullmatch(code)
    if not found:
        raise UnknownForm(f"queries/views: {code.splitlines()[0]!r} is no view or macro of the usual form")
    named = [part.partition(":=") for part in re.findall(r"\w[^,()]*", found["parameters"] or "")]
    defaults = {name.strip(): parsed(value) for name, _, value in named if value}
    return found["name"], Step(tuple(name.strip() for name, *_ in named), defaults, parsed(found["body"]))


def parsed(text: str) -> exp.Expr:
    """Read one statement or expression in DuckDB's SQL."""
    read: exp.Expr = sqlglot.parse_one(text, read="duckdb")
    return read


def written_out(statement: exp.Expr) -> exp.Expr:
    """Put the shared steps into a statement where it calls them.

    Args:
        statement: It is changed.

    Returns:
        A statement that reads tables alone. What it names by `with` is named differently in each step put in.
    """
    numbers = count(1)
    while called := next(_called(statement), None):
        called.replace(_put_in(called, next(numbers)))
    return statement


def _called(statement: exp.Expr) -> Iterator[exp.Expr]:
    """Find where a shared step is read as a table or a view, or stands as a value."""
    for part in statement.find_all(exp.Table, exp.Anonymous):
        is_argument = isinstance(part.parent, exp.Table)
        if not is_argument and _named(part) in steps():
            yield part


def _named(part: exp.Expr) -> str:
    return str((part.this if isinstance(part, exp.Table) else part).name.lower())


def _put_in(called: exp.Expr, number: int) -> exp.Expr:
    name = _named(called)
    given = (called.this if isinstance(called, exp.Table) else called).expressions
    if isinstance(called, exp.Anonymous):
        return exp.Paren(this=_bound(name, given, number))
    alias = called.args.get("alias") or exp.TableAlias(this=exp.to_identifier(name))
    return exp.Subquery(this=_bound(name, given, number), alias=alias, joins=called.args.get("joins"))


def _bound(name: str, given: list[exp.Expr], number: int) -> exp.Expr:
    """Write a step with arguments for its parameters, as DuckDB binds them: by place, or by name after `:=`."""
    step = steps()[name]
    values = dict(step.defaults)
    for parameter, argument in zip(step.parameters, given, strict=False):
        named = argument if isinstance(argument, exp.PropertyEQ) else None
        values[named.this.name if named else parameter] = named.expression if named else argument
    body = step.body.copy()
    for column in [*body.find_all(exp.Column)]:
        if not column.table and column.name in step.parameters:
            column.replace(_closed(values[column.name]))
    _renamed(body, number)
    return body


def _closed(value: exp.Expr) -> exp.Expr:
    """Keep an argument together, whatever stands around it."""
    return exp.Paren(this=value.copy()) if isinstance(value, exp.Binary | exp.Unary) else value.copy()


def _renamed(body: exp.Expr, number: int) -> None:
    """Number what a step names by `with`: all of it comes to stand at the top of Spark's SQL, where two would clash."""
    names = {each.alias for each in body.find_all(exp.CTE)}
    for each in body.find_all(exp.CTE):
        each.args["alias"].set("this", exp.to_identifier(f"{each.alias}_{number}"))
    for table in body.find_all(exp.Table):
        if isinstance(table.this, exp.Identifier) and table.name in names:
            if not table.alias:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(table.name)))
            table.set("this", exp.to_identifier(f"{table.name}_{number}"))
