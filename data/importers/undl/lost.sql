-- Of which roll calls were rows left out that could not be read?
-- One row per roll call, with their number. A row with too few or too many cells is of the roll calls whose undl_id
-- stands in it. One of which nobody can tell may be of any that has fewer rows than members.
with known as (
    select
        left_out.undl_id,
        count(*) as count_rows
    from left_out
    inner join sums on left_out.undl_id = sums.undl_id
    group by left_out.undl_id
),

stray as (
    select
        (
            select count(*) from left_out
            where not regexp_full_match(undl_id, '[0-9]{1,12}')
        )
        + (
            select count(*) from ragged
            where at_row not in (select ids.at_row from ids inner join sums on ids.undl_id = sums.undl_id)
        ) as count_rows
),

found as (
    select
        undl_id,
        count_rows
    from known
    union all
    select
        ids.undl_id,
        count(*) as count_rows
    from ids
    inner join sums on ids.undl_id = sums.undl_id
    group by ids.undl_id
    union all
    select
        sums.undl_id,
        stray.count_rows
    from sums
    cross join stray
    where sums.may_lack and stray.count_rows > 0
)

select
    'undl-' || undl_id as call_id,
    sum(count_rows)::bigint as count_rows
from found
group by undl_id
