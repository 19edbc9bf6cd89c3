"""Which files does a question on a range of days need not open, where statements lie in a folder for each year?"""

from collections.abc import Iterator

from sqlglot import exp


def by_year(statement: exp.Expr) -> exp.Expr:
    """Say of each bound on the days of statements what follows for their year, by which a server leaves folders out.

    Args:
        statement: Each column is named with its table; it is changed.
    """
    for bound in [*_bounds(statement)]:
        year = exp.column("year", table=bound.this.table)
        bound.replace(
            exp.paren(exp.and_(bound.copy(), type(bound)(this=year, expression=exp.func("year", bound.expression))))
        )
    return statement


def _bounds(statement: exp.Expr) -> Iterator[exp.GTE | exp.LTE]:
    for select in statement.find_all(exp.Select):
        tables = {table.alias_or_name for table in select.find_all(exp.Table) if table.name == "statements"}
        where = select.args.get("where")
        for bound in where.find_all(exp.GTE, exp.LTE) if where else ():
            of = bound.this
            is_day = isinstance(of, exp.Column) and of.table in tables and of.name == "counts_on"
            if is_day and not bound.expression.find(exp.Column) and bound.find_ancestor(exp.Select) is select:
                yield bound
