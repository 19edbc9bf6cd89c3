"""What does DuckDB's SQL say that has to be said otherwise in Spark's, and that sqlglot leaves as it is?

Each rule takes a part of a statement, in which every column is named with its table, and gives what stands for it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlglot import exp

MOST_ROWS = 2**31 - 1
"""Of an answer: Spark's limit takes an integer and no null."""


class NoCounterpart(ValueError):
    """A statement says something that Spark's SQL cannot."""


def by_place(statement: exp.Expr) -> exp.Expr:
    """Unite columns by their places where a statement says by name, which Spark's SQL cannot.

    Raises:
        NoCounterpart: a column is on one side only.
    """
    for union in [*statement.find_all(exp.Union)]:
        if union.args.pop("by_name", None):
            names = union.this.named_selects
            right = {select.alias_or_name: select for select in union.expression.selects}
            if {*names} != {*right}:
                raise NoCounterpart(f"columns on one side of a union only: {sorted({*names} ^ {*right})}")
            union.expression.set("expressions", [right[name] for name in names])
    return statement


def rewritten(statement: exp.Expr) -> exp.Expr:
    """Apply every rule to a statement; innermost parts first."""
    for part in [*statement.walk(bfs=False)][::-1]:
        rule = RULES.get(type(part))
        if rule:
            new = rule(part)
            if part is statement:
                statement = new
            elif new is not part:
                part.replace(new)
    return statement


def _cte(part: exp.CTE) -> exp.Expr:
    """Spark decides by itself what it works out once."""
    part.set("materialized", None)
    return part


def _select(part: exp.Select) -> exp.Expr:
    """Spark knows no `qualify`: the condition becomes a column of a subquery."""
    if part.args.get("distinct") and part.args.get("order"):
        _order_by_names(part)
    condition = part.args.pop("qualify", None)
    if not condition:
        return part
    names = part.named_selects
    part.append("expressions", exp.alias_(condition.this, "is_kept"))
    return exp.select(*names).from_(exp.Subquery(this=part.copy(), alias=exp.TableAlias(this="kept"))).where("is_kept")


def _order_by_names(part: exp.Select) -> None:
    """What is distinct has the columns that it gives, and no other."""
    names = {select.unalias(): select.alias for select in part.selects}
    for key in part.args["order"].expressions:
        key.set("this", exp.column(names.get(key.this, key.this.name)))


def _overlap(part: exp.ArrayOverlaps) -> exp.Expr:
    """Spark calls `list_has_any` otherwise than PostgreSQL's `&&`."""
    if exp.Null in map(type, (part.this, part.expression)):
        return exp.cast(exp.null(), "boolean")
    return _called("arrays_overlap", part.this, part.expression)


def _contains(part: exp.ArrayContains) -> exp.Expr:
    """Spark looks into no list without a type."""
    return exp.cast(exp.null(), "boolean") if isinstance(part.this, exp.Null) else part


def _tuple(part: exp.Tuple) -> exp.Expr:
    """What a greatest value is found by is a row of several in DuckDB, and a struct in Spark."""
    if isinstance(part.parent, exp.ArgMax | exp.ArgMin):
        return _called("struct", *part.expressions)
    return part


def _list(part: exp.ArrayAgg) -> exp.Expr:
    """Spark collects in no order, and gives an empty list where DuckDB gives none; no list here holds nulls."""
    order = part.this if isinstance(part.this, exp.Order) else None
    values = order.this if order else part.this
    is_distinct = isinstance(values, exp.Distinct)
    value = values.expressions[0] if is_distinct else values
    if [key.this for key in order.expressions] != [value] if order else not is_distinct:
        raise NoCounterpart(f"a list in an order other than that of its values: {part.sql('duckdb')}")
    collected = _called("collect_set" if is_distinct else "collect_list", value)
    condition = part.parent
    if isinstance(condition, exp.Filter):
        collected = exp.Filter(this=collected, expression=condition.expression)
    return _called("sort_array", _called("nullif", collected, exp.Array()))


def _filtered(part: exp.Filter) -> exp.Expr:
    """The condition of a list has gone to where its values are collected."""
    return part.this if isinstance(part.this, exp.Anonymous) else part


def _called(name: str, *arguments: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=[*arguments])


def _group(part: exp.Group) -> exp.Expr:
    """Not every server knows `group by all`."""
    select = part.parent
    if part.args.get("all") and isinstance(select, exp.Select):
        places = [number for number, each in enumerate(select.selects, start=1) if not each.find(exp.AggFunc)]
        return exp.Group(expressions=[exp.Literal.number(place) for place in places])
    return part


def _element(part: exp.Bracket) -> exp.Expr:
    """Spark's brackets take no number that is worked out, and no stretch of a text; no list is cut here."""
    place = part.expressions[0]
    if isinstance(place, exp.Slice):
        length = exp.Add(this=exp.Paren(this=place.expression - place.this), expression=exp.Literal.number(1))
        return _called("substring", part.this, place.this, length)
    # A number that stands there was read as counted from 0.
    return _called("element_at", part.this, exp.convert(place.to_py() + 1) if place.is_int else place)


def _limit(part: exp.Limit) -> exp.Expr:
    part.set("expression", _integer(part.expression, MOST_ROWS))
    return part


def _offset(part: exp.Offset) -> exp.Expr:
    part.set("expression", _integer(part.expression, 0))
    return part


def _integer(value: exp.Expr, otherwise: int) -> exp.Expr:
    return exp.cast(exp.func("coalesce", value.copy(), exp.Literal.number(otherwise)), "int")


RULES: Mapping[type[exp.Expr], Callable[[Any], exp.Expr]] = {
    exp.ArrayAgg: _list,
    exp.ArrayContains: _contains,
    exp.ArrayOverlaps: _overlap,
    exp.Bracket: _element,
    exp.CTE: _cte,
    exp.Filter: _filtered,
    exp.Group: _group,
    exp.Limit: _limit,
    exp.Offset: _offset,
    exp.Select: _select,
    exp.Tuple: _tuple,
}
