-- Which rows have the id of a row before them?
-- One row per such row, with the first that has it.
with numbered as (
    select
        "row",  -- noqa: RF06
        statement_id,
        is_made,
        min("row") over (partition by statement_id) as first_row  -- noqa: RF06
    from sourced
)

select
    "row",  -- noqa: RF06
    first_row,
    statement_id,
    is_made
from numbered
where "row" > first_row  -- noqa: RF06
order by "row"  -- noqa: RF06
