-- On what does each statement rest?
-- One row per statement, source and passage.
with every as (
    select
        statement_id,
        source_id,
        attribution,
        locator,
        quotation as exact,
        null::varchar as prefix,
        null::varchar as suffix
    from sourced
    where source_id is not null
    union all
    select
        statement_id,
        source_id,
        attribution,
        locator,
        exact,
        prefix,
        suffix
    from listed_evidence
    where statement_id in (select statement_id from sourced)
)

select *
from every
qualify
    row_number()
        over (partition by statement_id, source_id, exact order by attribution nulls last, locator nulls last, prefix)
    = 1
