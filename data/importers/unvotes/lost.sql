-- Of which roll calls were rows left out that could not be read?
-- One row per roll call, with their number. A row that names no roll call may be of any on its day, or without a day of
-- any at all.
with grouped as (
    select
        if(coalesce(regexp_full_match(source_id, 'unga-[0-9]{1,9}'), false), source_id, null) as named,
        date as day,  -- noqa: RF04
        count(*) as count_rows
    from left_out
    group by all
),

found as (
    select
        named as call_id,
        count_rows
    from grouped
    where named is not null
    union all
    select
        sources.source_id as call_id,
        grouped.count_rows
    from grouped
    inner join sources on grouped.day = sources.date
    where grouped.named is null
    union all
    select
        sources.source_id as call_id,
        grouped.count_rows
    from grouped
    cross join sources
    where grouped.named is null and grouped.day is null
)

select
    call_id,
    sum(count_rows)::bigint as count_rows
from found
group by call_id
